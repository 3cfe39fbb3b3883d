// The register of counting rules: which rule checks a vote and which one counts a ballot, by method. Knows no sector and no seat.
import { approvalVoteIsValid, countApproval, type ApprovalResult } from './approval.ts';
import { countConsent, type ConsentResult } from './consent.ts';
import type { Counts } from './count.ts';
import { countVotes } from './count.ts';
import { countDots, dotsVoteIsValid, type DotsResult } from './dots.ts';
import { countFist, type FistResult } from './fist.ts';
import { countRanking, rankingVoteIsValid, type RankingResult } from './ranking.ts';
import { standardRules, type BallotRules } from './rules.ts';
import { countScores, scoreVoteIsValid, type ScoreResult } from './score.ts';
import { countSingle, singleVoteIsValid, type SingleResult } from './single.ts';
import type { CountedMethod } from './stance.ts';
import type { ChoiceId, Vote } from './vote.ts';
import { motionResult, yesNoAbstain, type MotionResult } from './yes-no-abstain.ts';

/** What counting needs of a ballot; one that was opened before there were rules is held by the standard ones. */
export type Countable = {
	method: CountedMethod;
	choices: readonly { id: ChoiceId }[];
	dots: number;
	rules?: BallotRules;
	/** People who may vote, for quorum and majority of the entitled. */
	entitled?: readonly string[];
};

/** What the rule of the method says beyond the counts. */
export type Result =
	| ({ method: 'single' } & SingleResult)
	| ({ method: 'approval' } & ApprovalResult)
	| ({ method: 'yes-no-abstain' } & MotionResult)
	| ({ method: 'dots' } & DotsResult)
	| ({ method: 'score' } & ScoreResult)
	| ({ method: 'ranking' } & RankingResult)
	| ({ method: 'fist' } & FistResult)
	| ({ method: 'consent' } & ConsentResult);

export const rulesOf = (ballot: Pick<Countable, 'rules'>): BallotRules => ballot.rules ?? standardRules;

/** Whether a vote keeps the rules of its ballot. An empty vote of `dots` takes all dots back. */
export function voteIsValid(ballot: Countable, vote: Vote): boolean {
	const choices = ballot.choices.map(({ id }) => id);
	const rules = rulesOf(ballot);
	switch (ballot.method) {
		case 'single':
		case 'yes-no-abstain':
		case 'fist':
		case 'consent':
			return singleVoteIsValid(choices, vote);
		case 'approval':
			return approvalVoteIsValid(choices, rules, vote);
		case 'score':
			return scoreVoteIsValid(choices, vote);
		case 'ranking':
			return rankingVoteIsValid(choices, vote);
		case 'dots':
			return dotsVoteIsValid({ dots: ballot.dots, onePerSticky: rules.onePerSticky }, vote);
	}
}

/** Who took all dots back has not voted; an empty vote of any other method is an answer. */
export const isCast = (method: CountedMethod, vote: Vote): boolean => method !== 'dots' || Object.keys(vote).length > 0;

/** `also`: people entitled besides the listed ones (votes on paper and for people without a phone). */
export function countBallot(ballot: Countable, votes: readonly Vote[], also = 0): { counts: Counts; result: Result } {
	const choices = ballot.choices.map(({ id }) => id);
	const { method } = ballot;
	switch (method) {
		case 'single': {
			const { counts, result } = countSingle(choices, votes);
			return { counts, result: { method, ...result } };
		}
		case 'yes-no-abstain': {
			const { yes = 0, no = 0, abstain = 0 } = countVotes(yesNoAbstain, votes);
			const entitled = (ballot.entitled?.length ?? votes.length - also) + also;
			return {
				counts: { yes, no, abstain },
				result: { method, ...motionResult({ yes, no, abstain }, rulesOf(ballot), entitled) }
			};
		}
		case 'approval': {
			const { counts, result } = countApproval(choices, votes);
			return { counts, result: { method, ...result } };
		}
		case 'score': {
			const { counts, result } = countScores(choices, votes);
			return { counts, result: { method, ...result } };
		}
		case 'ranking': {
			const { counts, result } = countRanking(choices, votes);
			return { counts, result: { method, ...result } };
		}
		case 'fist': {
			const { counts, result } = countFist(votes);
			return { counts, result: { method, ...result } };
		}
		case 'consent': {
			const { counts, result } = countConsent(votes);
			return { counts, result: { method, ...result } };
		}
		case 'dots': {
			const { counts, result } = countDots(votes);
			return { counts, result: { method, ...result } };
		}
	}
}

/** Who leads by the plain count; empty where there is no competition or nobody leads. */
export const leadersIn = (result: Result): readonly ChoiceId[] => ('leaders' in result ? result.leaders : []);
