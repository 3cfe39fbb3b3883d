// The board on paper: every frame as a page, drawn here, so that it prints without any script.
import { drawingOf, pagesOf, type Wanted } from '#lib/board/out/drawing.ts';
import { isWide, paperSizeFrom } from '#lib/board/out/paper-size.ts';
import { svgOf } from '#lib/board/out/svg.ts';
import { loadWords } from '#lib/ui/words.ts';
import { boardOf } from './board-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { plan, doc, totals } = await boardOf(params.code, locals, url.pathname);
	const words = await loadWords(locals.language);
	const wanted = doc && ({ doc, words, ...(totals && { totals }) } satisfies Wanted);
	const whole = wanted && drawingOf(wanted, null, plan.title);
	const pages = wanted ? pagesOf(wanted) : [];
	const sheets = whole && pages.length > 1 ? [{ ...whole, title: words('board_paper_whole') }, ...pages] : pages;
	return {
		title: plan.title,
		code: plan.code,
		paper: paperSizeFrom(url.searchParams.get('paper')),
		sheets: sheets.map((drawing) => ({
			title: drawing.title,
			wide: isWide(drawing.box),
			svg: svgOf(drawing, { ground: null, source: (file) => `/s/${plan.code}/images/${file}` })
		}))
	};
};
