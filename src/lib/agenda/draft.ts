// Rules of an agenda that is being written: new and copied items, what keeps it from being saved, and when it will end. Pure.
import { planIsComplete } from '#lib/ballot/ballot.ts';
import { schedule, type AgendaItem } from './agenda.ts';

/** An item to begin with: ten minutes of talk. */
export const newItem = (id: string, title: string): AgendaItem => ({
	id,
	title,
	minutes: 10,
	activity: { kind: 'talk' },
	instructions: '',
	prompt: '',
	privacy: 'sector',
	quiet: false
});

/** The same items with a copy of one right after it. */
export function duplicateItem(items: readonly AgendaItem[], id: string, newId: string): AgendaItem[] {
	return items.flatMap((item) => (item.id === id ? [item, { ...structuredClone(item), id: newId }] : [item]));
}

/** `title` and `question` keep the agenda from being saved; `choices` only keep the ballot from being opened. */
export type DraftGap = { item: string; missing: 'title' | 'question' | 'choices' };

export function draftGaps(items: readonly AgendaItem[]): DraftGap[] {
	return items.flatMap(({ id: item, title, activity }) => {
		const gaps: DraftGap[] = [];
		if (title.trim() === '') gaps.push({ item, missing: 'title' });
		if (activity.kind === 'ballot' && activity.ballot.question.trim() === '') gaps.push({ item, missing: 'question' });
		if (activity.kind === 'ballot' && !planIsComplete(activity.ballot)) gaps.push({ item, missing: 'choices' });
		return gaps;
	});
}

export const keepsFromSaving = ({ missing }: DraftGap): boolean => missing !== 'choices';

/** Minutes that the items take and, where start and end (HH:MM) are known, minutes after the planned end; negative before it. */
export function planTiming(
	items: readonly Pick<AgendaItem, 'minutes'>[],
	start: string,
	end: string
): { total: number; late: number | null } {
	const { total } = schedule(items);
	if (!start || !end) return { total, late: null };
	const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
	// a session may end after midnight
	const planned = (minutes(end) - minutes(start) + 1440) % 1440;
	return { total, late: total - planned };
}
