// Which decisions of a record come from a question of consent, what people answered, and whether it settled anything. Knows no model.
import type { SessionRecord } from './record.ts';

type Decision = SessionRecord['decisions'][number];

/** How many consented, consented with a concern, and objected. */
export type ConsentCounts = { consents: number; concerns: number; objections: number };

/** What was answered where a decision comes from a question of consent; `null` where it does not, or where nobody may know. */
export function consentBehind({ ballots }: Pick<SessionRecord, 'ballots'>, { ballot: from }: Decision) {
	const ballot = from === null ? undefined : ballots.find(({ id }) => id === from);
	if (ballot?.method !== 'consent' || ballot.tally.withheld) return null;
	const { consent = 0, concern = 0, objection = 0 } = ballot.tally.counts;
	return { consents: consent, concerns: concern, objections: objection } satisfies ConsentCounts;
}

/** Ways of deciding that an objection does not stop; "other" is what people chose who decided after consent was not given. */
const otherwise: readonly string[] = ['consensus', 'show-of-hands', 'other'];

/** Consent was asked for and an objection stood, and nothing says that it was decided in another way after all. */
export function isUnsettled(record: Pick<SessionRecord, 'ballots'>, decision: Decision): boolean {
	const { method, yes, no, objections } = decision;
	if (otherwise.includes(method) || yes !== null || no !== null) return false;
	const asked = consentBehind(record, decision);
	return asked ? asked.objections > 0 : method === 'consent' && objections.length > 0;
}
