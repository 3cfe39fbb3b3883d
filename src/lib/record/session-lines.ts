// The sessions of a laboratory, planned, open and closed, as one list. Knows no store.
import type { Plan } from '#lib/session/plan.ts';
import type { SessionRecord } from './record.ts';

/** One line of the list. A record may outlive its plan, or have come without one; then there is no code. */
export type SessionLine = {
	id: string;
	laboratory: string;
	title: string;
	date: string;
	start: string;
	place: string;
	status: Plan['status'];
	code: string | null;
	example: boolean;
};

/** Newest first. */
const byDate = (one: SessionLine, other: SessionLine) =>
	other.date.localeCompare(one.date) || other.start.localeCompare(one.start);

/** What runs now, then what is next, then what was, newest first. */
export function sessionsOf(
	laboratory: string,
	plans: readonly Plan[],
	records: readonly Pick<SessionRecord, 'id' | 'laboratory' | 'title' | 'date' | 'place' | 'example'>[]
): SessionLine[] {
	const planned = plans
		.filter((plan) => plan.laboratory === laboratory)
		.map(({ id, title, date, start, place, status, code, example = false }) => ({
			...{ id, laboratory, title, date, start, place, status, code, example }
		}));
	const known = new Set(planned.map(({ id }) => id));
	const kept = records
		.filter((record) => record.laboratory.id === laboratory && !known.has(record.id))
		.map(({ id, title, date, place, example = false }) => ({
			...{ id, laboratory, title, date, start: '', place, status: 'closed' as const, code: null, example }
		}));
	const all = [...planned, ...kept];
	const inState = (status: SessionLine['status']) => all.filter((line) => line.status === status).sort(byDate);
	return [...inState('open').reverse(), ...inState('planned').reverse(), ...inState('closed')];
}
