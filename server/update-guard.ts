// Looks at an update from a device before Yjs applies it: is it whole, does it fit, does it touch only what it may? Changes nothing.
import * as Y from 'yjs';
import type { DecodedUpdate } from './update-reader.ts';

export type Verdict =
	/** Everything it needs is known: it may be applied. */
	| 'fits'
	/** Something before it is missing: ask for a full exchange. */
	| 'gap'
	/** Not an update, or one that no Yjs client makes. */
	| 'malformed'
	/** It writes where clients must not write. */
	| 'foreign'
	/** A text in it is longer than the document allows. */
	| 'too-long';

export type Rules = { roots: ReadonlySet<string>; longestText: number };

/** Clocks beyond this are never reached by typing. */
const clockLimit = 2 ** 31;

export const isEmptyUpdate = (bytes: Uint8Array): boolean => bytes.length === 2 && bytes[0] === 0 && bytes[1] === 0;

/** Null when the bytes are no update. */
export function decoded(bytes: Uint8Array): DecodedUpdate | null {
	try {
		const update = Y.decodeUpdate(bytes);
		// what another format writes reads as nothing at all
		return update.structs.length === 0 && update.ds.clients.size === 0 && bytes.length > 2 ? null : update;
	} catch {
		return null;
	}
}

export function inspectUpdate(document: Y.Doc, update: DecodedUpdate, rules: Rules): Verdict {
	const known = (client: number) => Y.getState(document.store, client);
	const ends = new Map<number, number>();
	for (const struct of update.structs) {
		const { client, clock } = struct.id;
		if (clock + struct.length > clockLimit || struct.length <= 0) return 'malformed';
		if (struct instanceof Y.Skip) return 'gap';
		const expected = ends.get(client) ?? known(client);
		if (clock > expected) return 'gap';
		ends.set(client, Math.max(expected, clock + struct.length));
	}
	const end = (client: number) => ends.get(client) ?? known(client);
	const isThere = (id: Y.ID | null) => id === null || id.clock < end(id.client);

	let text = 0;
	for (const struct of update.structs) {
		if (!(struct instanceof Y.Item)) continue;
		const { content, parent } = struct;
		if (!isThere(struct.origin) || !isThere(struct.rightOrigin)) return 'gap';
		if (parent instanceof Y.ID && !isThere(parent)) return 'gap';
		if (typeof parent === 'string' && !rules.roots.has(parent)) return 'foreign';
		if (content instanceof Y.ContentDoc || content instanceof Y.ContentBinary) return 'foreign';
		if (struct.parentSub === '__proto__') return 'malformed';
		if (content instanceof Y.ContentString) text += content.str.length;
		else if (content instanceof Y.ContentAny && hasPoison(content.arr)) return 'malformed';
	}
	if (text > rules.longestText) return 'too-long';
	for (const [client, deletions] of update.ds.clients)
		for (const { clock, len } of deletions) if (clock + len > end(client)) return 'gap';
	return canBeOrdered(update.structs, known) ? 'fits' : 'malformed';
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

/** How often the structs of one author are looked at again, over all authors, before an update counts as made to waste time. */
const looksLimit = 1_000_000;

/** Whether every struct can come after those it refers to: one that refers to itself, or two that wait for each other, break Yjs. */
function canBeOrdered(structs: readonly Struct[], known: (client: number) => number): boolean {
	const queues = new Map<number, Struct[]>();
	for (const struct of structs) {
		const queue = queues.get(struct.id.client);
		if (queue) queue.push(struct);
		else queues.set(struct.id.client, [struct]);
	}
	const places = new Map<number, number>();
	const reached = new Map([...queues.keys()].map((client) => [client, known(client)]));
	const isBefore = (id: Y.ID | string | null) =>
		!(id instanceof Y.ID) || id.clock < (reached.get(id.client) ?? known(id.client));
	let left = structs.length;
	let looks = 0;
	for (let moved = true; moved && left > 0;) {
		moved = false;
		for (const [client, queue] of queues) {
			if (++looks > looksLimit) return false;
			for (let place = places.get(client) ?? 0; place < queue.length; place++) {
				const struct = queue[place]!;
				const { id, length } = struct;
				if (
					struct instanceof Y.Item &&
					![struct.origin, struct.rightOrigin, struct.parent as Y.ID | string | null].every(isBefore)
				)
					break;
				reached.set(client, Math.max(reached.get(client)!, id.clock + length));
				places.set(client, place + 1);
				left -= 1;
				moved = true;
			}
		}
	}
	return left === 0;
}

/** Whether decoded values carry a prototype that is not their own: no honest client sends one. */
function hasPoison(values: unknown, depth = 0): boolean {
	if (values === null || typeof values !== 'object') return false;
	if (depth > 16) return true;
	if (values instanceof Uint8Array) return true;
	const prototype: unknown = Object.getPrototypeOf(values);
	if (!Array.isArray(values) && prototype !== Object.prototype && prototype !== null) return true;
	return Object.values(values).some((value) => hasPoison(value, depth + 1));
}
