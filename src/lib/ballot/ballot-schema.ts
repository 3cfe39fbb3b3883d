// What a ballot, its rules, a vote, a reason and a receipt must look like when they come from outside. Phones do without it.
import * as v from 'valibot';
import { choiceLimit, choicesLimit, meaningLimit, proposalLimit, questionLimit } from './ballot-limits.ts';
import { receiptLength, receiptLetters } from './receipt.ts';
import { majorities, majorityBases, promptLimit, reasonLimit, reasonRules } from './rules.ts';
import { countedMethods } from './stance.ts';
import { dotsLimit } from './vote.ts';

const choicesAtMost = 12;
const integer = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** See `BallotRules`. */
export const ballotRulesSchema = v.object({
	minimum: v.optional(integer(0, choicesAtMost), 1),
	maximum: v.optional(integer(1, choicesAtMost), choicesAtMost),
	quorum: v.optional(integer(0, 100), 0),
	base: v.optional(v.picklist(majorityBases), 'decisive'),
	majority: v.optional(v.picklist(majorities), 'half'),
	onePerSticky: v.optional(v.boolean(), false),
	area: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/))), null),
	reason: v.optional(v.picklist(reasonRules), 'off'),
	receipts: v.optional(v.boolean(), true),
	latecomers: v.optional(v.boolean(), true),
	facilitatorVotes: v.optional(v.boolean(), false)
});

/** Ids come from other people's devices: nothing that every object has may pass as one. */
export const choiceIdSchema = v.pipe(
	v.string(),
	v.regex(/^[\w-]{1,40}$/),
	v.check((id) => !(id in Object.prototype))
);

/** One paragraph of plain text. */
export const reasonSchema = v.pipe(
	v.string(),
	v.transform((text) => text.replace(/\p{Cc}+/gu, ' ')),
	v.trim(),
	v.minLength(1),
	v.maxLength(reasonLimit)
);

export const voteSchema = v.record(
	choiceIdSchema,
	v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(dotsLimit))
);

export const receiptSchema = v.pipe(v.string(), v.regex(new RegExp(`^[${receiptLetters}]{${receiptLength}}$`)));

/** What a choice means, and how its reason is asked for. */
export const aboutSchema = v.object({
	meaning: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(meaningLimit)), ''),
	prompt: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(promptLimit)), ''),
	reason: v.optional(v.picklist(reasonRules))
});

/** A ballot as it is prepared in a plan or opened on the spot. */
export const ballotPlanSchema = v.object({
	question: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(questionLimit)),
	method: v.picklist(countedMethods),
	/** Texts of the choices, for methods that have choices of their own. */
	choices: v.optional(
		v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(choiceLimit))), v.maxLength(choicesLimit)),
		[]
	),
	/** Secret: nobody, the facilitator included, ever sees who chose what. */
	secret: v.optional(v.boolean(), true),
	/** Dots per seat, for the method `dots`. */
	dots: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(dotsLimit)), 5),
	/** What is decided on, where the question is only its title. */
	proposal: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(proposalLimit))),
	/** By choice id; choices that need no word are left out. */
	about: v.optional(v.record(choiceIdSchema, aboutSchema)),
	/** Left out: the standard rules. */
	rules: v.optional(ballotRulesSchema)
});
