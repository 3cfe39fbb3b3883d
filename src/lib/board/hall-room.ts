// How much of the hall's screen each frame gets: where they are all read well as much as each other, else by what they hold. Frames
// that hold nothing then stand as names in a line. Pure: sizes in, sizes out.
import { lineHeight, type Measure } from './fit-text.ts';
import { cardSpace, hallSize, hallSizes, pages, type Box } from './scene.ts';

/** As large as this share of the screen height nothing is gained by giving frames unlike room. */
export const comfortable = 0.039;

/** What a frame holds. */
export type Holds = { texts: readonly string[]; pictures: number; drawn: boolean };

/** The cards of a frame in a box, and what its pictures leave of that for them. */
export type CardsOf<T> = (of: T, box: Box) => { texts: readonly string[]; box: Box };

/** Of the scene, in CSS pixels; `screen`: height of the whole screen, by which letters are measured. */
export type Space = { width: number; height: number; screen: number };

export type Panel<T> = { of: T; width: number; /** Below its name. */ box: Box };
export type Room<T> = {
	rows: { height: number; panels: Panel<T>[] }[];
	/** Frames of which only the names are shown, in lines of so many. */
	names: T[][];
	gap: number;
	head: number;
};

const gapShare = 0.018;
const headShare = 0.062;
/** Where there are many rows their names take less of them. */
const lowHeadShare = 0.05;
const fewRows = 2;

/** Ems of a usual column. */
const column = 13;
/** Square ems of a picture, and of a drawing that is shown whole. */
const pictureNeed = 110;
const drawingNeed = 320;
/** Needs in steps of so much, so that panels do not move with every letter. */
const step = 1.25;
/** Narrowest panel in ems of the smallest letters, and its lines. */
const leastColumns = 1.25 * cardSpace.narrowest;
const leastLines = 5;

/** Square ems that cards, pictures and a drawing take; the same for all that are nearly alike, 0 where there is nothing. */
export function need({ texts, pictures, drawn }: Holds, measure: Measure): number {
	const wide = column + 2 * cardSpace.padding + cardSpace.mark + cardSpace.gap;
	const high = (text: string) =>
		text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil((measure(line) * 1.1) / column)), 0) *
			lineHeight +
		2 * cardSpace.padding +
		cardSpace.gap;
	const cards = texts.reduce((sum, text) => sum + high(text) * wide, 0);
	const all = Math.max(cards, drawn ? drawingNeed : 0) + Math.min(pictures, 4) * pictureNeed;
	return all ? step ** Math.round(Math.log(all) / Math.log(step)) : 0;
}

/** Parts of a length in proportion to their needs, none less than `least` as far as that can be. */
export function shares(needs: readonly number[], length: number, least: number): number[] {
	const floor = Math.min(least, length / needs.length);
	let open = needs.map((_need, at) => at);
	const parts = needs.map(() => floor);
	for (;;) {
		const left = length - floor * (needs.length - open.length);
		const sum = open.reduce((total, at) => total + needs[at]!, 0);
		const part = (at: number) => (sum ? (left * needs[at]!) / sum : left / open.length);
		const small = open.filter((at) => part(at) < floor);
		if (!small.length || small.length === open.length) {
			for (const at of open) parts[at] = part(at);
			return parts;
		}
		open = open.filter((at) => !small.includes(at));
	}
}

/** In parts as equal as they can be, none longer than `most`. */
function cut<T>(all: readonly T[], most: number): T[][] {
	const parts = Math.ceil(all.length / Math.max(1, most));
	const each = Math.ceil(all.length / Math.max(1, parts));
	return Array.from({ length: parts }, (_, part) => all.slice(part * each, (part + 1) * each)).filter(
		({ length }) => length
	);
}

const sizesOf = ({ screen }: Space, rows: number) => ({
	gap: screen * gapShare,
	head: screen * (rows > fewRows ? lowHeadShare : headShare),
	least: hallSizes.at(-1)! * screen
});

/** `needs` null: as much room for each as for the others. */
function laid<T>(
	rows: readonly (readonly T[])[],
	names: T[][],
	space: Space,
	needOf: ((of: T) => number) | null,
	isNamed: (of: T) => boolean
): Room<T> {
	const { gap, head, least } = sizesOf(space, rows.length + names.length);
	const whole = needOf ?? (() => 1);
	const overhead = (row: readonly T[]) => (row.some(isNamed) ? head : gap) + gap;
	const forNames = names.length * (head + gap);
	const inner = space.height - forNames - (rows.length - 1) * gap - rows.reduce((sum, row) => sum + overhead(row), 0);
	const heights = shares(
		rows.map((row) => (needOf ? row.reduce((sum, of) => sum + whole(of), 0) : 1)),
		inner,
		leastLines * lineHeight * least
	);
	return {
		rows: rows.map((row, at) => {
			const widths = shares(
				row.map(whole),
				space.width - (row.length - 1) * gap - row.length * 2 * gap,
				leastColumns * least
			);
			return {
				height: heights[at]! + overhead(row),
				panels: row.map((of, place) => ({
					of,
					width: widths[place]! + 2 * gap,
					box: { width: widths[place]!, height: heights[at]! + overhead(row) - (isNamed(of) ? head : gap) - gap }
				}))
			};
		}),
		names,
		gap,
		head
	};
}

/** How well the hall reads it: the size of the letters, pages of the fullest panel, and which panels could do with more room. */
function read<T>({ rows }: Room<T>, { cardsOf, space, measure }: Reading<T>) {
	const places = rows.flatMap(({ panels }) => panels);
	const panels = places.map(({ of, box }) => cardsOf(of, box));
	const sizes = panels.map((panel) => hallSize([panel], space.screen, measure));
	const size = Math.min(...sizes);
	const isLeast = size <= hallSizes.at(-1)! * space.screen;
	const all = panels.map(({ texts, box }) => (isLeast ? pages(texts, box, size, measure).length : 1));
	const leaves = Math.max(...all);
	const tight = places.filter((_place, at) => (leaves > 1 ? all[at] === leaves : sizes[at] === size));
	return { size, leaves, tight: tight.map(({ of }) => of) };
}

type Reading<T> = { cardsOf: CardsOf<T>; space: Space; measure: Measure };
type Read = { size: number; leaves: number };

const isBetter = (one: Read, other: Read): boolean =>
	one.leaves === other.leaves ? one.size > other.size : one.leaves < other.leaves;

/** Rounds in which the tightest panels get somewhat more, and how much. */
const rounds = 6;
const more = 1.2;

/** By need, and then by how the cards really fall. */
function weighed<T>(
	rows: T[][],
	names: T[][],
	needOf: (of: T) => number,
	isNamed: (of: T) => boolean,
	reading: Reading<T>
) {
	const needs = new Map(rows.flat().map((of) => [of, needOf(of)]));
	const next = () => {
		const room = laid(rows, names, reading.space, (of) => needs.get(of)!, isNamed);
		return { room, ...read(room, reading) };
	};
	let best = next();
	let last = best;
	for (let round = 0; round < rounds && rows.flat().length > 1; round++) {
		for (const of of last.tight) needs.set(of, needs.get(of)! * more);
		last = next();
		if (isBetter(last, best)) best = last;
	}
	return best;
}

/** From so many pages on rows of frames are shown one after the other, if that does not take much longer. */
const manyLeaves = 4;
const longer = 1.25;

/**
 * One after the other, nearly always one. `cardsOf`: what must fit of a frame in a box. A row of the board that has more
 * frames than can be read beside each other is broken.
 */
export function hallRooms<T>(
	rows: readonly (readonly T[])[],
	holds: (of: T) => Holds,
	isNamed: (of: T) => boolean,
	reading: Reading<T>
): Room<T>[] {
	const { space, measure } = reading;
	const { gap, head, least } = sizesOf(space, rows.length);
	const across = Math.floor((space.width + gap) / (leastColumns * least + 3 * gap));
	const broken = (these: readonly (readonly T[])[]) => these.flatMap((row) => cut(row, across));
	const equal = laid(broken(rows), [], space, null, isNamed);
	const needs = new Map(rows.flat().map((of) => [of, need(holds(of), measure)]));
	const full = rows.map((row) => row.filter((of) => needs.get(of)! > 0)).filter(({ length }) => length);
	if (!full.length || !space.width || !space.height) return [equal];
	const asEqual = read(equal, reading);
	if (asEqual.leaves === 1 && asEqual.size >= comfortable * space.screen) return [equal];
	const inLine = Math.max(1, Math.min(6, Math.floor(space.width / (head * 5.5))));
	const others = (shown: readonly T[]) =>
		cut(
			rows.flat().filter((of) => !shown.includes(of)),
			inLine
		);
	const inRows = (these: readonly (readonly T[])[]) =>
		weighed(broken(these), others(these.flat()), (of) => needs.get(of)!, isNamed, reading);
	const once = inRows(full);
	const best = isBetter(once, asEqual) ? once : { room: equal, ...asEqual };
	if (best.leaves <= manyLeaves || full.length < 2) return [best.room];
	const inTurn = full.map((row) => inRows([row]));
	const turns = inTurn.reduce((sum, { leaves }) => sum + leaves, 0);
	return turns <= longer * best.leaves ? inTurn.map(({ room }) => room) : [best.room];
}

/** Which room it is the turn of, and how many turns of it are over; `turns`: how many each of them takes. */
export function turnOf(turns: readonly number[], turn: number): { at: number; over: number } {
	let over =
		turn %
		Math.max(
			1,
			turns.reduce((sum, each) => sum + each, 0)
		);
	const at = turns.findIndex((each) => {
		if (over < each) return true;
		over -= each;
		return false;
	});
	return { at: Math.max(0, at), over };
}
