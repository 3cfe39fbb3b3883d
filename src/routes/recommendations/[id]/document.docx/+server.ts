// The document of a recommendation as a DOCX file.
import { error } from '@sveltejs/kit';
import { docxOf } from '#lib/recommendation/document-docx.ts';
import { fileName, mayBeIssued, recommendationDocument } from '#lib/recommendation/document.ts';
import { evidenceViews } from '#lib/recommendation/desk-evidence.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals: { app } }) => {
	const recommendation = app.recommendations.get(params.id);
	if (!recommendation) error(404, 'no such recommendation');
	if (!mayBeIssued(recommendation)) error(409, 'nothing speaks for it');
	const recordOf = (id: string) => app.records.get(id);
	const evidence = evidenceViews(recommendation.evidence, recordOf, recommendation.records);
	const words = await loadWords(recommendation.language);
	const today = new Date(app.clock()).toISOString().slice(0, 10);
	const origin = url.origin;
	const paper = recommendationDocument({ recommendation, evidence, recordOf, words, origin, today });
	return new Response((await docxOf(paper)) as Uint8Array<ArrayBuffer>, {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			'content-disposition': `attachment; filename="${fileName(paper.title)}.docx"`
		}
	});
};
