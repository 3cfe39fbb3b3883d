// Ranking: everyone orders the choices; the Schulze method finds the order the room can stand by. Pure.
import type { ChoiceId, Vote } from './vote.ts';
import type { Counts } from './count.ts';

/**
 * The Schulze method. A vote gives choices places from 1 (best); equal places are allowed, choices without a place
 * share the last one.
 *
 * - d[i][j]: how many prefer i to j (the pairwise table).
 * - p[i][j]: strength of the strongest path from i to j. A link exists where d[i][j] > d[j][i] and is as strong as
 *   d[i][j] ("winning votes"); a path is as strong as its weakest link; Floyd–Warshall finds the widest path.
 * - i is better than j where p[i][j] > p[j][i]. Winners are all that nobody is better than; more than one is a tie.
 * - `order` is read off by taking away the winners again and again; those of one step share a place.
 *
 * Source: M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
 * election method", Social Choice and Welfare 36 (2011), 267–303.
 */
export type RankingResult = {
	leaders: ChoiceId[];
	/** Places from the first on; choices of one place are tied. */
	order: ChoiceId[][];
	/** Rows and columns in the order of the choices. */
	pairwise: number[][];
	paths: number[][];
	/** Beats every other choice in direct comparison; null where none does. */
	condorcet: ChoiceId | null;
};

/** Places are whole numbers from 1 to the number of choices; at least one choice has one. */
export function rankingVoteIsValid(choices: readonly ChoiceId[], vote: Vote): boolean {
	const entries = Object.entries(vote);
	return (
		entries.length > 0 && entries.every(([id, place]) => place >= 1 && place <= choices.length && choices.includes(id))
	);
}

/** The choices a vote puts first. */
export function firstPlaces(vote: Vote): ChoiceId[] {
	const best = Math.min(...Object.values(vote));
	return Object.keys(vote).filter((id) => vote[id] === best);
}

/** `counts` say how many put each choice first (alone or shared). */
export function countRanking(
	choices: readonly ChoiceId[],
	votes: readonly Vote[]
): { counts: Counts; result: RankingResult } {
	const counts: Counts = Object.fromEntries(choices.map((id) => [id, 0]));
	for (const vote of votes) for (const id of firstPlaces(vote)) counts[id] = (counts[id] ?? 0) + 1;
	const pairwise = pairwiseTable(choices, votes);
	const paths = strongestPaths(pairwise);
	const order = orderOf(paths).map((place) => place.map((index) => choices[index]!));
	const condorcet = choices.find((_, i) => choices.every((_, j) => i === j || pairwise[i]![j]! > pairwise[j]![i]!));
	const leaders = votes.length === 0 ? [] : (order[0] ?? []);
	return { counts, result: { leaders, order, pairwise, paths, condorcet: condorcet ?? null } };
}

function pairwiseTable(choices: readonly ChoiceId[], votes: readonly Vote[]): number[][] {
	const place = (vote: Vote, id: ChoiceId) => vote[id] ?? Infinity;
	return choices.map((one) =>
		choices.map((other) => (one === other ? 0 : votes.filter((vote) => place(vote, one) < place(vote, other)).length))
	);
}

function strongestPaths(d: readonly (readonly number[])[]): number[][] {
	const p = d.map((row, i) => row.map((votes, j) => (votes > d[j]![i]! ? votes : 0)));
	for (let via = 0; via < p.length; via++)
		for (let from = 0; from < p.length; from++)
			for (let to = 0; to < p.length; to++)
				if (from !== to && via !== from && via !== to)
					p[from]![to] = Math.max(p[from]![to]!, Math.min(p[from]![via]!, p[via]![to]!));
	return p;
}

function orderOf(p: readonly (readonly number[])[]): number[][] {
	const order: number[][] = [];
	let left = p.map((_, index) => index);
	while (left.length > 0) {
		const best = left.filter((i) => left.every((j) => p[i]![j]! >= p[j]![i]!));
		order.push(best);
		left = left.filter((i) => !best.includes(i));
	}
	return order;
}
