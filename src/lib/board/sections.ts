// The list's headings: which stickies belong to which frame and in it to which cluster, frames of the running item first. Pure.
import type { LiveCluster, LiveFrame, LiveSticky } from './board.svelte.ts';

/** Stickies of one cluster in one frame; those in no cluster have a group without one. */
export type Group = { cluster: LiveCluster | null; stickies: LiveSticky[] };
/** Stickies that lie in no frame have a section without one. */
export type Section = { frame: LiveFrame | null; count: number; groups: Group[] };

/**
 * `stickies` in the order in which they are shown; `first` are the frames that lead. Other empty frames are left out.
 * Clusters come as their first sticky does, or with the largest of `sums` first; what is in none comes last.
 */
export function sections(
	frames: readonly LiveFrame[],
	clusters: readonly LiveCluster[],
	stickies: readonly LiveSticky[],
	first: readonly LiveFrame[],
	sums?: ReadonlyMap<string, number>
): Section[] {
	const known = new Map(clusters.map((cluster) => [cluster.id, cluster]));
	const leading = new Set(first);
	const order = [...first, ...frames.filter((frame) => !leading.has(frame))];
	const byFrame = new Map<string | null, Section>(order.map((frame) => [frame.id, { frame, count: 0, groups: [] }]));
	const outside: Section = { frame: null, count: 0, groups: [] };
	for (const sticky of stickies) {
		const section = byFrame.get(sticky.now.frame) ?? outside;
		const cluster = (sticky.now.cluster !== null && known.get(sticky.now.cluster)) || null;
		section.count++;
		const group = section.groups.find((each) => each.cluster === cluster);
		if (group) group.stickies.push(sticky);
		else section.groups.push({ cluster, stickies: [sticky] });
	}
	const all = [...byFrame.values(), outside];
	const sumOf = ({ cluster }: Group) => (cluster ? (sums?.get(cluster.id) ?? 0) : -1);
	for (const { groups } of all)
		groups.sort((a, b) => Number(a.cluster === null) - Number(b.cluster === null) || (sums ? sumOf(b) - sumOf(a) : 0));
	return all.filter(({ frame, count }) => count || (frame && leading.has(frame)));
}
