// Approval: everyone names all choices they can live with; most approvals wins. Pure.
import type { ChoiceId, Vote } from './vote.ts';
import { countVotes, leadersOf, type Counts } from './count.ts';

/**
 * Approval voting: a vote names between `minimum` and `maximum` choices, each counts once; leaders have the most
 * approvals. With `minimum` 0 an empty vote is a vote: "none of these". A share is of those who voted, so shares do not
 * add up to 100 %.
 * Source: S. J. Brams, P. C. Fishburn, "Approval Voting", American Political Science Review 72 (1978), 831–847.
 */
export type ApprovalResult = { leaders: ChoiceId[] };

export type ApprovalLimits = { minimum: number; maximum: number };

export function approvalVoteIsValid(
	choices: readonly ChoiceId[],
	{ minimum, maximum }: ApprovalLimits,
	vote: Vote
): boolean {
	const entries = Object.entries(vote);
	const least = Math.min(minimum, choices.length);
	return (
		entries.length >= least &&
		entries.length <= Math.max(maximum, least) &&
		entries.every(([id, weight]) => weight === 1 && choices.includes(id))
	);
}

export function countApproval(
	choices: readonly ChoiceId[],
	votes: readonly Vote[]
): { counts: Counts; result: ApprovalResult } {
	const counts = countVotes(choices, votes);
	return { counts, result: { leaders: leadersOf(counts) } };
}
