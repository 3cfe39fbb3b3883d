// What an arrow holds on to, and what it covers roughly. Pure and small: the list on a phone needs it too.
import { around, contains, type Place } from '../slots.ts';
import type { Arrow, ArrowEnd, Thing } from '../thing.ts';

export type Find = (id: string) => Thing | null | undefined;

/** How often one sticky may have been merged into another before one gives up. */
const mergeLimit = 8;
/** The bow of an arrow and its head stand off the straight line by less than this, board units. */
const bowRoom = 44;

/** What an arrow can hold on to. */
export const canBeHeld = ({ kind }: Thing): boolean =>
	kind === 'sticky' || kind === 'text' || kind === 'shape' || kind === 'image' || kind === 'cluster';

/** The thing that an end holds on to: where one was merged into another, that one; null when the end is free. */
export function heldBy(find: Find, end: ArrowEnd): Thing | null {
	let held = end.thing === null ? null : find(end.thing);
	for (let hops = 0; held?.kind === 'sticky' && held.into !== null && hops < mergeLimit; hops++) held = find(held.into);
	return held && canBeHeld(held) ? held : null;
}

/** Where an arrow lies now: around what it holds on to and its free ends. */
export function reachOf(find: Find, { from, to }: Arrow): Place {
	const placeOf = (end: ArrowEnd): Place => heldBy(find, end)?.place ?? [end.x, end.y, 1, 1];
	const [x, y, width, height] = around([placeOf(from), placeOf(to)])!;
	return [x - bowRoom, y - bowRoom, width + 2 * bowRoom, height + 2 * bowRoom];
}

/** Whether an arrow has free ends and all of them lie in a place. */
export function endsFreelyIn(find: Find, { from, to }: Arrow, place: Place): boolean {
	const free = [from, to].filter((end) => !heldBy(find, end));
	return free.length > 0 && free.every(({ x, y }) => contains(place, x, y));
}
