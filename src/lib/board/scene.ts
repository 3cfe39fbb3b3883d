// How a hall can read a board: frames where they stand to each other, their stickies as cards as large as they fit.
// Pure: sizes in, sizes out.
import { fitText, lineHeight, type Measure } from './fit-text.ts';
import type { Place } from './slots.ts';

/** Font sizes as shares of the screen height; the last one is the smallest that a hall can read. */
export const hallSizes = [0.06, 0.052, 0.045, 0.039, 0.034, 0.03, 0.026, 0.0235, 0.022] as const;

/** Frames row by row from the top, each row from the left: where they stand to each other, without the exact places. */
export function rowsOfFrames<T extends { place: Place }>(frames: readonly T[]): T[][] {
	const rows: T[][] = [];
	for (const frame of [...frames].sort((a, b) => a.place[1] - b.place[1])) {
		const row = rows.at(-1);
		const first = row?.[0];
		if (row && first && frame.place[1] < first.place[1] + first.place[3] / 2) row.push(frame);
		else rows.push([frame]);
	}
	for (const row of rows) row.sort((a, b) => a.place[0] - b.place[0]);
	return rows;
}

export type Box = { width: number; height: number };

/** Sizes around a card's text, in ems of its text. */
export const cardSpace = { padding: 0.55, gap: 0.4, narrowest: 8.5, mark: 1.5 } as const;

/**
 * Which cards stand in which column of which page, by index; a card goes to the shortest column. Words are broken only
 * when there is no other way.
 */
export function pages(texts: readonly string[], box: Box, size: number, measure: Measure): number[][][] {
	return arranged(texts, box, size, measure, false) ?? arranged(texts, box, size, measure, true) ?? [[[]]];
}

function arranged(
	texts: readonly string[],
	box: Box,
	size: number,
	measure: Measure,
	mayBreak: boolean
): number[][][] | null {
	const gap = cardSpace.gap * size;
	const most = Math.max(1, Math.floor((box.width + gap) / (cardSpace.narrowest * size + gap)));
	const widest = Math.max(0, ...texts.flatMap((text) => text.split(/\s+/).map(measure))) * size;
	for (let count = most; count > 0; count--) {
		const inner = (box.width - (count - 1) * gap) / count - (2 * cardSpace.padding + cardSpace.mark) * size;
		if (!mayBreak && widest * 1.03 > inner) continue;
		const heights = texts.map(
			(text) => fitText(text, inner, Infinity, measure, [size]).lines * size * lineHeight + 2 * cardSpace.padding * size
		);
		// a long text gets a wider column rather than an end that nobody sees
		if (count > 1 && heights.some((height) => height > box.height)) continue;
		const inOrder = heights.map((_height, index) => index);
		const paged = filled(inOrder, heights, count, box, gap);
		if (paged.length === 1) return paged;
		// tall cards first leave fewer holes: everything at once is worth more than the order
		const tallFirst = filled(
			[...inOrder].sort((a, b) => heights[b]! - heights[a]!),
			heights,
			count,
			box,
			gap
		);
		return tallFirst.length === 1 ? tallFirst : paged;
	}
	return null;
}

function filled(
	order: readonly number[],
	heights: readonly number[],
	count: number,
	box: Box,
	gap: number
): number[][][] {
	const empty = () => Array.from({ length: count }, () => ({ height: 0, cards: [] as number[] }));
	const all = [empty()];
	const shortest = () => all.at(-1)!.reduce((best, column) => (column.height < best.height ? column : best));
	for (const index of order) {
		const height = heights[index]!;
		let column = shortest();
		if (column.height > 0 && column.height + gap + height > box.height) {
			all.push(empty());
			column = shortest();
		}
		column.height += (column.height ? gap : 0) + height;
		column.cards.push(index);
	}
	return all.map((columns) => columns.map(({ cards }) => cards));
}

/** The largest size at which every panel shows all of its cards, with whole words if that can be; else the smallest. */
export function hallSize(
	panels: readonly { texts: readonly string[]; box: Box }[],
	screen: number,
	measure: Measure
): number {
	const fits = (mayBreak: boolean) =>
		hallSizes.find((share) =>
			panels.every(({ texts, box }) => arranged(texts, box, share * screen, measure, mayBreak)?.length === 1)
		);
	return (fits(false) ?? fits(true) ?? hallSizes.at(-1)!) * screen;
}
