// Counts a ballot, and breaks it down by sector only as far as nobody can be told apart. Pure.
import { sectors, type SeatId, type Sector } from '#lib/people/people.ts';
import type { Ballot, ChoiceId, SectorTally, Tally, Vote } from './ballot.ts';

/** A group is shown only from this many votes on. */
export const smallestGroup = 3;

type Cast = { seat: SeatId; sector: Sector; vote: Vote };

/** Votes given to each choice; every choice of the ballot is there, with 0 if nobody took it. */
export function countVotes(ballot: Pick<Ballot, 'choices'>, votes: Iterable<Vote>): Record<ChoiceId, number> {
	const counts: Record<ChoiceId, number> = Object.fromEntries(ballot.choices.map(({ id }) => [id, 0]));
	for (const vote of votes)
		for (const [choice, weight] of Object.entries(vote)) counts[choice] = (counts[choice] ?? 0) + weight;
	return counts;
}

export function tallyOf(ballot: Pick<Ballot, 'choices' | 'secret' | 'method'>, cast: readonly Cast[]): Tally {
	const voted = cast.filter(({ vote }) => Object.keys(vote).length > 0);
	const counts = countVotes(
		ballot,
		voted.map(({ vote }) => vote)
	);
	const bySector = ballot.method === 'dots' ? null : breakdown(ballot, voted, counts);
	return { voted: voted.length, counts, ...(bySector ? { bySector } : {}) };
}

/**
 * Sectors with fewer than `smallestGroup` votes are merged; where the merged rest would still be that small, the next
 * smallest sector joins it, so that no difference between the tables shows a single vote. Of a secret ballot a group in
 * which all voted alike is merged too, unless the whole ballot was unanimous (the total says it anyway).
 * Null: no two groups are left, a breakdown would say nothing or too much.
 */
function breakdown(
	ballot: Pick<Ballot, 'choices' | 'secret'>,
	cast: readonly Cast[],
	counts: Record<ChoiceId, number>
): SectorTally[] | null {
	const groups = sectors
		.map((sector) => ({ sectors: [sector], cast: cast.filter((one) => one.sector === sector) }))
		.filter((group) => group.cast.length > 0)
		.sort((one, other) => other.cast.length - one.cast.length);
	if (!ballot.secret) return groups.length > 1 ? groups.map((group) => sectorTally(ballot, group)) : null;

	const unanimous = Object.values(counts).filter((count) => count > 0).length === 1;
	const tells = (group: { cast: readonly Cast[] }) =>
		group.cast.length < smallestGroup || (!unanimous && agreesFully(ballot, group.cast));
	const shown = groups.filter((group) => !tells(group));
	const rest = groups.filter(tells);
	const merge = () => ({ sectors: rest.flatMap((group) => group.sectors), cast: rest.flatMap((group) => group.cast) });
	while (rest.length > 0 && shown.length > 0 && tells(merge())) rest.push(shown.pop()!);
	if (rest.length > 0) {
		const merged = merge();
		if (tells(merged)) return null;
		shown.push(merged);
	}
	return shown.length > 1 ? shown.map((group) => sectorTally(ballot, group)) : null;
}

const agreesFully = (ballot: Pick<Ballot, 'choices'>, cast: readonly Cast[]): boolean =>
	Object.values(
		countVotes(
			ballot,
			cast.map(({ vote }) => vote)
		)
	).filter((count) => count > 0).length <= 1;

const sectorTally = (
	ballot: Pick<Ballot, 'choices'>,
	group: { sectors: Sector[]; cast: readonly Cast[] }
): SectorTally => ({
	sectors: [...group.sectors].sort((one, other) => sectors.indexOf(one) - sectors.indexOf(other)),
	voted: group.cast.length,
	counts: countVotes(
		ballot,
		group.cast.map(({ vote }) => vote)
	)
});
