// The cards of the hall: a sticky by itself, or a named group with its stickies on one card. Pure.
import type { LiveCluster, LiveSticky } from '../board.svelte.ts';
import type { Sign } from '../thing.ts';

/** More stickies than these of one group go to a further card of the same name, so that no card outgrows its panel. */
const mostTogether = 6;
/** Lines that a sticky of a group usually takes at the smallest letters. */
const linesEach = 2;

/** How many stickies of one group a panel holds that has so many lines. */
export const togetherIn = (lines: number): number =>
	Math.max(1, Math.min(mostTogether, Math.floor((lines - 1) / linesEach)));

/** Line of a text that stands for the space around this many stickies within a card. */
const spaceEvery = 2;

export type HallCard = {
	id: string;
	cluster: LiveCluster | null;
	stickies: LiveSticky[];
	/** Dots of the whole group, or of the sticky. */
	sum: number;
	/** What must fit. */
	text: string;
};

/** How often each sign was given to a sticky. */
export type SignsOf = (id: string) => (readonly [sign: Sign, count: number])[];
/** Takes as much of a line as a sign with its number. */
const signRoom = '0000';

/** In the given order, a group where its first sticky stands; with dots the largest sums first. */
export function hallCards(
	stickies: readonly LiveSticky[],
	clusters: readonly LiveCluster[],
	nameOf: (cluster: LiveCluster) => string,
	dotsOf: ((id: string) => number) | null,
	together = mostTogether,
	signsOf: SignsOf = () => []
): HallCard[] {
	const textOf = ({ id, now }: LiveSticky) =>
		[
			now.text,
			signsOf(id)
				.map(() => signRoom)
				.join(' ')
		]
			.filter(Boolean)
			.join('\n');
	const known = new Map(clusters.map((cluster) => [cluster.id, cluster]));
	const units = new Map<string, { cluster: LiveCluster | null; stickies: LiveSticky[] }>();
	for (const sticky of stickies) {
		const cluster = (sticky.now.cluster !== null && known.get(sticky.now.cluster)) || null;
		const key = cluster?.id ?? sticky.id;
		const unit = units.get(key) ?? { cluster, stickies: [] };
		unit.stickies.push(sticky);
		units.set(key, unit);
	}
	const all = [...units].map(([id, { cluster, stickies: inside }]) => {
		const sorted = dotsOf ? [...inside].sort((a, b) => dotsOf(b.id) - dotsOf(a.id)) : inside;
		return { id, cluster, stickies: sorted, sum: dotsOf ? sorted.reduce((sum, each) => sum + dotsOf(each.id), 0) : 0 };
	});
	if (dotsOf) all.sort((a, b) => b.sum - a.sum);
	return all.flatMap(({ id, cluster, stickies: inside, sum }): HallCard[] => {
		if (!cluster) return [{ id, cluster, stickies: inside, sum, text: textOf(inside[0]!) }];
		const parts = Math.ceil(inside.length / together);
		return Array.from({ length: parts }, (_, part) => {
			const some = inside.slice(part * together, (part + 1) * together);
			const lines = some.flatMap((each, index) => (index % spaceEvery ? [textOf(each)] : [textOf(each), '']));
			return {
				id: `${id} ${part}`,
				cluster,
				stickies: some,
				sum,
				text: [`${nameOf(cluster)} 00 ●00`, ...lines].join('\n')
			};
		});
	});
}
