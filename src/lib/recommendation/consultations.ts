// What has become of each question to the circle: waiting, taken off, asked, answered, or its session called off. Pure.
import type { AgendaItem } from '#lib/agenda/agenda.ts';
import { recommendationOfItem } from '#lib/agenda/item-id.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import type { Plan } from '#lib/session/plan.ts';
import type { Consultation } from './desk.ts';

/**
 * `waiting`: it stands on the agenda of a planned session. `taken-off`: it no longer does. `running`: the session is open. `not-voted`:
 * the session ended without an answer. `gone`: there is no such session any more.
 */
export type ConsultationState = 'answered' | 'waiting' | 'taken-off' | 'running' | 'not-voted' | 'gone';

export type ConsultationView = Consultation & {
	state: ConsultationState;
	/** The page of its record or of its plan; null where there is neither. */
	href: string | null;
	/** What was not settled comes back in the next session of the laboratory. */
	returns: boolean;
};

type Known = {
	planOf: (session: string) => Pick<Plan, 'laboratory' | 'status' | 'agenda' | 'title' | 'date'> | null;
	recordOf: (session: string) => SessionRecord | null;
};

/** `ids`: that of the recommendation, and of those that it took in. */
export function consultationViews(
	consultations: readonly Consultation[],
	ids: readonly string[],
	{ planOf, recordOf }: Known
): ConsultationView[] {
	return consultations.map((one, index) => {
		const [plan, record] = [planOf(one.session), recordOf(one.session)];
		const state = stateOf(one, ids, plan, record);
		const planned = plan?.status === 'planned' || plan?.status === 'open' ? plan : null;
		return {
			...one,
			// a session may have been moved since it was asked; one that was held has the day of its record
			...(planned ? { title: planned.title, date: planned.date } : {}),
			...(record ? { title: record.title || one.title, date: record.date || one.date } : {}),
			state,
			href: record ? `/archive/${one.session}` : planned && `/labs/${planned.laboratory}/sessions/${one.session}`,
			returns:
				index === consultations.length - 1 &&
				(record?.topics.some(({ topic }) => ids.includes(topic?.recommendation ?? '')) ?? false)
		};
	});
}

function stateOf(
	{ outcome }: Consultation,
	ids: readonly string[],
	plan: Pick<Plan, 'status' | 'agenda'> | null,
	record: SessionRecord | null
): ConsultationState {
	if (outcome) return 'answered';
	if (plan?.status === 'open') return 'running';
	if (plan?.status === 'planned') return isOn(plan.agenda, ids) ? 'waiting' : 'taken-off';
	// closed a moment ago, and its record is being written
	if (plan && !record) return 'running';
	return record ? 'not-voted' : 'gone';
}

const isOn = (agenda: readonly Pick<AgendaItem, 'id'>[], ids: readonly string[]): boolean =>
	agenda.some(({ id }) => ids.includes(recommendationOfItem(id) ?? ''));

/** The agenda without the question. */
export const withoutConsultation = (agenda: readonly AgendaItem[], ids: readonly string[]): AgendaItem[] =>
	agenda.filter(({ id }) => !ids.includes(recommendationOfItem(id) ?? ''));

/** The last answer of the circle, if it has answered. */
export const lastOutcome = (consultations: readonly Consultation[]) =>
	consultations.findLast(({ outcome }) => outcome !== null)?.outcome ?? null;
