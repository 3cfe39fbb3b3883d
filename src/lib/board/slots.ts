// Where stickies stand: places, the slots of a frame, and the next free one. Plain geometry; knows no document.

/** x, y, width, height in board units; one value, so that a move is one write. */
export type Place = readonly [x: number, y: number, width: number, height: number];

/** Side of a new sticky, and the empty space between two, in board units. */
export const stickySize = 200;
export const slotGap = 20;
export const slotStep = stickySize + slotGap;

/** A text longer than this (UTF-16 units) gets a sticky of two slots, so that it stays readable. */
const tallFrom = 240;
export const tallHeight = 2 * stickySize + slotGap;
export const stickyHeight = (text: string): number => (text.length > tallFrom ? tallHeight : stickySize);

/** Empty border inside a frame and the room for its name above the first row. */
export const framePadding = 40;
export const frameHead = 100;

/** Size of a frame that holds so many stickies. */
export const frameSize = (columns: number, rows: number): { width: number; height: number } => ({
	width: 2 * framePadding + columns * slotStep - slotGap,
	height: frameHead + framePadding + rows * slotStep - slotGap
});

export function overlap(a: Place, b: Place, margin = 0): boolean {
	return (
		a[0] < b[0] + b[2] + margin &&
		b[0] < a[0] + a[2] + margin &&
		a[1] < b[1] + b[3] + margin &&
		b[1] < a[1] + a[3] + margin
	);
}

export const centreOf = (place: Place): [x: number, y: number] => [place[0] + place[2] / 2, place[1] + place[3] / 2];

export const contains = (outer: Place, x: number, y: number): boolean =>
	x >= outer[0] && y >= outer[1] && x < outer[0] + outer[2] && y < outer[1] + outer[3];

/** Whether one place lies wholly in another. */
export const inside = (inner: Place, outer: Place): boolean =>
	inner[0] >= outer[0] &&
	inner[1] >= outer[1] &&
	inner[0] + inner[2] <= outer[0] + outer[2] &&
	inner[1] + inner[3] <= outer[1] + outer[3];

/** The smallest place around all of them, or null when there are none. */
export function around(places: Iterable<Place>): Place | null {
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [x, y, width, height] of places) {
		left = Math.min(left, x);
		top = Math.min(top, y);
		right = Math.max(right, x + width);
		bottom = Math.max(bottom, y + height);
	}
	return left === Infinity ? null : [left, top, right - left, bottom - top];
}

export const columnsOf = (frame: Place): number =>
	Math.max(1, Math.floor((frame[2] - 2 * framePadding + slotGap) / slotStep));

export const rowsOf = (frame: Place): number =>
	Math.max(1, Math.floor((frame[3] - frameHead - framePadding + slotGap) / slotStep));

/** The slot with this number, counted in reading order; numbers past the last row continue below the frame. */
export function slotAt(frame: Place, index: number): Place {
	const columns = columnsOf(frame);
	return [
		frame[0] + framePadding + (index % columns) * slotStep,
		frame[1] + frameHead + Math.floor(index / columns) * slotStep,
		stickySize,
		stickySize
	];
}

/** The slot whose place is nearest to a sticky's, within the frame. */
export function nearestSlot(frame: Place, [x, y]: Place): Place {
	const along = (offset: number, count: number) => Math.max(0, Math.min(count - 1, Math.round(offset / slotStep)));
	const column = along(x - frame[0] - framePadding, columnsOf(frame));
	const row = along(y - frame[1] - frameHead, rowsOf(frame));
	return slotAt(frame, row * columnsOf(frame) + column);
}

/** Half of the gap may be missing before a slot counts as taken: hand-placed stickies are never exact. */
const tolerance = slotGap / 2;

/** Which slots of a frame are free; gives them out in reading order, and goes on below the frame when all are taken. */
export class Slots {
	readonly #frame: Place;
	readonly #columns: number;
	readonly #taken = new Set<number>();
	/** Every slot before this one is taken. */
	#first = 0;

	constructor(frame: Place, taken: Iterable<Place>) {
		this.#frame = frame;
		this.#columns = columnsOf(frame);
		const [left, top] = slotAt(frame, 0);
		for (const [x, y, width, height] of taken) {
			const [fromColumn, toColumn] = touched(x - left, width);
			const [fromRow, toRow] = touched(y - top, height);
			for (let row = Math.max(0, fromRow); row <= toRow; row++)
				for (let column = Math.max(0, fromColumn); column <= Math.min(this.#columns - 1, toColumn); column++)
					this.#taken.add(row * this.#columns + column);
		}
	}

	take(width: number = stickySize, height: number = stickySize): Place {
		const columns = this.#columns;
		const across = Math.min(columns, Math.ceil((width + 1) / slotStep));
		const down = Math.ceil((height + 1) / slotStep);
		while (this.#taken.has(this.#first)) this.#first++;
		if (across * down === 1) {
			const [x, y] = slotAt(this.#frame, this.#first);
			this.#taken.add(this.#first++);
			return [x, y, width, height];
		}
		const cellsAt = (at: number) =>
			Array.from({ length: across * down }, (_, cell) => at + (cell % across) + Math.floor(cell / across) * columns);
		let at = this.#first;
		while ((at % columns) + across > columns || cellsAt(at).some((cell) => this.#taken.has(cell))) at++;
		for (const cell of cellsAt(at)) this.#taken.add(cell);
		const [x, y] = slotAt(this.#frame, at);
		return [x, y, width, height];
	}
}

/** First and last slot along one axis that something touches, from the distance to the first slot. */
const touched = (from: number, size: number): [first: number, last: number] => [
	Math.floor((from - stickySize + tolerance) / slotStep) + 1,
	Math.ceil((from + size - tolerance) / slotStep) - 1
];

/** Reading order: rows from the top, then from the left; a row is half a slot tall. Ids settle ties. */
export function byReading(a: { id: string; place: Place }, b: { id: string; place: Place }): number {
	const rowOf = (place: Place) => Math.round(place[1] / slotStep);
	return rowOf(a.place) - rowOf(b.place) || a.place[0] - b.place[0] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

export const newStickyPlace = (x: number, y: number): Place => [
	x - stickySize / 2,
	y - stickySize / 2,
	stickySize,
	stickySize
];
