// A vote: one seat's answer, in one shape for every method. Knows no ballot and counts nothing.
import * as v from 'valibot';
import { reasonLimit } from './rules.ts';

export type ChoiceId = string;

export const dotsLimit = 99;

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

/**
 * How much goes to which choice: 1 for a chosen one, n for n dots, 0–5 points of a score, the place (from 1) in a ranking.
 */
export const voteSchema = v.record(
	choiceIdSchema,
	v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(dotsLimit))
);
export type Vote = v.InferOutput<typeof voteSchema>;

/** What a seat puts into the urn, and what is sealed while the ballot is open. */
export type Slip = {
	vote: Vote;
	reason?: string;
	/** Code by which the voter finds the vote on the list afterwards; made by the device. */
	receipt?: string;
};
