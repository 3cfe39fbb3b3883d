// What every thing of a board tells in a record: its frame by name, who made it and when, as far as its item let it be known. Pure.
import type * as Y from 'yjs';
import { frames, made } from '#lib/board/board.ts';

/** Titles of items by their ids, as the record cites them. */
export type ItemOf = (item: string | null) => string | null;

/** Who made it, and when in ms since the epoch. */
export function authorOf(board: Y.Doc, id: string) {
	const attested = made(board, id);
	return { sector: attested?.sector ?? null, by: attested?.by ?? null, at: attested?.at ?? null };
}

/** Names of frames by their ids; of one that is gone, none. */
export function frameNames(board: Y.Doc): (frame: string | null) => string | null {
	const names = new Map(frames(board).map(({ id, name }) => [id, name]));
	return (frame) => (frame === null ? null : (names.get(frame) ?? null));
}

/** Where a thing lies by name, who made it when, and under which item. */
export function lyingOn(board: Y.Doc, itemOf: ItemOf) {
	const nameOf = frameNames(board);
	return (id: string, frame: string | null) => ({
		frame: nameOf(frame),
		...authorOf(board, id),
		item: itemOf(made(board, id)?.item ?? null)
	});
}

/** Oldest first; those of the same moment by their ids. */
export function byAge(board: Y.Doc): (one: { id: string }, other: { id: string }) => number {
	const age = ({ id }: { id: string }) => made(board, id)?.at ?? 0;
	return (one, other) => age(one) - age(other) || (one.id < other.id ? -1 : 1);
}
