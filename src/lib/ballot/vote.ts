// A vote: one seat's answer, in one shape for every method. Knows no ballot and counts nothing.

export type ChoiceId = string;

export const dotsLimit = 99;

/** How much goes to which choice: 1 for a chosen one, n for n dots, 0–5 points of a score, the place (from 1) in a ranking. */
export type Vote = Record<ChoiceId, number>;

/** What a seat puts into the urn, and what is sealed while the ballot is open. */
export type Slip = {
	vote: Vote;
	reason?: string;
	/** Code by which the voter finds the vote on the list afterwards; made by the device. */
	receipt?: string;
};
