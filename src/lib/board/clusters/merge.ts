// Stickies that were merged: which one stands for them, and the way back. Both texts stay, as sources of the one.
import * as Y from 'yjs';
import { byHand, thingsOf } from '../board.ts';
import type { Dots } from '../dots.ts';
import { validateThing } from '../thing.ts';

const mapOf = (doc: Y.Doc, id: string): Y.Map<unknown> | null => {
	const value = thingsOf(doc).get(id);
	return value instanceof Y.Map && validateThing(id, value)?.kind === 'sticky' ? value : null;
};

/** Puts stickies into another one, which is shown for them from now on; returns how many were put there. */
export function merge(doc: Y.Doc, ids: readonly string[], into: string, origin: unknown = byHand): number {
	if (!mapOf(doc, into)) return 0;
	const others = ids.flatMap((id) => (id === into ? [] : (mapOf(doc, id) ?? [])));
	doc.transact(() => {
		// the one that stays must not itself stand behind another
		if (others.length) mapOf(doc, into)?.delete('into');
		for (const other of others) other.set('into', into);
	}, origin);
	return others.length;
}

/** Shows a merged sticky on its own again. */
export function unmerge(doc: Y.Doc, ids: readonly string[], origin: unknown = byHand): void {
	doc.transact(() => {
		for (const id of ids) mapOf(doc, id)?.delete('into');
	}, origin);
}

/** Counts by sticky (dots, for instance) with those of merged stickies under the one that stands for them. */
export function together(
	counts: Readonly<Record<string, number>>,
	roots: ReadonlyMap<string, string>
): Record<string, number> {
	const sums: Record<string, number> = {};
	for (const [id, count] of Object.entries(counts)) {
		const root = roots.get(id) ?? id;
		sums[root] = (Object.hasOwn(sums, root) ? sums[root]! : 0) + count;
	}
	return sums;
}

/** Dots as they lie on the shown stickies; who lays one then lays those of a merged sticky on the shown one too. */
export const dotsTogether = (dots: Dots, roots: ReadonlyMap<string, string>): Dots =>
	roots.size
		? { ...dots, mine: together(dots.mine, roots), ...(dots.totals ? { totals: together(dots.totals, roots) } : {}) }
		: dots;
