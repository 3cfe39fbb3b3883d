// The agenda of a running session: which item runs, when each ran, and how it changes on the way. Pure.
import { strictest, type AgendaItem, type LiveItem } from './agenda.ts';
import type { Timer } from './timer.ts';

export type LiveAgenda = { agenda: LiveItem[]; now: { item: string | null; timer: Timer } };

export type AgendaEvent =
	| { type: 'item.started'; item: string; timer: Timer }
	| { type: 'item.inserted'; item: AgendaItem; before: string | null }
	| {
			type: 'item.changed';
			item: string;
			change: Partial<Pick<LiveItem, 'title' | 'minutes' | 'privacy' | 'quiet' | 'skipped' | 'remark'>>;
	  }
	| { type: 'item.moved'; item: string; before: string | null }
	| { type: 'timer.set'; timer: Timer };

export function foldAgenda(state: LiveAgenda, event: AgendaEvent, at: number): LiveAgenda {
	const { agenda, now } = state;
	switch (event.type) {
		case 'item.started':
			return {
				agenda: endSpan(state, at).map((item) =>
					item.id === event.item ? { ...item, skipped: false, spans: [...item.spans, { from: at }] } : item
				),
				now: { item: event.item, timer: event.timer }
			};
		case 'item.inserted':
			return { agenda: insertBefore(agenda, { ...event.item, spans: [] }, event.before), now };
		case 'item.changed':
			return { agenda: agenda.map((item) => (item.id === event.item ? changed(item, event.change) : item)), now };
		case 'item.moved': {
			const moved = agenda.find(({ id }) => id === event.item);
			if (!moved || event.before === event.item) return state;
			return {
				agenda: insertBefore(
					agenda.filter((item) => item !== moved),
					moved,
					event.before
				),
				now
			};
		}
		case 'timer.set':
			return { agenda, now: { ...now, timer: event.timer } };
	}
}

type Change = Extract<AgendaEvent, { type: 'item.changed' }>['change'];

/** What was written under a stricter privacy stays under it. */
function changed(item: LiveItem, change: Change): LiveItem {
	if (change.privacy === undefined) return { ...item, ...change };
	return { ...item, ...change, strictest: strictest([item.strictest ?? item.privacy, change.privacy]) };
}

function insertBefore(agenda: readonly LiveItem[], item: LiveItem, before: string | null): LiveItem[] {
	const place = agenda.findIndex(({ id }) => id === before);
	const copy = [...agenda];
	copy.splice(place < 0 ? copy.length : place, 0, item);
	return copy;
}

/** The agenda with the running item's span ended. */
export const endSpan = ({ agenda, now }: LiveAgenda, at: number): LiveItem[] =>
	agenda.map((item) =>
		item.id === now.item
			? { ...item, spans: item.spans.map((span) => (span.to === undefined ? { ...span, to: at } : span)) }
			: item
	);
