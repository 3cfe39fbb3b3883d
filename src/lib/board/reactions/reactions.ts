// Reactions: signs that people give to stickies, how they are put there, taken back and counted. Knows no screen.
import * as Y from 'yjs';
import { makeId } from '#lib/people/ids.ts';
import type { Sector } from '#lib/people/people.ts';
import { made, thing, thingsOf } from '../board.ts';
import { hangingOf } from '../replies.ts';
import { signCounts, type Reaction, type Sign } from '../thing.ts';

/** No step of undo: the same tap takes a reaction back. */
const lightly = Symbol('lightly');

/** Null when the sticky is gone. The server lets one of each sign from a seat stay. */
export function addReaction(doc: Y.Doc, of: string, sign: Sign, id: string = makeId()): string | null {
	const sticky = thing(doc, of);
	if (sticky?.kind !== 'sticky') return null;
	doc.transact(() => {
		const value = new Y.Map<unknown>();
		value.set('kind', 'reaction');
		value.set('of', of);
		value.set('sign', sign);
		value.set('place', [Math.round(sticky.place[0]), Math.round(sticky.place[1]), 1, 1]);
		thingsOf(doc).set(id, value);
	}, lightly);
	return id;
}

export function removeReactions(doc: Y.Doc, ids: readonly string[]): void {
	doc.transact(() => {
		for (const id of ids) thingsOf(doc).delete(id);
	}, lightly);
}

/** Reactions by the sticky that is shown for the one they were given to. */
export const reactionsBy = (doc: Y.Doc): Map<string, Reaction[]> => hangingOf(doc, 'reaction');

/** Signs with those who gave them, as far as it is known: their sectors and, where people are named, their names. */
export type Given = { sign: Sign; count: number; sectors: Sector[]; by: string[] };

export function givenBy(doc: Y.Doc, reactions: readonly Reaction[]): Given[] {
	return signCounts(reactions).map(([sign, count]) => {
		const about = reactions.flatMap((each) => (each.sign === sign ? (made(doc, each.id) ?? []) : []));
		return {
			sign,
			count,
			sectors: about.flatMap(({ sector }) => sector ?? []).sort(),
			by: about.flatMap(({ by }) => by ?? []).sort((one, other) => one.localeCompare(other, 'pl'))
		};
	});
}
