// Assumptions for a strategy as a DOCX file.
import { docxOf } from '#lib/recommendation/document-docx.ts';
import { fileName } from '#lib/recommendation/document.ts';
import { overMany } from '#lib/recommendation/over-many.ts';
import { strategyDocument } from '#lib/recommendation/over-many-strategy.ts';
import { loadWords } from '#lib/ui/words.ts';
import { recordsIn, scopeOf, scopeWords } from '../scope.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals }) => {
	const words = await loadWords(locals.language);
	const catalogue = locals.app.catalogues.current;
	const scope = scopeOf(url);
	const laboratory = locals.app.laboratories.get(scope.laboratory)?.name ?? null;
	const many = overMany(recordsIn(locals, scope), catalogue);
	const today = new Date(locals.app.clock()).toISOString().slice(0, 10);
	const scopeIn = scopeWords(scope, laboratory, words);
	const paper = strategyDocument({ many, catalogue, words, scope: scopeIn, origin: url.origin, today });
	return new Response((await docxOf(paper)) as Uint8Array<ArrayBuffer>, {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			'content-disposition': `attachment; filename="${fileName([paper.title, ...scopeIn].join(' '))}.docx"`
		}
	});
};
