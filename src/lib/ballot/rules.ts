// The rules a ballot is held by: what can be set for each method, and the standard where a plan says nothing. Counts nothing.
import type { InferOutput } from 'valibot';
import type { ballotRulesSchema } from './ballot-schema.ts';

/** What the share of "yes" is taken of; see `yes-no-abstain.ts`. */
export const majorityBases = ['decisive', 'cast', 'entitled'] as const;
export type MajorityBase = (typeof majorityBases)[number];

/** More than half, or at least two thirds, of the base. */
export const majorities = ['half', 'two-thirds'] as const;
export type Majority = (typeof majorities)[number];

/** Whether a vote is asked for its reason. */
export const reasonRules = ['off', 'optional', 'required'] as const;
export type ReasonRule = (typeof reasonRules)[number];

export const reasonLimit = 400;
export const promptLimit = 120;

export type BallotRules = InferOutput<typeof ballotRulesSchema>;

/** What holds where a plan says nothing; the schema fills in the same. */
export const standardRules: BallotRules = {
	minimum: 1,
	maximum: 12,
	quorum: 0,
	base: 'decisive',
	majority: 'half',
	onePerSticky: false,
	area: null,
	reason: 'off',
	receipts: true,
	latecomers: true,
	facilitatorVotes: false
};
