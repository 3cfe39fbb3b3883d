// Groups of sectors that a secret ballot may be broken down by without telling anyone's vote. Pure; counts nothing.
import { sectors, type Sector } from '#lib/people/people.ts';

/** A group is shown only from this many votes on; a whole secret ballot too. */
export const smallestGroup = 3;

/**
 * What a voter answered to each question that the published counts answer for groups. Where a vote picks one of the
 * choices there is one question, else one per choice (stands for it or not).
 */
export type Answers = readonly string[];

export type Voter = { sector: Sector; answers: Answers };

/**
 * The groups, from sizes alone: sectors with fewer than `smallestGroup` votes are merged, and where the merged rest is
 * still that small the next smallest sector joins it, so nothing is left that a difference between the total and the
 * shown groups could single out. How people voted plays no part, so the grouping tells nothing of it.
 * Null: no two groups.
 */
export function groupsBySize(voters: readonly Pick<Voter, 'sector'>[]): Sector[][] | null {
	const sized = sectors
		.map((sector) => ({ sector, size: voters.filter((voter) => voter.sector === sector).length }))
		.filter(({ size }) => size > 0)
		.sort((one, other) => other.size - one.size);
	const shown = sized.filter(({ size }) => size >= smallestGroup);
	const rest = sized.filter(({ size }) => size < smallestGroup);
	while (rest.length > 0 && shown.length > 0 && rest.reduce((sum, { size }) => sum + size, 0) < smallestGroup)
		rest.push(shown.pop()!);
	const merged = rest.map(({ sector }) => sector);
	const groups = [...shown.map(({ sector }) => [sector]), ...(merged.length > 0 ? [merged] : [])];
	return groups.length > 1 ? groups.map(inOrder) : null;
}

const inOrder = (group: Sector[]): Sector[] => sectors.filter((sector) => group.includes(sector));

/**
 * Whether the groups may be shown. Two rules:
 *
 * 1. No group is of one mind on a question on which the room is not: else its row says how each of them voted. If
 *    everyone in a group could have changed places with another of them, no table, difference of tables or list of
 *    receipts can tell one from the other.
 * 2. Leaving the groups out must not tell either: who knows rule 1 learns that *some* group was of one mind. Where that
 *    would leave only one possibility for someone, ballots with these totals never show groups, of one mind or not.
 */
export function groupsMayBeShown(voters: readonly Voter[], groups: readonly (readonly Sector[])[]): boolean {
	const members = groups.map((group) => voters.filter(({ sector }) => group.includes(sector)));
	const questions = openQuestions(voters);
	const mixed = members.every((group) => questions.every((question) => valuesOf(group, question).size > 1));
	return mixed && !silenceTells(voters, members, questions);
}

/** Questions that the total does not answer for everybody already. */
const openQuestions = (voters: readonly Voter[]): number[] =>
	(voters[0]?.answers ?? []).map((_, question) => question).filter((question) => valuesOf(voters, question).size > 1);

const valuesOf = (voters: readonly Voter[], question: number): Set<string> =>
	new Set(voters.map(({ answers }) => answers[question]!));

/**
 * Whether "some group was of one mind" leaves someone only one possible answer. Assumes the most curious reader: one who
 * knows every group's size and all votes without their voters. Someone in group g is safe on answer v to a question if
 * the votes could also lie so that some group is of one mind and g is not of mind v.
 */
function silenceTells(
	voters: readonly Voter[],
	members: readonly (readonly Voter[])[],
	questions: readonly number[]
): boolean {
	const sizes = members.map((group) => group.length);
	const minds = questions.flatMap((question) => [...valuesOf(voters, question)].map((value) => ({ question, value })));
	const possible = sizes.flatMap((size, group) =>
		minds.filter((mind) => count(voters, mind) >= size).map((mind) => ({ group, size, mind }))
	);
	return possible.some(
		(told) => !possible.some((other) => leavesOther(voters, other, other.group === told.group, told.mind))
	);
}

type Mind = { question: number; value: string };

const holds = ({ answers }: Voter, { question, value }: Mind): boolean => answers[question] === value;
const count = (voters: readonly Voter[], mind: Mind): number => voters.filter((voter) => holds(voter, mind)).length;

/** Whether a group of `size` can be of `mind` while the group in question (the same, or another) holds one who is not of mind `told`. */
function leavesOther(
	voters: readonly Voter[],
	{ size, mind }: { size: number; mind: Mind },
	same: boolean,
	told: Mind
): boolean {
	const others = voters.filter((voter) => !holds(voter, told));
	const both = voters.filter((voter) => holds(voter, mind) && holds(voter, told)).length;
	if (same) return others.some((voter) => holds(voter, mind));
	return others.length - Math.max(0, size - both) >= 1;
}
