// What lies on top of what: chosen things go above or below everything else. Knows no screen.
import { byHand, raiseThing } from '../board.ts';
import { lies, type LiveBoard, type LiveThing } from '../board.svelte.ts';
import { isLying } from '../hit.ts';

/** Among themselves they stay in order; nothing is written when they lie there already. */
export function stack(board: LiveBoard, things: readonly LiveThing[], where: 'front' | 'back'): void {
	const chosen = new Set(things);
	const others = board.all().filter((live) => isLying(live.now) && !chosen.has(live));
	if (!others.length) return;
	const orders = others.map(({ now }) => now.order);
	const moving = [...things].sort(lies);
	const highest = orders.reduce((most, order) => Math.max(most, order), -Infinity);
	const lowest = orders.reduce((least, order) => Math.min(least, order), Infinity);
	const first = where === 'front' ? highest + 1 : lowest - moving.length;
	const isThere = moving.every(({ now }) => (where === 'front' ? now.order > highest : now.order < lowest));
	if (isThere) return;
	board.step();
	board.doc.transact(() => {
		for (const [index, { id }] of moving.entries()) raiseThing(board.doc, id, Math.round(first) + index);
	}, byHand);
	board.step();
}
