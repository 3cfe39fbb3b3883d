// The one order of list, canvas and record: which stickies are shown, frame by frame, cluster by cluster, as one reads. Pure.
import { byReading, type Place } from './slots.ts';
import type { Thing } from './thing.ts';

type Lying = { id: string; place: Place };
type Mergeable = { id: string; into: string | null };
type Ordered = Lying & { frame: string | null; cluster: string | null };

/**
 * For every merged sticky the one that is shown for it. Who points to nothing, or to something that is gone, stands for
 * itself; of a ring, which two people can make at once, the one with the first id is shown.
 */
export function rootsOf(stickies: readonly Mergeable[]): Map<string, string> {
	const into = new Map<string, string>();
	for (const { id, into: other } of stickies) if (other !== null && other !== id) into.set(id, other);
	const roots = new Map<string, string>();
	if (!into.size) return roots;
	const there = new Set(stickies.map(({ id }) => id));
	for (const start of into.keys()) {
		const way: string[] = [];
		let at = start;
		for (let next = into.get(at); next !== undefined && there.has(next); next = into.get(at)) {
			way.push(at);
			at = next;
			const ring = way.indexOf(at);
			if (ring < 0) continue;
			at = way.slice(ring).reduce((first, id) => (id < first ? id : first));
			break;
		}
		if (at !== start) roots.set(start, at);
	}
	return roots;
}

/** Stickies that are shown: all but the merged ones. */
export function shown<T extends Mergeable>(stickies: readonly T[]): T[] {
	const roots = rootsOf(stickies);
	return roots.size ? stickies.filter(({ id }) => !roots.has(id)) : [...stickies];
}

/** The merged stickies of each shown one, ordered by id. */
export function sourcesBy<T extends Mergeable>(stickies: readonly T[]): Map<string, T[]> {
	const roots = rootsOf(stickies);
	const sources = new Map<string, T[]>();
	for (const sticky of stickies) {
		const root = roots.get(sticky.id);
		if (root !== undefined) sources.set(root, [...(sources.get(root) ?? []), sticky]);
	}
	for (const merged of sources.values()) merged.sort((a, b) => (a.id < b.id ? -1 : 1));
	return sources;
}

/** What hangs on stickies, by the one that is shown for the one it hangs on. */
export function hanging<T>(all: readonly T[], roots: ReadonlyMap<string, string>, of: (each: T) => string) {
	const by = new Map<string, T[]>();
	for (const each of all) {
		const root = roots.get(of(each)) ?? of(each);
		by.set(root, [...(by.get(root) ?? []), each]);
	}
	return by;
}

/**
 * Stickies by frame, in it by cluster, in it as one reads. Clusters come where their first sticky stands; what is in no
 * cluster (or in one that is gone) follows them, and what is in no frame comes last.
 */
export function inOrder<T extends Ordered>(
	frames: readonly Lying[],
	clusters: readonly { id: string }[],
	stickies: readonly T[]
): T[] {
	const rank = new Map([...frames].sort(byReading).map(({ id }, index) => [id, index]));
	const known = new Set(clusters.map(({ id }) => id));
	const homeOf = ({ frame }: T) => (frame === null ? Infinity : (rank.get(frame) ?? Infinity));
	const groupOf = (sticky: T) => (sticky.cluster !== null && known.has(sticky.cluster) ? sticky.cluster : null);
	const first = new Map<string, T>();
	const keyOf = (sticky: T) => `${homeOf(sticky)} ${groupOf(sticky)}`;
	if (known.size)
		for (const sticky of stickies) {
			const before = first.get(keyOf(sticky));
			if (!before || byReading(sticky, before) < 0) first.set(keyOf(sticky), sticky);
		}
	return [...stickies].sort((a, b) => {
		const [one, other] = [homeOf(a), homeOf(b)];
		if (one !== other) return one - other;
		const [group, second] = [groupOf(a), groupOf(b)];
		if (group === second) return byReading(a, b);
		if (group === null || second === null) return group === null ? 1 : -1;
		return byReading(first.get(keyOf(a))!, first.get(keyOf(b))!);
	});
}

/** What a thing belongs to; when it changes, the order of the board does. */
export function homeOf(thing: Thing): string | null {
	if (thing.kind === 'sticky') return `${thing.frame} ${thing.cluster} ${thing.into}`;
	if (thing.kind === 'reply' || thing.kind === 'reaction') return thing.of;
	return 'frame' in thing ? thing.frame : thing.kind === 'frame' ? thing.item : null;
}
