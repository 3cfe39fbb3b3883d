// Puts stickies into slots without overlaps, in the order in which they are read. Pure.
import { byReading, frameHead, framePadding, Slots, slotStep, type Place } from './slots.ts';

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
	const slots = new Slots(frame, others);
	const places = new Map<string, Place>();
	for (const { id, place } of [...stickies].sort(byReading)) {
		const next = slots.take(place[2], place[3]);
		if (next[0] !== place[0] || next[1] !== place[1]) places.set(id, next);
	}
	return places;
}
