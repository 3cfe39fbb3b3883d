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
const tolerance = -slotGap / 2;

/** The first slot of a frame that touches none of `taken`; below the frame when all of its own are full. */
export function freeSlot(frame: Place, taken: readonly Place[], height: number = stickySize): Place {
	const near = taken.filter((place) => place[0] < frame[0] + frame[2] && place[0] + place[2] > frame[0]);
	for (let index = 0; ; index++) {
		const [x, y, width] = slotAt(frame, index);
		const slot: Place = [x, y, width, height];
		if (!near.some((place) => overlap(slot, place, tolerance))) return slot;
	}
}

/** Reading order: rows from the top, then from the left; a row is half a slot tall. Ids settle ties. */
export function byReading(a: { id: string; place: Place }, b: { id: string; place: Place }): number {
	const rowOf = (place: Place) => Math.round(place[1] / slotStep);
	return rowOf(a.place) - rowOf(b.place) || a.place[0] - b.place[0] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
