// Dots: everyone spreads a few dots over the stickies of the board or of one area of it. Pure; knows no board.
import type { ChoiceId, Vote } from './vote.ts';
import { countVotes, leadersOf, type Counts } from './count.ts';

/**
 * Cumulative voting with n dots a person (1–99): a vote gives each sticky a whole number of dots, n in all at most; with
 * `onePerSticky` at most one on each. An empty vote takes all dots back. Leaders have the most dots. `people` says how
 * many persons stand behind the dots of a sticky: ten dots of two people are not ten dots of ten.
 * Source: dot-voting as used in the nominal group technique (A. L. Delbecq, A. H. Van de Ven, 1971); the sum is
 * cumulative voting.
 */
export type DotsResult = { leaders: ChoiceId[]; people: Counts };

export type DotsLimits = { dots: number; onePerSticky: boolean };

export function dotsVoteIsValid({ dots, onePerSticky }: DotsLimits, vote: Vote): boolean {
	const given = Object.values(vote);
	return (
		given.every((each) => each >= 1 && (!onePerSticky || each === 1)) &&
		given.reduce((sum, each) => sum + each, 0) <= dots
	);
}

export function countDots(votes: readonly Vote[]): { counts: Counts; result: DotsResult } {
	const counts = countVotes([], votes);
	const people = countVotes(
		[],
		votes.map((vote) => Object.fromEntries(Object.keys(vote).map((id) => [id, 1])))
	);
	return { counts, result: { leaders: leadersOf(counts), people } };
}
