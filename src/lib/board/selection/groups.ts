// Things that are chosen and moved together: how a group is made, widened over a selection, and undone. Knows no screen.
import { makeId } from '#lib/people/ids.ts';
import { byHand, setGroup } from '../board.ts';
import type { LiveBoard, LiveThing } from '../board.svelte.ts';

/** These and everything that is in a group with one of them. */
export function withMates(board: LiveBoard, ids: Iterable<string>): Set<string> {
	const all = new Set(ids);
	if (!board.groups.size) return all;
	for (const id of [...all]) {
		const group = board.get(id)?.now.group;
		if (group) for (const mate of board.groups.get(group) ?? []) all.add(mate);
	}
	return all;
}

/** The one group that holds exactly these things, or null. */
export function commonGroup(things: readonly LiveThing[]): string | null {
	const group = things[0]?.now.group ?? null;
	return things.length > 1 && things.every(({ now }) => now.group === group) ? group : null;
}

/** One group of all of them; groups they were in are given up. */
export function group(board: LiveBoard, things: readonly LiveThing[]): void {
	if (things.length < 2) return;
	const id = makeId();
	setAll(board, things, id);
}

export const ungroup = (board: LiveBoard, things: readonly LiveThing[]): void =>
	setAll(
		board,
		things.filter(({ now }) => now.group !== null),
		null
	);

function setAll(board: LiveBoard, things: readonly LiveThing[], id: string | null): void {
	if (!things.length) return;
	board.step();
	board.doc.transact(() => {
		for (const thing of things) setGroup(board.doc, thing.id, id);
	}, byHand);
	board.step();
}
