// Reads what an update of a board would change, thing by thing, before Yjs applies it. Knows no rights.
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { thingsOf } from '#lib/board/board.ts';

export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>;
export type Struct = DecodedUpdate['structs'][number];

/** A run of ids of one author. */
export type Range = { client: number; clock: number; len: number };

/** What an update does to one thing. */
export type Change = {
	/** A thing is put under this id, anew or in the place of another. */
	made: boolean;
	/** What lay under this id goes. */
	removed: boolean;
	/** Things that are put under this id, without those that this very update takes away again. */
	stays: number;
	/** Every value that is given to each key. */
	keys: Map<string, unknown[]>;
	/** Letters that come to and go from the text under a key. */
	texts: Map<string, { added: number; removed: number }>;
	/** Where this stands in the update, for taking it out. */
	structs: Struct[];
	deletions: Range[];
};

/** Where something lies: a thing itself, a key of it, or letters of the text under a key. */
type Spot = { id: string; key: string | null; letters: boolean; container: object | null };
/** `nothing`: it has no effect; `elsewhere`: outside of what devices may write. */
type Where = Spot | 'nothing' | 'elsewhere';

/** Whether an update takes away what is still there; a full exchange tells of everything that ever went. */
export function takesAway(doc: Y.Doc, { ds }: DecodedUpdate): boolean {
	for (const [client, ranges] of ds.clients) {
		const structs = doc.store.clients.get(client) ?? [];
		for (const { clock, len } of ranges) {
			if (clock >= Y.getState(doc.store, client)) continue;
			for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
				if (structs[at]!.id.clock >= clock + len) break;
				if (!structs[at]!.deleted) return true;
			}
		}
	}
	return false;
}

/** What an update does to each thing, by id; null when it reaches for what is not a thing. The update must fit the document. */
export function changesOf(doc: Y.Doc, update: DecodedUpdate): Map<string, Change> | null {
	const reader = new Reader(doc, update);
	return reader.read() ? reader.changes : null;
}

class Reader {
	readonly changes = new Map<string, Change>();
	readonly #things: Y.Map<unknown>;
	readonly #structs = new Map<number, Struct[]>();
	readonly #known = new Map<Struct, Where>();

	constructor(
		readonly doc: Y.Doc,
		readonly update: DecodedUpdate
	) {
		this.#things = thingsOf(doc);
		for (const struct of update.structs) {
			const run = this.#structs.get(struct.id.client);
			if (run) run.push(struct);
			else this.#structs.set(struct.id.client, [struct]);
		}
	}

	read(): boolean {
		for (const struct of this.update.structs) {
			const { client, clock } = struct.id;
			if (clock + struct.length <= Y.getState(this.doc.store, client)) continue;
			const where = struct instanceof Y.Item ? this.#where(struct) : 'nothing';
			if (where === 'elsewhere') return false;
			if (where !== 'nothing') this.#writes(where, struct as Y.Item);
		}
		for (const [client, ranges] of this.update.ds.clients)
			for (const { clock, len } of ranges) if (!this.#deletes({ client, clock, len })) return false;
		return true;
	}

	#change(id: string): Change {
		let change = this.changes.get(id);
		if (!change) {
			change = { made: false, removed: false, stays: 0, keys: new Map(), texts: new Map(), structs: [], deletions: [] };
			this.changes.set(id, change);
		}
		return change;
	}

	#writes({ id, key, letters }: Spot, item: Y.Item): void {
		const change = this.#change(id);
		change.structs.push(item);
		const { content } = item;
		if (key === null) {
			if (content instanceof Y.ContentDeleted) change.removed = true;
			else {
				change.made = true;
				change.stays++;
			}
		} else if (letters) this.#letters(change, key).added += item.countable ? item.length : 0;
		else change.keys.set(key, [...(change.keys.get(key) ?? []), ...content.getContent()]);
	}

	#letters(change: Change, key: string) {
		let letters = change.texts.get(key);
		if (!letters) change.texts.set(key, (letters = { added: 0, removed: 0 }));
		return letters;
	}

	/** What is deleted already is told again with every full exchange: it changes nothing. */
	#deletes(range: Range): boolean {
		const { client, clock, len } = range;
		const end = clock + len;
		const look = (structs: readonly Struct[] | undefined, from: number, to: number): boolean => {
			if (!structs || from >= to) return true;
			for (let at = Y.findIndexSS(structs as never, from); at < structs.length; at++) {
				const struct = structs[at]!;
				if (struct.id.clock >= to) break;
				if (!(struct instanceof Y.Item) || struct.deleted) continue;
				const where = this.#where(struct);
				if (where === 'elsewhere') return false;
				if (where === 'nothing') continue;
				const start = Math.max(from, struct.id.clock);
				this.#loses(where, struct, {
					client,
					clock: start,
					len: Math.min(to, struct.id.clock + struct.length) - start
				});
			}
			return true;
		};
		const known = Y.getState(this.doc.store, client);
		return (
			look(this.doc.store.clients.get(client) as Struct[] | undefined, clock, Math.min(end, known)) &&
			look(this.#structs.get(client), Math.max(clock, known), end)
		);
	}

	#loses({ id, key, letters }: Spot, item: Y.Item, range: Range): void {
		const change = this.#change(id);
		const isNew = this.#known.has(item);
		if (!isNew) change.deletions.push(range);
		if (letters) this.#letters(change, key!).removed += item.countable ? range.len : 0;
		// what this update brings and takes again was judged when it came
		else if (isNew) {
			if (key === null) change.stays--;
			return;
		} else if (key === null) change.removed = true;
		else change.keys.set(key, change.keys.get(key) ?? []);
	}

	/** Where a struct of the update or of the document lies. */
	#where(item: Y.Item): Where {
		// along the letters that were typed one after another, without a call for each
		const path: Y.Item[] = [];
		let at: Y.Item = item;
		for (;;) {
			const known = this.#known.get(at);
			if (known !== undefined) return this.#remember(path, known);
			if (!this.#isNew(at)) return this.#remember(path, this.#stored(at));
			path.push(at);
			if (path.length > this.update.structs.length) return this.#remember(path, 'nothing');
			const beside = at.origin ?? at.rightOrigin;
			if (beside === null) return this.#remember(path, this.#declared(at));
			const neighbours = [at.origin, at.rightOrigin].map((id) => (id === null ? null : this.#find(id)));
			if (neighbours.some((neighbour) => neighbour instanceof Y.GC)) return this.#remember(path, 'nothing');
			const next = neighbours.find((neighbour) => neighbour instanceof Y.Item);
			if (!next) return this.#remember(path, 'nothing');
			at = next as Y.Item;
		}
	}

	#remember(path: readonly Y.Item[], where: Where): Where {
		for (const item of path) this.#known.set(item, where);
		return where;
	}

	#isNew(item: Y.Item): boolean {
		return item.id.clock + item.length > Y.getState(this.doc.store, item.id.client);
	}

	#find({ client, clock }: Y.ID): Struct | null {
		if (clock < Y.getState(this.doc.store, client))
			return Y.getItem(this.doc.store, Y.createID(client, clock)) as Struct;
		const structs = this.#structs.get(client);
		return structs ? structs[Y.findIndexSS(structs as never, clock)]! : null;
	}

	/** An item without neighbours says itself what it lies in. */
	#declared(item: Y.Item): Where {
		const parent = item.parent as unknown;
		if (parent === 'things') return this.#thing(item);
		if (!(parent instanceof Y.ID)) return 'elsewhere';
		const container = this.#find(parent);
		if (!(container instanceof Y.Item) || container.deleted) return 'nothing';
		if (!(container.content instanceof Y.ContentType)) return 'nothing';
		return this.#inside(this.#where(container), container, item);
	}

	#stored(item: Y.Item): Where {
		const parent = item.parent as Y.AbstractType<unknown> | null;
		if (parent === this.#things) return this.#thing(item);
		const container = parent?._item ?? null;
		if (container === null) return 'elsewhere';
		return container.deleted ? 'nothing' : this.#inside(this.#where(container), container, item);
	}

	#thing(item: Y.Item): Where {
		return item.parentSub === null ? 'elsewhere' : { id: item.parentSub, key: null, letters: false, container: item };
	}

	#inside(outer: Where, container: Y.Item, item: Y.Item): Where {
		if (typeof outer === 'string') return outer;
		if (outer.letters) return 'elsewhere';
		if (outer.key !== null) return { ...outer, letters: true, container };
		return item.parentSub === null ? 'elsewhere' : { id: outer.id, key: item.parentSub, letters: false, container };
	}
}

/** The update without what it does to some things: their structs become empty, so that what follows on them still fits. */
export function without(update: DecodedUpdate, changes: readonly Change[]): Uint8Array {
	const emptied = new Set(changes.flatMap(({ structs }) => structs));
	const structs = update.structs.map((struct) => (emptied.has(struct) ? new Y.GC(struct.id, struct.length) : struct));
	return encoded(
		structs,
		update.ds,
		changes.flatMap(({ deletions }) => deletions)
	);
}

/** The bytes of an update; what lies in the spared ranges is not deleted. */
export function encoded(structs: readonly Struct[], ds: DecodedUpdate['ds'], spared: readonly Range[]): Uint8Array {
	const encoder = new Y.UpdateEncoderV1();
	const runs = new Map<number, Struct[]>();
	for (const struct of structs) {
		const run = runs.get(struct.id.client);
		if (run) run.push(struct);
		else runs.set(struct.id.client, [struct]);
	}
	encoding.writeVarUint(encoder.restEncoder, runs.size);
	for (const [client, run] of runs) {
		encoding.writeVarUint(encoder.restEncoder, run.length);
		encoder.writeClient(client);
		encoding.writeVarUint(encoder.restEncoder, run[0]!.id.clock);
		for (const struct of run) struct.write(encoder, 0);
	}
	writeDeletions(encoder, ds, spared);
	return encoder.toUint8Array();
}

function writeDeletions(encoder: Y.UpdateEncoderV1, ds: DecodedUpdate['ds'], spared: readonly Range[]): void {
	const left = new Map<number, { clock: number; len: number }[]>();
	for (const [client, ranges] of ds.clients) {
		const holes = spared.filter((range) => range.client === client).sort((a, b) => a.clock - b.clock);
		const kept = ranges.flatMap(({ clock, len }) => {
			const parts = [];
			let from = clock;
			for (const hole of holes) {
				if (hole.clock >= clock + len || hole.clock + hole.len <= from) continue;
				if (hole.clock > from) parts.push({ clock: from, len: hole.clock - from });
				from = hole.clock + hole.len;
			}
			return from < clock + len ? [...parts, { clock: from, len: clock + len - from }] : parts;
		});
		if (kept.length) left.set(client, kept);
	}
	encoding.writeVarUint(encoder.restEncoder, left.size);
	for (const [client, ranges] of left) {
		encoder.resetDsCurVal();
		encoding.writeVarUint(encoder.restEncoder, client);
		encoding.writeVarUint(encoder.restEncoder, ranges.length);
		for (const { clock, len } of ranges) {
			encoder.writeDsClock(clock);
			encoder.writeDsLen(len);
		}
	}
}
