// A decision drafted from a closed ballot: its text, its numbers, the ballot it came from. Pure.
import type { Ballot, Choice } from '#lib/ballot/ballot.ts';
import { decisionTextLimit, type DecisionDraft } from './decision.ts';

/** The choices with the most votes, best first; several only in a tie, none without a vote. */
export function leading(ballot: Pick<Ballot, 'tally'>): string[] {
	const counts = Object.entries(ballot.tally?.counts ?? {});
	const most = Math.max(0, ...counts.map(([, count]) => count));
	return most === 0 ? [] : counts.filter(([, count]) => count === most).map(([choice]) => choice);
}

/**
 * Yes, no and abstain come from the count. Of other ballots the number in favour is that of the leading choice, and nobody
 * is counted against it, for nobody was asked. A tie leads to the bare question: people decide, not the draft.
 * `textOf` gives the text of a choice, null when its sticky is gone.
 */
export function draftFromBallot(
	ballot: Pick<Ballot, 'id' | 'question' | 'method' | 'tally'>,
	textOf: (choice: Choice['id']) => string | null
): DecisionDraft {
	const counts = ballot.tally?.counts ?? {};
	const base = { method: 'ballot', ballot: ballot.id } as const;
	if (ballot.method === 'yes-no-abstain') {
		const { yes = 0, no = 0, abstain = 0 } = counts;
		return { ...base, objections: [], text: ballot.question, yes, no, abstain };
	}
	const [first, ...others] = leading(ballot);
	const text = first === undefined || others.length > 0 ? null : textOf(first);
	if (first === undefined || text === null) return { ...base, objections: [], text: ballot.question };
	return {
		...base,
		objections: [],
		text: `${ballot.question} ${text}`.slice(0, decisionTextLimit),
		...(ballot.method === 'single' ? { yes: counts[first] } : {})
	};
}
