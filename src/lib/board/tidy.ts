// Puts stickies into slots without overlaps, in the order in which they are read. Pure.
import { byReading, columnsOf, frameHead, framePadding, overlap, slotAt, slotStep, type Place } from './slots.ts';

type Lying = { id: string; place: Place };

/** A square of slots that begins where the stickies begin, for those that lie in no frame. */
export function squareFor(stickies: readonly Lying[]): Place {
	const left = Math.min(...stickies.map(({ place }) => place[0]));
	const top = Math.min(...stickies.map(({ place }) => place[1]));
	const columns = Math.ceil(Math.sqrt(stickies.length * 1.4));
	return [left - framePadding, top - frameHead, 2 * framePadding + columns * slotStep, frameHead + slotStep];
}

/** New places of stickies in the slots of `frame`, around what else lies there; those that stay are left out. */
export function tidied(stickies: readonly Lying[], frame: Place, others: readonly Place[]): Map<string, Place> {
	const columns = columnsOf(frame);
	const [left, top] = slotAt(frame, 0);
	const taken = new Set<number>();
	for (const [x, y, width, height] of others) {
		const from = Math.max(0, Math.floor((y - top) / slotStep));
		for (let row = from; top + row * slotStep < y + height; row++)
			for (let column = 0; column < columns; column++) {
				const slot = slotAt(frame, row * columns + column);
				if (overlap(slot, [x, y, width, height], -10)) taken.add(row * columns + column);
			}
	}
	const places = new Map<string, Place>();
	let first = 0;
	for (const { id, place } of [...stickies].sort(byReading)) {
		const [x, y, width, height] = place;
		const across = Math.min(columns, Math.ceil((width + 1) / slotStep));
		const down = Math.ceil((height + 1) / slotStep);
		const cells = (at: number) =>
			Array.from({ length: across * down }, (_, cell) => at + (cell % across) + Math.floor(cell / across) * columns);
		while (taken.has(first)) first++;
		let at = first;
		while ((at % columns) + across > columns || cells(at).some((cell) => taken.has(cell))) at++;
		for (const cell of cells(at)) taken.add(cell);
		const next: Place = [left + (at % columns) * slotStep, top + Math.floor(at / columns) * slotStep, width, height];
		if (next[0] !== x || next[1] !== y) places.set(id, next);
	}
	return places;
}
