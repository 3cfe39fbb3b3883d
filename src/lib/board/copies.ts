// Things made from things or from a pasted list. Knows no clipboard.
import { addStickies, freeSlots } from './board.ts';
import { isSticky, type LiveBoard, type LiveThing } from './board.svelte.ts';
import { withContents } from './drop.ts';
import { isCarried, putDown } from './selection/parcel.ts';
import { centreOf, slotGap, type Place } from './slots.ts';
import type { Thing } from './thing.ts';

/** Copies beside the originals: stickies in the free slots of their frame; returns their ids. */
export function duplicate(board: LiveBoard, things: readonly LiveThing[]): string[] {
	const ids = new Set(things.flatMap(({ id, now }) => (now.kind === 'frame' ? [...withContents(board, id)] : [id])));
	const originals = [...ids].flatMap((id) => board.get(id)?.now ?? []).filter(isCarried);
	const frames = originals.filter(({ kind }) => kind === 'frame');
	// a copied frame stands beside the board's last one, its contents in it
	const beside = frames.length ? rightOf(board, frames) : slotGap;
	const slotted = things.every(isSticky) ? inSlots(board, originals) : null;
	board.step();
	const copies = putDown(board.doc, slotted ?? originals, {
		lift: slotted ? 0 : liftFor(board, originals),
		dx: slotted ? 0 : beside,
		dy: slotted || frames.length ? 0 : slotGap,
		...homeIn(board)
	});
	board.step();
	return copies;
}

/** Copies at a distance from the originals, as a drag with Alt leaves them; returns their ids. */
export function copyTo(board: LiveBoard, ids: Iterable<string>, dx: number, dy: number): string[] {
	const originals = [...ids].flatMap((id) => board.get(id)?.now ?? []).filter(isCarried);
	board.step();
	const copies = putDown(board.doc, originals, { dx, dy, lift: liftFor(board, originals), ...homeIn(board) });
	board.step();
	return copies;
}

/** How things find their frame and their fellows on this very board. */
export const homeIn = (board: LiveBoard) => ({
	frameAt: (place: Place) => board.frameAt(...centreOf(place))?.id ?? null,
	knows: (id: string) => board.get(id) !== undefined
});

/** What lifts copies above everything that lies on the board. */
export function liftFor(board: LiveBoard, things: readonly Thing[]): number {
	let highest = 0;
	for (const { now } of board.all()) highest = Math.max(highest, now.order);
	return Math.max(0, Math.ceil(highest + 1 - things.reduce((least, { order }) => Math.min(least, order), Infinity)));
}

function rightOf(board: LiveBoard, frames: readonly Thing[]): number {
	const bounds = board.bounds();
	const left = Math.min(...frames.map(({ place }) => place[0]));
	return bounds ? bounds[0] + bounds[2] + 7 * slotGap - left : slotGap;
}

/** Stickies of a frame at its next free slots; those without one a little aside. */
export function inSlots(board: LiveBoard, stickies: readonly Thing[]): Thing[] {
	const slots = new Map<string, ReturnType<typeof freeSlots>>();
	return stickies.map((sticky) => {
		const [x, y, width, height] = sticky.place;
		const frame = 'frame' in sticky ? sticky.frame : null;
		if (frame === null) return { ...sticky, place: [x + slotGap, y + slotGap, width, height] };
		const free = slots.get(frame) ?? freeSlots(board.doc, frame);
		slots.set(frame, free);
		return { ...sticky, place: free.take(width, height) };
	});
}

/** One sticky per text, in the free slots of a frame; returns their ids. */
export function addAll(board: LiveBoard, texts: readonly string[], frame: string | null): string[] {
	board.step();
	const ids = addStickies(board.doc, texts, frame);
	board.step();
	return ids;
}
