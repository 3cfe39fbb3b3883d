// A vote: one seat's answer, in one shape for every method. Knows no ballot and counts nothing.
import type { InferOutput } from 'valibot';
import type { voteSchema } from './ballot-schema.ts';

export type ChoiceId = string;

export const dotsLimit = 99;

export type Vote = InferOutput<typeof voteSchema>;

/** What a seat puts into the urn, and what is sealed while the ballot is open. */
export type Slip = {
	vote: Vote;
	reason?: string;
	/** Code by which the voter finds the vote on the list afterwards; made by the device. */
	receipt?: string;
};
