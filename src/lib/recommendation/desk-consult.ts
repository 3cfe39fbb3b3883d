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
	const base = { record: record.id, date: record.date };
	const objections = (decision?.objections ?? []).map(({ reason }) => reason).filter((reason) => reason !== '');
	if (ballot) {
		const { method, tally } = ballot;
		const { counts } = tally;
		return { ...base, cite: ballot.id, method, counts, objections, agreed: agreedBy(method, counts) };
	}
	if (!decision) return null;
	const { id: cite, method, yes, no, abstain } = decision;
	if (yes === null && no === null) return { ...base, cite, method, counts: {}, objections, agreed: null };
	const counts = { yes: yes ?? 0, no: no ?? 0, abstain: abstain ?? 0 };
	return { ...base, cite, method, counts, objections, agreed: counts.yes > counts.no };
}

function agreedBy(method: string, counts: Record<string, number>): boolean | null {
	if (method === 'consent') return (counts['objection'] ?? 0) === 0;
	if (method === 'yes-no-abstain') return (counts['yes'] ?? 0) > (counts['no'] ?? 0);
	return null;
}

/** The recommendation with the answer of a session that was asked; itself when that record says nothing new. */
export function withOutcome(recommendation: Recommendation, record: SessionRecord, at: number): Recommendation {
	const asked = recommendation.consultations.find(({ session }) => session === record.id);
	const outcome = asked && !asked.outcome ? outcomeIn(record, recommendation.id) : null;
	if (!outcome) return recommendation;
	const answered = {
		...recommendation,
		changedAt: at,
		consultations: recommendation.consultations.map((one): Consultation =>
			one.session === record.id ? { ...one, outcome } : one
		)
	};
	return answered.status === 'draft' ? withStatus(answered, 'consulted', '', at) : answered;
}
