// Single choice: one of several, most votes wins. Pure.
import type { ChoiceId, Vote } from './vote.ts';
import { countVotes, leadersOf, type Counts } from './count.ts';

/**
 * Plurality: every vote names one choice; leaders are all choices with the most votes (more than one: a tie, which the
 * room settles, never the program). `majority`: a single leader has more than half of the votes.
 * Source: the textbook plurality rule, e.g. Brandt et al., Handbook of Computational Social Choice (2016), ch. 2.
 */
export type SingleResult = { leaders: ChoiceId[]; majority: boolean };

export function singleVoteIsValid(choices: readonly ChoiceId[], vote: Vote): boolean {
	const entries = Object.entries(vote);
	return entries.length === 1 && entries[0]![1] === 1 && choices.includes(entries[0]![0]);
}

export function countSingle(
	choices: readonly ChoiceId[],
	votes: readonly Vote[]
): { counts: Counts; result: SingleResult } {
	const counts = countVotes(choices, votes);
	const leaders = leadersOf(counts);
	return { counts, result: { leaders, majority: leaders.length === 1 && counts[leaders[0]!]! * 2 > votes.length } };
}
