// The rules a ballot is held by: what can be set for each method, and the standard where a plan says nothing. Counts nothing.

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

export type BallotRules = {
	/** `approval`: how many choices a vote names, at least and at most. */
	minimum: number;
	maximum: number;
	/** `yes-no-abstain`: percent of the entitled who must vote, abstentions included; 0: no quorum. */
	quorum: number;
	base: MajorityBase;
	majority: Majority;
	/** `dots`: at most one dot of a person on a sticky. */
	onePerSticky: boolean;
	/** `dots`: id of a frame, or of the agenda item whose frames are meant; null: the whole board. */
	area: string | null;
	/** Whether a vote is asked for its reason; a choice may say otherwise. */
	reason: ReasonRule;
	/** Secret ballots: whether phones keep a code and the list of codes is shown afterwards. */
	receipts: boolean;
	/** Whether people who join while it is open vote too. */
	latecomers: boolean;
	facilitatorVotes: boolean;
};

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
