// Puts a recommendation to the circle and reads the answer: an agenda item with a consent ballot, and its outcome in the record. Pure.
import { itemTitleLimit, type AgendaItem } from '#lib/agenda/agenda.ts';
import { recommendationItemId } from '#lib/agenda/item-id.ts';
import { proposalLimit } from '#lib/ballot/ballot-limits.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import type { Words } from '#lib/ui/words.ts';
import { withStatus, type Consultation, type ConsultationOutcome, type Recommendation } from './desk.ts';

const minutes = 15;

export function consultationItem({ id, title, reason }: Recommendation, words: Words): AgendaItem {
	return {
		id: recommendationItemId(id),
		title: words('consult_item_title', { title }).slice(0, itemTitleLimit),
		minutes,
		activity: {
			kind: 'ballot',
			ballot: {
				question: words('consult_question'),
				method: 'consent',
				proposal: `${title}\n\n${reason}`.slice(0, proposalLimit),
				choices: [],
				secret: false,
				dots: 5
			}
		},
		instructions: words('consult_instructions'),
		prompt: '',
		privacy: 'sector',
		quiet: false
	};
}

/** The agenda with the item before its closing talk, or at the end; the same agenda when it is there already. */
export function withConsultation(agenda: readonly AgendaItem[], item: AgendaItem): AgendaItem[] {
	if (agenda.some(({ id }) => id === item.id)) return [...agenda];
	const closes = agenda.length > 1 && agenda.at(-1)?.activity.kind === 'talk';
	const at = closes ? agenda.length - 1 : agenda.length;
	return [...agenda.slice(0, at), item, ...agenda.slice(at)];
}

/** What the circle answered in this record; null where nobody voted or decided on it. */
export function outcomeIn(record: SessionRecord, id: string): ConsultationOutcome | null {
	const ballot = record.ballots.findLast(({ recommendation, tally }) => recommendation === id && tally.voted > 0);
	const decision = record.decisions.findLast(
		(one) => one.recommendation === id || (ballot !== undefined && one.ballot === ballot.id)
	);
	const written = (decision?.objections ?? []).map(({ reason }) => reason);
	const given = (...choices: string[]) =>
		(ballot?.tally.reasons ?? []).flatMap(({ choice, reason }) => (choices.includes(choice ?? '') ? [reason] : []));
	const base = {
		record: record.id,
		date: record.date,
		objections: each([...written, ...given('objection', 'no')]),
		concerns: each(given('concern'))
	};
	if (ballot) {
		const { method, tally } = ballot;
		// so few answered in secret that nobody may know how: not even that all agreed
		if (tally.withheld) return { ...base, cite: ballot.id, method, counts: {}, agreed: null };
		const { counts } = tally;
		return { ...base, cite: ballot.id, method, counts, agreed: agreedBy(method, counts) };
	}
	if (!decision) return null;
	const { id: cite, method, yes, no, abstain } = decision;
	if (yes === null && no === null) return { ...base, cite, method, counts: {}, agreed: null };
	const counts = { yes: yes ?? 0, no: no ?? 0, abstain: abstain ?? 0 };
	return { ...base, cite, method, counts, agreed: counts.yes > counts.no };
}

/** Those that say something, each once. */
const each = (reasons: readonly string[]): string[] => [
	...new Set(reasons.map((reason) => reason.trim()).filter((reason) => reason !== ''))
];

function agreedBy(method: string, counts: Record<string, number>): boolean | null {
	if (method === 'consent') return (counts['objection'] ?? 0) === 0;
	if (method === 'yes-no-abstain') return (counts['yes'] ?? 0) > (counts['no'] ?? 0);
	return null;
}

/** Ids of the recommendations that a record tells something about. */
export const askedIn = ({ ballots, decisions }: Pick<SessionRecord, 'ballots' | 'decisions'>): Set<string> =>
	new Set([...ballots, ...decisions].flatMap(({ recommendation }) => recommendation ?? []));

/**
 * The recommendation with what a session answered; itself when that record says nothing new. A session that got it as a topic from an
 * earlier one is put on the list. `ids`: its own, and of those that it took in.
 */
export function withOutcome(
	recommendation: Recommendation,
	record: SessionRecord,
	at: number,
	ids: readonly string[] = [recommendation.id]
): Recommendation {
	const asked = recommendation.consultations.find(({ session }) => session === record.id);
	const outcome = asked?.outcome ? null : ids.map((id) => outcomeIn(record, id)).find((found) => found !== null);
	if (!outcome) return recommendation;
	const { id: session, title, date } = record;
	const answer: Consultation = asked ? { ...asked, outcome } : { session, title, date, at, outcome };
	const { consultations: before } = recommendation;
	const consultations = asked ? before.map((one) => (one === asked ? answer : one)) : [...before, answer];
	const answered = { ...recommendation, changedAt: at, consultations };
	return answered.status === 'draft' ? withStatus(answered, 'consulted', '', at) : answered;
}
