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

/** Whose words may be broken: nobody's, those that are wider than the whole panel, or anybody's. */
type Breaking = 'none' | 'hopeless' | 'any';

/**
 * Which cards stand in which column of which page, by index; a card goes to the shortest column. Words are broken only
 * when there is no other way.
 */
export function pages(texts: readonly string[], box: Box, size: number, measure: Measure): number[][][] {
	const all = texts.map((_text, index) => index);
	const whole =
		arranged(texts, all, box, size, measure, 'none') ?? arranged(texts, all, box, size, measure, 'hopeless');
	if (whole?.length === 1 || !hasRoom(texts, box, size, measure)) return whole ?? [[[]]];
	const broken = arranged(texts, all, box, size, measure, 'any');
	return (broken?.length === 1 ? broken : whole) ?? [[[]]];
}

/** Whether the letters alone leave the panel any hope of holding everything at once. */
const hasRoom = (texts: readonly string[], box: Box, size: number, measure: Measure): boolean =>
	texts.reduce((sum, text) => sum + measure(text), 0) * size * size * lineHeight <= box.width * box.height;

/** On as few pages as can be, in at most so many columns; null when a word would have to be broken that may not, or (`isWhole`) a card have its end cut off. */
function arranged(
	texts: readonly string[],
	cards: readonly number[],
	box: Box,
	size: number,
	measure: Measure,
	breaking: Breaking,
	{ atMost = Infinity, isWhole = false }: { atMost?: number; isWhole?: boolean } = {}
): number[][][] | null {
	const gap = cardSpace.gap * size;
	const roomIn = (count: number) =>
		(box.width - (count - 1) * gap) / count - (2 * cardSpace.padding + cardSpace.mark) * size;
	const words = cards.map((card) => Math.max(0, ...texts[card]!.split(/\s+/).map(measure)) * size * 1.03);
	let best: number[][][] | null = null;
	const most = Math.max(1, Math.floor((box.width + gap) / (cardSpace.narrowest * size + gap)));
	for (let count = Math.min(most, atMost); count > 0; count--) {
		const inner = roomIn(count);
		const heights = cards.map(
			(card) =>
				fitText(texts[card]!, inner, Infinity, measure, [size]).lines * size * lineHeight + 2 * cardSpace.padding * size
		);
		const isTooWide = (at: number) =>
			breaking !== 'any' && words[at]! > inner && (breaking === 'none' || words[at]! <= roomIn(1));
		// a long text or word gets a wider column rather than an end that nobody sees
		const isBroad = (at: number) => isTooWide(at) || (count > 1 && heights[at]! > box.height);
		const places = cards.map((_card, at) => at);
		const broad = places.filter(isBroad);
		if (count === 1 && (broad.length || (isWhole && heights.some((height) => height > box.height)))) break;
		const rest = broad.map((at) => cards[at]!);
		const wide = rest.length ? arranged(texts, rest, box, size, measure, breaking, { atMost: count - 1, isWhole }) : [];
		if (!wide) continue;
		const usual = places.filter((at) => !isBroad(at));
		const paged = [...wide, ...(usual.length || !wide.length ? filledBest(usual, heights, count, box, gap) : [])];
		if (!best || paged.length < best.length)
			best = [...wide, ...paged.slice(wide.length).map((columns) => columns.map((all) => all.map((at) => cards[at]!)))];
		if (best.length === 1) break;
	}
	return best;
}

function filledBest(places: readonly number[], heights: readonly number[], count: number, box: Box, gap: number) {
	const paged = filled(places, heights, count, box, gap);
	if (paged.length === 1) return paged;
	// tall cards first leave fewer holes: everything at once is worth more than the order
	const tallFirst = filled(
		[...places].sort((a, b) => heights[b]! - heights[a]!),
		heights,
		count,
		box,
		gap
	);
	return tallFirst.length === 1 ? tallFirst : paged;
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
	const fits = (breaking: Breaking) =>
		hallSizes.find((share) =>
			panels.every(({ texts, box }) => {
				if (!hasRoom(texts, box, share * screen, measure)) return false;
				const all = texts.map((_text, index) => index);
				return arranged(texts, all, box, share * screen, measure, breaking, { isWhole: true })?.length === 1;
			})
		);
	return (fits('none') ?? fits('any') ?? hallSizes.at(-1)!) * screen;
}
