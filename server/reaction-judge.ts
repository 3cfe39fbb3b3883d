// Decides about the reactions in an update: each is whole, stays as it was given, and of one seat there is one of each sign
// on a sticky. Knows no other right.
import * as Y from 'yjs';
import { thing, things } from '#lib/board/board.ts';
import { signs } from '#lib/board/thing.ts';
import type { Refusal } from '#lib/protocol.ts';
import type { Change } from './update-reader.ts';

const keysOfReaction: ReadonlySet<string> = new Set(['kind', 'of', 'sign', 'place']);

export class ReactionJudge {
	/** Of the whole board by sticky and sign, once somebody asks. */
	#given: Map<string, string[]> | null = null;
	/** What this update gives. */
	readonly #giving = new Set<string>();

	constructor(
		readonly doc: Y.Doc,
		readonly changes: ReadonlyMap<string, Change>,
		readonly isMine: (id: string) => boolean
	) {}

	refusal(id: string, { made, stays, removed, keys, texts }: Change): Refusal | null {
		const becomes = keys.get('kind')?.includes('reaction') === true;
		if (!made) return becomes || (!removed && (keys.size || texts.size) && this.#isOne(id)) ? 'malformed' : null;
		if (!becomes) return null;
		const single = [...keys].every(([key, values]) => keysOfReaction.has(key) && values.length === 1);
		const [of, sign] = [keys.get('of')?.[0], keys.get('sign')?.[0]];
		if (!single || texts.size || typeof of !== 'string' || !signs.some((each) => each === sign)) return 'malformed';
		// given and taken back again while alone
		if (stays < 1) return null;
		const gift = `${of} ${sign as string}`;
		if (this.#giving.has(gift) || this.#stays(gift, id)) return 'reacted-already';
		this.#giving.add(gift);
		return null;
	}

	#isOne = (id: string): boolean => thing(this.doc, id)?.kind === 'reaction';

	/** Whether this seat gave it before and does not take it back now. */
	#stays(gift: string, id: string): boolean {
		this.#given ??= this.#all();
		const others = (this.#given.get(gift) ?? []).filter((other) => other !== id);
		return others.some((other) => this.changes.get(other)?.removed !== true && this.isMine(other));
	}

	#all(): Map<string, string[]> {
		const given = new Map<string, string[]>();
		for (const each of things(this.doc)) {
			if (each.kind !== 'reaction') continue;
			const gift = `${each.of} ${each.sign}`;
			given.set(gift, [...(given.get(gift) ?? []), each.id]);
		}
		return given;
	}
}
