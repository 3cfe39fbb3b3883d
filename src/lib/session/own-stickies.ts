// Which stickies of a session were written on this device: kept here alone, since the server need not know. Knows no page.
import type * as Y from 'yjs';
import { thingsOf } from '#lib/board/board.ts';

const keyOf = (session: string): string => `narada:own-stickies:${session}`;

/** For browsers that forbid storage: as long as the page lasts. */
const inMemory = new Map<string, string[]>();

export function ownStickies(session: string): string[] {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(keyOf(session)) ?? '[]');
		if (Array.isArray(kept)) return kept.filter((id) => typeof id === 'string');
	} catch {
		// below
	}
	return inMemory.get(session) ?? [];
}

export function rememberOwn(session: string, ids: readonly string[]): void {
	const known = ownStickies(session);
	const all = [...new Set([...known, ...ids])];
	if (all.length === known.length) return;
	inMemory.set(session, all);
	try {
		localStorage.setItem(keyOf(session), JSON.stringify(all));
	} catch {
		// the page keeps them
	}
}

/** Remembers what is put on the board by this device from now on; what the network or the disk brings is not its own. */
export function watchOwn(session: string, doc: Y.Doc): () => void {
	const things = thingsOf(doc);
	const look = (event: Y.YMapEvent<unknown>, transaction: Y.Transaction) => {
		if (!transaction.local) return;
		const added = [...event.changes.keys].flatMap(([id, { action }]) => (action === 'add' ? [id] : []));
		if (added.length > 0) rememberOwn(session, added);
	};
	things.observe(look);
	return () => things.unobserve(look);
}
