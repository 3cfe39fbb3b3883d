// Replies to stickies: short answers that hang on one. Knows no screen.
import * as Y from 'yjs';
import { makeId } from '#lib/people/ids.ts';
import { byHand, thing, things, thingsOf } from './board.ts';
import { stickyTextLimit } from './limits.ts';
import { rootsOf } from './order.ts';
import type { Reply } from './thing.ts';

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
export function repliesBy(doc: Y.Doc): Map<string, Reply[]> {
	const all = things(doc);
	const stickies = all.filter((each) => each.kind === 'sticky');
	const there = new Set(stickies.map(({ id }) => id));
	const roots = rootsOf(stickies);
	const replies = new Map<string, Reply[]>();
	// the order in which a document lists its things is not the same on every device
	for (const each of all.sort((one, other) => (one.id < other.id ? -1 : 1))) {
		if (each.kind !== 'reply' || !there.has(each.of)) continue;
		const of = roots.get(each.of) ?? each.of;
		replies.set(of, [...(replies.get(of) ?? []), each]);
	}
	return replies;
}
