// The board as a file: a picture (SVG), pages (PDF, A4 or A3), a table (CSV).
import { error, json } from '@sveltejs/kit';
import { boardCsv } from '#lib/board/out/csv.ts';
import { drawingOf, pagesOf, type Wanted } from '#lib/board/out/drawing.ts';
import { paperSizeFrom } from '#lib/board/out/paper-size.ts';
import { svgOf } from '#lib/board/out/svg.ts';
import { fileName } from '#lib/record/search.ts';
import { loadWords } from '#lib/ui/words.ts';
import { boardOf } from '../board-of.ts';
import { faceFile } from '../face-files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals }) => {
	const { plan, doc, totals } = await boardOf(params.code, locals, url.pathname);
	if (!doc) error(404, 'no board yet');
	const words = await loadWords(locals.language);
	const wanted: Wanted = { doc, words, ...(totals && { totals }) };
	const name = (ending: string) => `${fileName(plan)}.${ending}`;
	switch (params.file) {
		case 'board.svg':
			return file(svgOf(drawingOf(wanted, null, plan.title)), 'image/svg+xml', name('svg'));
		// for the page, which draws it in its own letters
		case 'drawing.json':
			return json(drawingOf(wanted, null, plan.title));
		case 'board.csv':
			return file(boardCsv(doc, words, totals), 'text/csv; charset=utf-8', name('csv'));
		case 'board.pdf': {
			const { pdfOf } = await import('#lib/board/out/pdf.ts');
			const bytes = await pdfOf((measure) => pagesOf({ ...wanted, measure }), {
				paper: paperSizeFrom(url.searchParams.get('paper')),
				title: words('board_paper_title', { title: plan.title }),
				language: locals.language,
				faces: faceFile,
				foot: (number, total) => words('board_paper_foot', { title: plan.title, number, total })
			});
			return file(bytes as Uint8Array<ArrayBuffer>, 'application/pdf', name('pdf'));
		}
		default:
			error(404, 'no such file');
	}
};

const file = (body: BodyInit, type: string, name: string): Response =>
	new Response(body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store'
		}
	});
