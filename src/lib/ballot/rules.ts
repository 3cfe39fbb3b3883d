// The rules a ballot is held by: what can be set for each method, and the standard where a plan says nothing. Counts nothing.
import * as v from 'valibot';

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

const choicesAtMost = 12;
const integer = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

export const ballotRulesSchema = v.object({
	/** `approval`: how many choices a vote names, at least and at most. */
	minimum: v.optional(integer(0, choicesAtMost), 1),
	maximum: v.optional(integer(1, choicesAtMost), choicesAtMost),
	/** `yes-no-abstain`: percent of the entitled who must vote, abstentions included; 0: no quorum. */
	quorum: v.optional(integer(0, 100), 0),
	base: v.optional(v.picklist(majorityBases), 'decisive'),
	majority: v.optional(v.picklist(majorities), 'half'),
	/** `dots`: at most one dot of a person on a sticky. */
	onePerSticky: v.optional(v.boolean(), false),
	/** `dots`: id of a frame, or of the agenda item whose frames are meant; null: the whole board. */
	area: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/))), null),
	/** Whether a vote is asked for its reason; a choice may say otherwise. */
	reason: v.optional(v.picklist(reasonRules), 'off'),
	/** Secret ballots: whether phones keep a code and the list of codes is shown afterwards. */
	receipts: v.optional(v.boolean(), true),
	/** Whether people who join while it is open vote too. */
	latecomers: v.optional(v.boolean(), true),
	facilitatorVotes: v.optional(v.boolean(), false)
});
export type BallotRules = v.InferOutput<typeof ballotRulesSchema>;

export const standardRules: BallotRules = v.parse(ballotRulesSchema, {});
