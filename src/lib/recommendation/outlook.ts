// What comes next for a recommendation: its next step with who and by when, a question that waits, or why it ended. Pure; knows no page.
import type { Recommendation, Step } from './desk.ts';
import { lastOutcome } from './consultations.ts';
import { isOver } from './status.ts';

export type Outlook =
	/** `overdue`: its day is over. */
	| { kind: 'step'; step: Step; overdue: boolean }
	/** Under way, and every step is done, or there was none. */
	| { kind: 'all-done' | 'no-steps' }
	/** The circle is to be asked in that session. */
	| { kind: 'asked'; title: string; date: string }
	/** The circle answered, and now somebody has to decide. */
	| { kind: 'agreed' | 'refused' | 'to-decide' }
	/** Nothing more is to be done about it. */
	| { kind: 'over'; why: string };

type Told = Pick<Recommendation, 'status' | 'steps' | 'owner' | 'consultations' | 'history'>;

/** `today`: calendar date. A step that nobody has of its own is the owner's. */
export function outlookOf({ status, steps, owner, consultations, history }: Told, today: string): Outlook {
	if (isOver(status)) return { kind: 'over', why: history.at(-1)?.reason ?? '' };
	if (status === 'draft' || status === 'consulted') {
		const asked = consultations.findLast(({ outcome, date }) => outcome === null && date >= today);
		if (asked) return { kind: 'asked', title: asked.title, date: asked.date };
		const agreed = lastOutcome(consultations)?.agreed ?? null;
		return { kind: agreed === null ? 'to-decide' : agreed ? 'agreed' : 'refused' };
	}
	const open = steps.filter(({ done }) => !done);
	const next = [...open].sort((one, other) => (one.due || '9').localeCompare(other.due || '9'))[0];
	if (!next) return { kind: steps.length > 0 ? 'all-done' : 'no-steps' };
	const overdue = next.due !== '' && next.due < today;
	return { kind: 'step', step: { ...next, owner: next.owner || owner }, overdue };
}

export const isOverdue = (outlook: Outlook): boolean => outlook.kind === 'step' && outlook.overdue;

/** What is late comes first, then what is under way by its day, what waits for an answer, and last what is over. */
export function byUrgency(one: Outlook, other: Outlook): number {
	const rank = (outlook: Outlook) =>
		outlook.kind === 'step'
			? 0
			: outlook.kind === 'all-done' || outlook.kind === 'no-steps'
				? 1
				: outlook.kind === 'over'
					? 3
					: 2;
	const day = (outlook: Outlook) => (outlook.kind === 'step' ? outlook.step.due || '9' : '');
	return rank(one) - rank(other) || day(one).localeCompare(day(other));
}
