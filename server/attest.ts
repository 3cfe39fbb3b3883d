// Says of every new thing on a board which sector made it, when and in which item; devices cannot say it themselves.
import type * as Y from 'yjs';
import { settle } from '#lib/board/arrange.ts';
import { idIsWellFormed, made, madeMapOf, thingsOf, type Made } from '#lib/board/board.ts';
import type { Sector } from '#lib/people/people.ts';
import type { Rules } from './update-guard.ts';

/** Characters that one update may bring to a board: a pasted list of stickies passes, a pasted book does not. */
const longestBoardText = 200_000;

export const boardRules: Rules = { roots: new Set(['things']), longestText: longestBoardText };

export class BoardAttestation {
	#known = new Map<string, Made>();

	constructor(doc: Y.Doc) {
		madeMapOf(doc).forEach((_value, id) => {
			const attested = made(doc, id);
			if (attested) this.#known.set(id, attested);
		});
	}

	/** After a device's change: attests what is new, and takes back what the device wrote in the server's place. */
	attest(
		doc: Y.Doc,
		changed: Y.Transaction['changed'],
		by: { sector: Sector | null; item: string | null; at: number }
	): void {
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
			this.#known.set(id, by);
			map.set(id, by);
			newcomers.push(id);
		}
		if (newcomers.length > 0) settle(doc, newcomers);
	}
}

function keysOf(changed: Y.Transaction['changed'], map: Y.Map<unknown>): string[] {
	for (const [type, keys] of changed) if (Object.is(type, map)) return [...keys].filter((key) => key !== null);
	return [];
}
