// The board as a file: a picture (SVG), pages (PDF, A4 or A3), a table (CSV).
import { error, json } from '@sveltejs/kit';
import { boardCsv } from '#lib/board/out/csv.ts';
import { drawingOf, pagesOf, type Wanted } from '#lib/board/out/drawing.ts';
import type { Drawing } from '#lib/board/out/part.ts';
import { paperSizeFrom } from '#lib/board/out/paper-size.ts';
import { svgOf } from '#lib/board/out/svg.ts';
import { fileName } from '#lib/record/file-name.ts';
import { loadWords } from '#lib/ui/words.ts';
import { boardOf, picturesIn } from '../board-of.ts';
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
			return file(await wholeSvg(drawingOf(wanted, null, plan.title), plan.id, locals), 'image/svg+xml', name('svg'));
		// for the page, which draws it in its own letters
		case 'drawing.json':
			return json(drawingOf(wanted, null, plan.title));
		case 'board.csv':
			return file(
				boardCsv(doc, words, { totals, zone: locals.app.config.timeZone }),
				'text/csv; charset=utf-8',
				name('csv')
			);
		case 'board.pdf': {
			const { pdfOf } = await import('#lib/board/out/pdf.ts');
			const pictures = await picturesIn(pagesOf(wanted), plan.id, locals.app.images);
			const printable = (file: string) => {
				const picture = pictures.get(file);
				return picture && /png|jpeg/.test(picture.type) ? picture.bytes : null;
			};
			const bytes = await pdfOf((measure) => pagesOf({ ...wanted, measure }), {
				paper: paperSizeFrom(url.searchParams.get('paper')),
				title: words('board_paper_title', { title: plan.title }),
				language: locals.language,
				faces: faceFile,
				bytes: printable,
				foot: (number, total) => words('board_paper_foot', { title: plan.title, number, total })
			});
			return file(bytes as Uint8Array<ArrayBuffer>, 'application/pdf', name('pdf'));
		}
		default:
			error(404, 'no such file');
	}
};

/** With its pictures within, so that the file needs nothing else. */
async function wholeSvg(drawing: Drawing, session: string, { app }: App.Locals): Promise<string> {
	const pictures = await picturesIn([drawing], session, app.images);
	return svgOf(drawing, {
		source: (name) => {
			const picture = pictures.get(name);
			return picture ? `data:${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}` : null;
		}
	});
}

const file = (body: BodyInit, type: string, name: string): Response =>
	new Response(body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store'
		}
	});
