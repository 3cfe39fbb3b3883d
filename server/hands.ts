// Whose hand is whose in one document. A hand is the number with which Yjs marks what a device writes (client id); everybody sees it,
// so anybody could write on with the hand of somebody else, whose next words would then count as known and be lost. Therefore a hand
// belongs to the seat that wrote with it first, as long as that seat is there. Knows no session and no socket.
import * as Y from 'yjs';
import { encoded, type DecodedUpdate, type Struct } from './update-reader.ts';

/** What the server itself writes with. */
export const serverSeat = 'server';

/** A hand and a mark of the seat whose it is, as the journal keeps them. */
export type HandMark = readonly [hand: number, mark: string];

export type Seats = {
	/** A mark by which a hand's seat is known again after a restart; null when it may not be known. */
	mark: (seat: string, hand: number) => string | null;
	/** Who is there now. */
	present: () => readonly string[];
	/** Facilitators may go on with each other's hands: one comes back to the same browser with another seat. */
	leads: (seat: string) => boolean;
};

export const nobody: Seats = { mark: () => null, present: () => [], leads: () => false };

export class Hands {
	#owners = new Map<number, string>();
	/** Of hands that wrote before the server started. */
	#marks = new Map<number, string>();

	constructor(readonly seats: Seats) {}

	remember(marks: readonly HandMark[]): void {
		for (const [hand, mark] of marks) this.#marks.set(hand, mark);
	}

	/** The seat that owns a hand and is there; null when anybody may take it. */
	#ownerOf(hand: number): string | null {
		const there = [serverSeat, ...this.seats.present()];
		const known = this.#owners.get(hand);
		if (known !== undefined) return there.includes(known) ? known : null;
		const mark = this.#marks.get(hand);
		const owner = mark === undefined ? undefined : there.find((seat) => this.seats.mark(seat, hand) === mark);
		if (owner !== undefined) this.#owners.set(hand, owner);
		return owner ?? null;
	}

	#mayUse(hand: number, seat: string): boolean {
		const owner = this.#ownerOf(hand);
		return owner === null || owner === seat || (this.seats.leads(owner) && this.seats.leads(seat));
	}

	/** The update without what is written with hands of others; null when all of it is the seat's own. */
	spare(doc: Y.Doc, update: DecodedUpdate, seat: string): { bytes: Uint8Array; update: DecodedUpdate } | null {
		const taken = [...written(doc, update)].filter((hand) => !this.#mayUse(hand, seat));
		if (taken.length === 0) return null;
		const bytes = withoutHands(doc, update, new Set(taken));
		return { bytes, update: Y.decodeUpdate(bytes) };
	}

	/** From now on the hands of an update are the seat's; marks of those that are new to the journal. */
	claim(hands: Iterable<number>, seat: string): HandMark[] {
		const marks: HandMark[] = [];
		for (const hand of hands) {
			if (this.#ownerOf(hand) === seat) continue;
			this.#owners.set(hand, seat);
			const mark = this.seats.mark(seat, hand);
			if (mark !== null) marks.push([hand, mark]);
		}
		return marks;
	}
}

/** Hands with which an update writes what the document does not have. */
export function written(doc: Y.Doc, update: DecodedUpdate): Set<number> {
	const hands = new Set<number>();
	for (const { id, length } of update.structs)
		if (id.clock + length > Y.getState(doc.store, id.client)) hands.add(id.client);
	return hands;
}

/** How often an update is looked through for what rests on lost writing; who needs more than that loses all of it. */
const looks = 8;

/** What was written with the hands goes; what rests on it becomes empty, so that what follows still fits. */
function withoutHands(doc: Y.Doc, update: DecodedUpdate, hands: ReadonlySet<number>): Uint8Array {
	const own = update.structs.filter(({ id }) => !hands.has(id.client));
	const runs = new Map<number, Struct[]>();
	for (const struct of own) {
		const run = runs.get(struct.id.client);
		if (run) run.push(struct);
		else runs.set(struct.id.client, [struct]);
	}
	const emptied = new Set<Struct>();
	const isLost = (id: unknown): boolean => {
		if (!(id instanceof Y.ID) || id.clock < Y.getState(doc.store, id.client)) return false;
		if (hands.has(id.client)) return true;
		const run = runs.get(id.client);
		return run !== undefined && emptied.has(run[Y.findIndexSS(run as never, id.clock)]!);
	};
	const empty = (struct: Struct): boolean => {
		if (!(struct instanceof Y.Item) || emptied.has(struct)) return false;
		if (![struct.origin, struct.rightOrigin, struct.parent].some(isLost)) return false;
		emptied.add(struct);
		return true;
	};
	let look = 0;
	while (own.filter(empty).length > 0) if (++look === looks) for (const struct of own) emptied.add(struct);
	return encoded(
		own.map((struct) => (emptied.has(struct) ? new Y.GC(struct.id, struct.length) : struct)),
		update.ds,
		[...hands].map((client) => ({ client, clock: Y.getState(doc.store, client), len: Infinity }))
	);
}
