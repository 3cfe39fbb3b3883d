// What is done with chosen stickies as a group: made one, merged, taken out. One change and one step back each.
import { byHand } from '../board.ts';
import type { LiveBoard } from '../board.svelte.ts';
import { addCluster, assign, dissolve } from './clusters.ts';
import { merge, unmerge } from './merge.ts';
import { naming } from './naming.svelte.ts';

/** One change that is taken back on its own. */
export function once<T>(board: LiveBoard, change: () => T): T {
	board.step();
	const result = board.doc.transact(change, byHand);
	board.step();
	return result;
}

/** The cluster to which all of these stickies belong; null when there is none. */
export function commonCluster(board: LiveBoard, ids: readonly string[]): string | null {
	const [first, ...others] = ids.map((id) => board.sticky(id)?.now.cluster ?? null);
	if (first === undefined || first === null || others.some((other) => other !== first)) return null;
	return board.clusters.some(({ id }) => id === first) ? first : null;
}

/** Makes a group of them and asks for its name; null without stickies. */
export function makeCluster(board: LiveBoard, ids: readonly string[], name = ''): string | null {
	if (!ids.length) return null;
	const id = once(board, () => addCluster(board.doc, { name, stickies: ids }));
	if (!name) naming.asked = id;
	return id;
}

/** Merges them into the one that comes first on the board; returns it, or null when there are not two. */
export function mergeAll(board: LiveBoard, ids: readonly string[]): string | null {
	const chosen = new Set(ids);
	const [first, ...others] = board.stickies.filter(({ id }) => chosen.has(id));
	if (!first || !others.length) return null;
	once(board, () =>
		merge(
			board.doc,
			others.map(({ id }) => id),
			first.id
		)
	);
	return first.id;
}

export const splitAll = (board: LiveBoard, ids: readonly string[]): void =>
	once(board, () =>
		unmerge(
			board.doc,
			ids.flatMap((id) => (board.sources.get(id) ?? []).map((source) => source.id))
		)
	);

export const leave = (board: LiveBoard, ids: readonly string[]): void =>
	once(board, () => assign(board.doc, ids, null));

export const dissolveCluster = (board: LiveBoard, id: string): void => once(board, () => dissolve(board.doc, id));
