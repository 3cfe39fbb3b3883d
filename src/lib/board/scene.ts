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
export const cardSpace = { padding: 0.55, gap: 0.4, narrowest: 9.5, mark: 1.5 } as const;

/** Which cards stand in which column of which page, by index; a card goes to the shortest column. */
export function pages(texts: readonly string[], box: Box, size: number, measure: Measure): number[][][] {
	const gap = cardSpace.gap * size;
	const most = Math.max(1, Math.floor((box.width + gap) / (cardSpace.narrowest * size + gap)));
	for (let count = most; ; count--) {
		const inner = (box.width - (count - 1) * gap) / count - (2 * cardSpace.padding + cardSpace.mark) * size;
		const heights = texts.map(
			(text) => fitText(text, inner, Infinity, measure, [size]).lines * size * lineHeight + 2 * cardSpace.padding * size
		);
		// a long text gets a wider column rather than an end that nobody sees
		if (count === 1 || heights.every((height) => height <= box.height)) return filled(heights, count, box, gap);
	}
}

function filled(heights: readonly number[], count: number, box: Box, gap: number): number[][][] {
	const empty = () => Array.from({ length: count }, () => ({ height: 0, cards: [] as number[] }));
	const all = [empty()];
	const shortest = () => all.at(-1)!.reduce((best, column) => (column.height < best.height ? column : best));
	for (const [index, height] of heights.entries()) {
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

/** The largest size at which every panel shows all of its cards; the smallest readable one when none does. */
export function hallSize(
	panels: readonly { texts: readonly string[]; box: Box }[],
	screen: number,
	measure: Measure
): number {
	const fits = hallSizes.find((share) =>
		panels.every(({ texts, box }) => pages(texts, box, share * screen, measure).length === 1)
	);
	return (fits ?? hallSizes.at(-1)!) * screen;
}
