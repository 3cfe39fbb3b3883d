// Replies to stickies: short answers that hang on one, and how what hangs is found. Knows no screen.
import * as Y from 'yjs';
import { makeId } from '#lib/people/ids.ts';
import { byHand, thing, things, thingsOf } from './board.ts';
import { stickyTextLimit } from './limits.ts';
import { hanging, rootsOf } from './order.ts';
import type { Reaction, Reply } from './thing.ts';

/** Null when the sticky is gone or nothing was said. */
export function addReply(doc: Y.Doc, of: string, text: string, origin: unknown = byHand): string | null {
	const sticky = thing(doc, of);
	const said = text.trim().slice(0, stickyTextLimit);
	if (sticky?.kind !== 'sticky' || !said) return null;
	const id = makeId();
	doc.transact(() => {
		const value = new Y.Map<unknown>();
		value.set('kind', 'reply');
		value.set('of', of);
		value.set('place', [Math.round(sticky.place[0]), Math.round(sticky.place[1]), 1, 1]);
		value.set('text', new Y.Text(said));
		thingsOf(doc).set(id, value);
	}, origin);
	return id;
}

/** Replies by the sticky that is shown for the one they answer; those to stickies that are gone are left out. */
export const repliesBy = (doc: Y.Doc): Map<string, Reply[]> => hangingOf(doc, 'reply');

/** The same for every kind that hangs on stickies. */
export function hangingOf<K extends 'reply' | 'reaction'>(doc: Y.Doc, kind: K) {
	const all = things(doc);
	const stickies = all.filter((each) => each.kind === 'sticky');
	const there = new Set(stickies.map(({ id }) => id));
	const found = all.filter((each): each is Extract<Reply | Reaction, { kind: K }> => each.kind === kind);
	// the order in which a document lists its things is not the same on every device
	const known = found.filter(({ of }) => there.has(of)).sort((one, other) => (one.id < other.id ? -1 : 1));
	return hanging(known, rootsOf(stickies), ({ of }) => of);
}
