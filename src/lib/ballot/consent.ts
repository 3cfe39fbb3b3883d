// Consent: a proposal stands unless someone has a reasoned objection. The house method. Pure.
import type { Sector } from '#lib/people/people.ts';
import type { Vote } from './vote.ts';
import { countVotes, type Counts } from './count.ts';

/** Ids of the three fixed choices. */
export const consentStances = ['consent', 'concern', 'objection'] as const;
export type ConsentStance = (typeof consentStances)[number];

/** The way one version of a proposal goes; an objection leads to an amended version, a new ballot that follows this one. */
export const consentSteps = ['questions', 'reactions', 'objections'] as const;
export type ConsentStep = (typeof consentSteps)[number];

/** Steps in which people speak about the proposal, and the facilitator writes down what they say. */
export const remarkSteps = ['questions', 'reactions'] as const;
export type RemarkStep = (typeof remarkSteps)[number];
/** `sector`: whose it was, if the facilitator wrote it down. */
export type ConsentRemark = { step: RemarkStep; text: string; sector?: Sector };
export const remarkLimit = 400;
export const remarksLimit = 60;

/**
 * `consent`: good enough for now, safe enough to try. `concern`: I consent, and want this worry to be heard; it does not
 * stop the proposal. `objection`: I see harm to our common aim, and say which; it needs a reason. Consent is `given`
 * when somebody voted and nobody objects. The number of consents decides nothing, one objection is enough to amend.
 * Sources: sociocracyforall.org, "Consent decision making"; G. Endenburg's sociocratic circle method (consent: no
 * reasoned, paramount objection).
 */
export type ConsentResult = { given: boolean; objections: number; concerns: number };

export function countConsent(votes: readonly Vote[]): { counts: Counts; result: ConsentResult } {
	const counts = countVotes(consentStances, votes);
	const objections = counts.objection!;
	return { counts, result: { given: votes.length > 0 && objections === 0, objections, concerns: counts.concern! } };
}
