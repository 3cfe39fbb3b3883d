// Assumptions for a strategy as a DOCX file.
import { docxOf } from '#lib/recommendation/document-docx.ts';
import { fileName } from '#lib/recommendation/document.ts';
import { strategyIn } from '../scope.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ url, locals }) => {
	const { paper, name } = await strategyIn(url, locals);
	return new Response((await docxOf(paper)) as Uint8Array<ArrayBuffer>, {
		headers: {
			'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			'content-disposition': `attachment; filename="${fileName(name)}.docx"`
		}
	});
};
