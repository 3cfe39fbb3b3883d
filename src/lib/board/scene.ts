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

/** Cards by index, column by column; broad ones stand in a band of their own above the others. */
export type Band = number[][];
export type HallPage = Band[];
/** A page, and how much of its height is taken. */
type Laid = { bands: HallPage; height: number };

/**
 * Which cards stand where on which page; a card goes to the shortest column. Words are broken only when there is no
 * other way.
 */
export function pages(texts: readonly string[], box: Box, size: number, measure: Measure): HallPage[] {
	const all = texts.map((_text, index) => index);
	const laid = (breaking: Breaking) => arranged(texts, all, box, size, measure, breaking);
	const whole = laid('none') ?? laid('hopeless');
	const best = whole?.length !== 1 && hasRoom(texts, box, size, measure) ? laid('any') : null;
	return ((best?.length === 1 ? best : whole) ?? [{ bands: [[[]]] }]).map(({ bands }) => bands);
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
): Laid[] | null {
	const gap = cardSpace.gap * size;
	const roomIn = (count: number) =>
		(box.width - (count - 1) * gap) / count - (2 * cardSpace.padding + cardSpace.mark) * size;
	const words = cards.map((card) => Math.max(0, ...texts[card]!.split(/\s+/).map(measure)) * size * 1.03);
	let best: Laid[] | null = null;
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
		const paged = [...wide];
		if (usual.length) {
			// what the broad ones leave of their last page is filled first
			const above = paged.at(-1);
			const room = above ? box.height - above.height - gap : box.height;
			const columns = filledBest(usual, heights, count, box.height, room, gap);
			const own = columns.map(({ cards: inColumns, height }) => ({
				bands: [inColumns.map((all) => all.map((at) => cards[at]!))],
				height
			}));
			const first = own[0]!;
			if (above && first.height > 0) {
				const height = above.height + gap + first.height;
				paged.splice(-1, 1, { bands: [...above.bands, ...first.bands], height }, ...own.slice(1));
			} else paged.push(...(above ? own.slice(1) : own));
		} else if (!paged.length) paged.push({ bands: [[[]]], height: 0 });
		if (!best || paged.length < best.length) best = paged;
		if (best.length === 1) break;
	}
	return best;
}

type Filled = { cards: Band; height: number };

function filledBest(
	places: readonly number[],
	heights: readonly number[],
	count: number,
	full: number,
	first: number,
	gap: number
): Filled[] {
	const paged = filled(places, heights, count, full, first, gap);
	if (paged.length === 1) return paged;
	// tall cards first leave fewer holes: everything at once is worth more than the order
	const tallest = [...places].sort((a, b) => heights[b]! - heights[a]!);
	const tallFirst = filled(tallest, heights, count, full, first, gap);
	return tallFirst.length === 1 ? tallFirst : paged;
}

/** Page by page; `first` is what may be used of the first one's height. */
function filled(
	order: readonly number[],
	heights: readonly number[],
	count: number,
	full: number,
	first: number,
	gap: number
): Filled[] {
	const empty = () => Array.from({ length: count }, () => ({ height: 0, cards: [] as number[] }));
	const all = [empty()];
	let room = first;
	const shortest = () => all.at(-1)!.reduce((best, column) => (column.height < best.height ? column : best));
	for (const index of order) {
		const height = heights[index]!;
		let column = shortest();
		// on a page of its own even what is too tall begins
		if ((column.height > 0 || room < full) && column.height + (column.height && gap) + height > room) {
			all.push(empty());
			room = full;
			column = shortest();
		}
		column.height += (column.height && gap) + height;
		column.cards.push(index);
	}
	return all.map((columns) => ({
		cards: columns.map(({ cards }) => cards),
		height: Math.max(...columns.map(({ height }) => height))
	}));
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
