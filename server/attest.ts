// Says of every new thing on a board which sector made it, when and in which item; devices cannot say it themselves.
import * as Y from 'yjs';
import { settle } from '#lib/board/arrange.ts';
import { made, madeMapOf, thingsOf } from '#lib/board/board.ts';
import { idIsWellFormed, type Made } from '#lib/board/thing.ts';
import { Occupied } from '#lib/board/occupied.ts';
import type { Rules } from './update-guard.ts';

/** Characters that one update may bring to a board: a pasted list of stickies passes, a pasted book does not. */
const longestBoardText = 200_000;

export const boardRules: Rules = { roots: new Set(['things']), longestText: longestBoardText };

/** What may be said of the author of a thing that lies in a frame of an item (null: in none). */
export type Author = (item: string | null) => Made;

/** The item that brought the frame in which a thing lies; a reply lies where its sticky does. */
function itemOfFrame(things: Y.Map<unknown>, thing: unknown): string | null {
	const of = thing instanceof Y.Map && thing.get('kind') === 'reply' ? thing.get('of') : null;
	if (typeof of === 'string') {
		const sticky = idIsWellFormed(of) ? things.get(of) : null;
		return sticky instanceof Y.Map && sticky.get('kind') !== 'reply' ? itemOfFrame(things, sticky) : null;
	}
	const frame = thing instanceof Y.Map ? thing.get('frame') : null;
	const home = typeof frame === 'string' && idIsWellFormed(frame) ? things.get(frame) : null;
	const item = home instanceof Y.Map ? home.get('item') : null;
	return typeof item === 'string' && idIsWellFormed(item) ? item : null;
}

export class BoardAttestation {
	#known = new Map<string, Made>();
	#occupied: Occupied;

	constructor(doc: Y.Doc) {
		this.#occupied = new Occupied(doc);
		madeMapOf(doc).forEach((_value, id) => {
			const attested = made(doc, id);
			if (attested) this.#known.set(id, attested);
		});
	}

	/** The server's own thing: attested with what the server knows. */
	vouch(doc: Y.Doc, id: string, attested: Made): void {
		this.#known.set(id, attested);
		madeMapOf(doc).set(id, attested);
	}

	/** After a device's change: attests what is new, and takes back what the device wrote in the server's place. */
	attest(doc: Y.Doc, changed: Y.Transaction['changed'], author: Author): void {
		const map = madeMapOf(doc);
		for (const id of keysOf(changed, map)) {
			const right = this.#known.get(id);
			if (right) map.set(id, right);
			else map.delete(id);
		}
		const things = thingsOf(doc);
		const newcomers: string[] = [];
		for (const id of keysOf(changed, things)) {
			if (!idIsWellFormed(id) || this.#known.has(id) || !things.has(id)) continue;
			const attested = author(itemOfFrame(things, things.get(id)));
			this.#known.set(id, attested);
			map.set(id, attested);
			newcomers.push(id);
		}
		const inTheWay = newcomers.filter((id) => this.#occupied.isInTheWay(id));
		if (inTheWay.length > 0) settle(doc, inTheWay);
	}
}

function keysOf(changed: Y.Transaction['changed'], map: Y.Map<unknown>): string[] {
	for (const [type, keys] of changed) if (Object.is(type, map)) return [...keys].filter((key) => key !== null);
	return [];
}
