// Sector-balanced results: what a ballot says when every declared sector weighs the same. From published counts only. Pure.
import type { Sector } from '#lib/people/people.ts';
import type { ChoiceId } from './vote.ts';
import { forAndAgainst, subjectsOf, type CountedMethod } from './stance.ts';

/** Votes of one sector, or of several sectors merged so that nobody can be told apart. */
export type SectorTally = { sectors: Sector[]; voted: number; counts: Record<ChoiceId, number> };

/** One subject (a choice, or the proposal) seen across sectors. Shares are 0–1. */
export type BalancedSubject = {
	id: ChoiceId;
	/** In the whole room: how many stand for it, of how many votes. */
	agree: number;
	voted: number;
	/** Mean of the sectors' shares agree / votes, every sector weighing the same. */
	equal: number;
	/** Geometric mean of the sectors' smoothed agreement; orders the subjects. */
	consensus: number;
	/** The group with the lowest smoothed agreement. */
	lowest: { sectors: Sector[]; agreement: number; voted: number };
	/** Supported overall (more for than against in the room), but with more against than for in these groups. */
	opposedIn: Sector[][];
};

export type Balance = {
	/** In the order of the choices. */
	subjects: BalancedSubject[];
	/** Subjects with the highest consensus; empty where there is only one subject. */
	leaders: ChoiceId[];
	/** Whether the balanced leaders are others than those of the plain count. */
	differs: boolean;
};

/** Two consensus values closer than this are a tie (they come from fractions of small whole numbers). */
const closeness = 1e-9;

/**
 * For group s with n votes, a of them for the subject: smoothed agreement (a + 1) / (n + 2), as in the group-informed
 * consensus of Pol.is (C. Small et al., "Polis: Scaling deliberation by mapping high dimensional opinion spaces",
 * RECERCA 26 (2021)) – but over *declared* sectors, never inferred groups. Consensus is the geometric mean over sectors,
 * so that results of rooms with different numbers of sectors can be compared. A group of merged sectors counts once for
 * each of its sectors: its share is the best that may be known of any of them.
 *
 * Takes only what is published (`bySector`), so it cannot tell more. Null: no breakdown, no balance.
 */
export function balanceOf(
	method: CountedMethod,
	choices: readonly ChoiceId[],
	bySector: readonly SectorTally[] | undefined,
	rawLeaders: readonly ChoiceId[]
): Balance | null {
	if (!bySector || bySector.length < 2) return null;
	const subjects = subjectsOf(method, choices).map((id) => balanced(method, id, bySector));
	const highest = Math.max(...subjects.map(({ consensus }) => consensus));
	const leaders =
		subjects.length < 2 ? [] : subjects.filter(({ consensus }) => consensus >= highest - closeness).map(({ id }) => id);
	const differs = leaders.length > 0 && rawLeaders.length > 0 && !sameMembers(leaders, rawLeaders);
	return { subjects, leaders, differs };
}

function balanced(method: CountedMethod, id: ChoiceId, bySector: readonly SectorTally[]): BalancedSubject {
	const groups = bySector.map((group) => {
		const { agree, disagree } = forAndAgainst(method, id, group);
		const { sectors, voted } = group;
		return { sectors, voted, agree, disagree, agreement: (agree + 1) / (voted + 2), weight: sectors.length };
	});
	const sum = (of: (group: (typeof groups)[number]) => number) => groups.reduce((total, group) => total + of(group), 0);
	const weights = sum(({ weight }) => weight);
	const lowest = groups.reduce((low, group) => (group.agreement < low.agreement ? group : low));
	const supported = sum(({ agree }) => agree) > sum(({ disagree }) => disagree);
	return {
		id,
		agree: sum(({ agree }) => agree),
		voted: sum(({ voted }) => voted),
		equal: sum(({ agree, voted, weight }) => (weight * agree) / voted) / weights,
		consensus: Math.exp(sum(({ agreement, weight }) => weight * Math.log(agreement)) / weights),
		lowest: { sectors: lowest.sectors, agreement: lowest.agreement, voted: lowest.voted },
		opposedIn: supported ? groups.filter(({ agree, disagree }) => disagree > agree).map(({ sectors }) => sectors) : []
	};
}

const sameMembers = (one: readonly ChoiceId[], other: readonly ChoiceId[]): boolean =>
	one.length === other.length && one.every((id) => other.includes(id));
