// Says of every new thing on a board which sector made it, when and in which item; devices cannot say it themselves.
import * as Y from 'yjs';
import { settle } from '#lib/board/arrange.ts';
import { made, madeMapOf, thingsOf } from '#lib/board/board.ts';
import { idIsWellFormed, type Made } from '#lib/board/thing.ts';
import { Occupied } from '#lib/board/occupied.ts';
import type { Rules } from './update-guard.ts';

/** Characters that one update may bring to a board: ten thousand stickies pass, a pasted book does not. */
const longestBoardText = 500_000;

export const boardRules: Rules = { roots: new Set(['things']), longestText: longestBoardText };

/** What may be said of the author of a thing that lies in a frame of an item (null: in none). */
export type Author = (item: string | null) => Made;

/** The sticky that a reply or a reaction hangs on, as its device says. */
const hangsOn = (thing: unknown): unknown =>
	thing instanceof Y.Map && (thing.get('kind') === 'reply' || thing.get('kind') === 'reaction')
		? (thing.get('of') ?? null)
		: null;

/** The item that brought the frame in which a thing lies; what hangs on a sticky lies where that does. */
function itemOfFrame(things: Y.Map<unknown>, thing: unknown): string | null {
	const of = hangsOn(thing);
	if (typeof of === 'string') {
		const sticky = idIsWellFormed(of) ? things.get(of) : null;
		return hangsOn(sticky) === null ? itemOfFrame(things, sticky) : null;
	}
	const frame = thing instanceof Y.Map ? thing.get('frame') : null;
	const home = typeof frame === 'string' && idIsWellFormed(frame) ? things.get(frame) : null;
	const item = home instanceof Y.Map ? home.get('item') : null;
	return typeof item === 'string' && idIsWellFormed(item) ? item : null;
}

/** A mark of a seat and a thing by which the server knows the author again; null when it may not know any more. */
export type Tag = (seat: string, id: string) => string | null;

export class BoardAttestation {
	#known = new Map<string, Made>();
	/** Who made what since the start of the server; who made it before is found by its tag. */
	#owners = new Map<string, string>();
	#occupied: Occupied;

	constructor(
		doc: Y.Doc,
		readonly tag: Tag
	) {
		this.#occupied = new Occupied(doc);
		madeMapOf(doc).forEach((_value, id) => {
			const attested = made(doc, id);
			if (attested) this.#known.set(id, attested);
		});
	}

	/** A thing of a seat: attested with what the server knows, and with its tag. */
	vouch(doc: Y.Doc, id: string, said: Made, seat: string): void {
		const tag = this.tag(seat, id);
		const attested = tag === null ? said : { ...said, tag };
		this.#known.set(id, attested);
		this.#owners.set(id, seat);
		madeMapOf(doc).set(id, attested);
	}

	/** Whose a thing is; one that is gone keeps its author. */
	owner(id: string, seat: string): 'mine' | 'other' | 'nobody' {
		const attested = this.#known.get(id);
		if (!attested) return 'nobody';
		const owner = this.#owners.get(id);
		if (owner !== undefined) return owner === seat ? 'mine' : 'other';
		if (attested.tag === undefined || attested.tag !== this.tag(seat, id)) return 'other';
		this.#owners.set(id, seat);
		return 'mine';
	}

	isFixed = (id: string): boolean => this.#known.get(id)?.fixed === true;

	ownedBy(seat: string): string[] {
		return [...this.#known.keys()].filter((id) => this.owner(id, seat) === 'mine');
	}

	/** After a device's change: attests what is new, and takes back what the device wrote in the server's place. */
	attest(doc: Y.Doc, changed: Y.Transaction['changed'], seat: string, author: Author): void {
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
			this.vouch(doc, id, author(itemOfFrame(things, things.get(id))), seat);
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
