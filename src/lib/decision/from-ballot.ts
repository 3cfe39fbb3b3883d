// A decision drafted from a closed ballot: its text, its numbers, its objections, the ballot it came from. Pure.
import type { Ballot, ChoiceId } from '#lib/ballot/ballot.ts';
import { leadersOf } from '#lib/ballot/count.ts';
import { leadersIn } from '#lib/ballot/counting.ts';
import {
	decisionTextLimit,
	objectionLimit,
	type DecisionDraft,
	type DecisionMethod,
	type Objection
} from './decision.ts';

type Closed = Pick<Ballot, 'id' | 'question' | 'proposal' | 'method' | 'tally'>;

/** What a ballot fills in. `method` null: it settled nothing, so people must say how they decided. */
export type Drafted = Omit<DecisionDraft, 'method'> & {
	method: DecisionMethod | null;
	/** Objections that stood when consent was asked for; missing where it was not, or was given. */
	standing?: number;
};

/** The choices that came first; several only in a tie, none without a vote. */
export const leading = ({ tally }: Pick<Ballot, 'tally'>): readonly ChoiceId[] =>
	tally ? (tally.result ? leadersIn(tally.result) : leadersOf(tally.counts)) : [];

/**
 * Yes, no and abstain come from the count. Where people chose among answers nobody was asked for or against one of them, so
 * there are no such numbers; the ballot stands beside the decision. A tie leads to the bare question: people decide, not the draft.
 * Consent that was not given is none: how it was decided after all is left open. `textOf` gives the text of a choice, null when its sticky is gone.
 */
export function draftFromBallot(ballot: Closed, textOf: (choice: ChoiceId) => string | null): Drafted {
	const { id, question, proposal, method, tally } = ballot;
	const counts = tally?.counts ?? {};
	const bare = {
		method: 'ballot',
		ballot: id,
		objections: [] as Objection[],
		text: (proposal || question).slice(0, decisionTextLimit)
	} as const;
	if (!tally || tally.withheld) return bare;
	switch (method) {
		case 'yes-no-abstain': {
			const { yes = 0, no = 0, abstain = 0 } = counts;
			return { ...bare, yes, no, abstain };
		}
		case 'consent': {
			const { objection: standing = 0 } = counts;
			const asked = { ...bare, objections: objectionsOf(tally) };
			return tally.voted > 0 && standing === 0 ? { ...asked, method: 'consent' } : { ...asked, method: null, standing };
		}
		case 'fist':
			return bare;
		default: {
			const [first, ...others] = leading(ballot);
			const text = first === undefined || others.length > 0 ? null : textOf(first);
			if (first === undefined || text === null) return { ...bare, text: question };
			return { ...bare, text: `${question} – ${text}`.slice(0, decisionTextLimit) };
		}
	}
}

const objectionsOf = ({ reasons = [] }: NonNullable<Ballot['tally']>): Objection[] =>
	reasons
		.filter(({ choice, reason }) => choice === 'objection' && reason.trim() !== '')
		.map(({ reason, sector }) => ({ reason: reason.trim().slice(0, objectionLimit), ...(sector ? { sector } : {}) }));
