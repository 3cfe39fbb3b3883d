// Keeps the trail of the board's order: after every change of a device it says who put which sticky into which cluster or
// behind which other one. Knows no socket; whoever calls it commits what it wrote.
import * as Y from 'yjs';
import { thing, thingsOf, thingsOfKind } from '#lib/board/board.ts';
import { trailMapOf, type Move, type Named, type Step } from '#lib/board/clusters/trail.ts';
import { idIsWellFormed, idOrNull, type Made } from '#lib/board/thing.ts';

/** Steps that are kept; the oldest go. A day of 25 people stays far below. */
const stepsLimit = 2000;

type Home = { cluster: string | null; into: string | null };

export class BoardTrail {
	/** Where every sticky belonged after the last change. */
	#homes = new Map<string, Home>();
	/** How every cluster was called last, also those that are gone. */
	#names = new Map<string, Named>();
	#known = new Map<string, unknown>();
	#last = 0;

	constructor(readonly doc: Y.Doc) {
		for (const { id, cluster, into } of thingsOfKind(doc, 'sticky')) this.#homes.set(id, { cluster, into });
		for (const each of thingsOfKind(doc, 'cluster')) this.#names.set(each.id, namedAs(each));
		trailMapOf(doc).forEach((value, id) => {
			this.#known.set(id, value);
			this.#last = Math.max(this.#last, Number(id) || 0);
		});
	}

	/** `author` says what may be known of who made the change, for something in the frame of an item (null: in none). */
	follow(changed: Y.Transaction['changed'], author: (item: string | null) => Made): void {
		this.#putRight(changed);
		const touched = touchedIn(this.doc, changed);
		const grouped: Move[] = [];
		const merged: Move[] = [];
		for (const id of touched) {
			const value = thingsOf(this.doc).get(id);
			const before = this.#homes.get(id) ?? { cluster: null, into: null };
			// most are stickies that belong nowhere: what they say is not read
			if (isLoose(value) && before.cluster === null && before.into === null) {
				this.#homes.set(id, before);
				continue;
			}
			const now = thing(this.doc, id);
			if (now?.kind === 'cluster') this.#names.set(id, namedAs(now));
			if (now?.kind !== 'sticky') {
				if (!now) this.#homes.delete(id);
				continue;
			}
			if (before.cluster !== now.cluster) grouped.push([id, before.cluster, now.cluster]);
			if (before.into !== now.into) merged.push([id, before.into, now.into]);
			this.#homes.set(id, { cluster: now.cluster, into: now.into });
		}
		if (grouped.length) this.#write('grouped', grouped, author);
		if (merged.length) this.#write('merged', merged, author);
	}

	/** What a device wrote in the server's place. */
	#putRight(changed: Y.Transaction['changed']): void {
		const map = trailMapOf(this.doc);
		for (const [type, keys] of changed) {
			if (!Object.is(type, map)) continue;
			for (const key of keys) {
				if (key === null) continue;
				if (this.#known.has(key)) map.set(key, this.#known.get(key));
				else map.delete(key);
			}
		}
	}

	#write(kind: Step['kind'], moves: readonly Move[], author: (item: string | null) => Made): void {
		const items = new Set(moves.map(([sticky]) => this.#itemOf(sticky)));
		const said = [...items].map(author);
		const first = said[0]!;
		const names: Record<string, Named> = {};
		if (kind === 'grouped')
			for (const id of new Set(moves.flatMap(([, from, to]) => [from, to]))) {
				const named = id === null ? undefined : this.#names.get(id);
				if (id !== null && named) names[id] = named;
			}
		const step: Omit<Step, 'id'> = {
			kind,
			at: first.at,
			// as little as the strictest of the items lets be known
			sector: said.every(({ sector }) => sector === first.sector) ? first.sector : null,
			by: said.every(({ by }) => by === first.by) ? first.by : null,
			leads: 'fixed' in first,
			moves,
			names
		};
		const id = String(++this.#last);
		this.#known.set(id, step);
		trailMapOf(this.doc).set(id, step);
		const oldest = String(this.#last - stepsLimit);
		if (this.#known.delete(oldest)) trailMapOf(this.doc).delete(oldest);
	}

	/** The item that brought the frame in which a sticky lies. */
	#itemOf(sticky: string): string | null {
		const now = thing(this.doc, sticky);
		const frame = now?.kind === 'sticky' && now.frame !== null ? thing(this.doc, now.frame) : null;
		return frame?.kind === 'frame' ? frame.item : null;
	}
}

const isLoose = (value: unknown): boolean =>
	value instanceof Y.Map &&
	value.get('kind') === 'sticky' &&
	idOrNull(value.get('cluster')) === null &&
	idOrNull(value.get('into')) === null;

const namedAs = ({ name, colour, frame }: Named): Named => ({ name, colour, frame });

/** Ids of what appeared, went away or got another home or name. */
function touchedIn(doc: Y.Doc, changed: Y.Transaction['changed']): Set<string> {
	const root = thingsOf(doc);
	const ids = new Set<string>();
	for (const [type, keys] of changed) {
		if (Object.is(type, root)) for (const key of keys) if (key !== null && idIsWellFormed(key)) ids.add(key);
		const item = type._item;
		if (!item || !Object.is(item.parent, root) || item.parentSub === null) continue;
		if (['cluster', 'into', 'name', 'colour', 'frame'].some((key) => keys.has(key))) ids.add(item.parentSub);
	}
	return ids;
}
