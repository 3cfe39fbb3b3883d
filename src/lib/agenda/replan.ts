// Running late: how far the session drifts from its plan, and three concrete ways to end in time. Pure; no clock of its own.
import type { LiveItem, Timer } from './agenda.ts';
import { timeLeft } from './agenda.ts';

const minute = 60_000;

export type Drift = {
	/** When it will end as things stand, ms. */
	endsAt: number;
	/** Minutes later than planned, rounded; negative when early. */
	minutes: number;
};

type Running = { agenda: readonly LiveItem[]; now: { item: string | null; timer: Timer } };

/** Items after the running one that are still to come. */
export function upcoming({ agenda, now }: Running): LiveItem[] {
	const at = agenda.findIndex(({ id }) => id === now.item);
	return agenda.slice(at + 1).filter((item) => item.spans.length === 0 && !item.skipped);
}

/** `startedAt` is when the session began, ms; the planned end is that plus all planned minutes. */
export function drift(running: Running, startedAt: number, plannedMinutes: number, at: number): Drift {
	const left = Math.max(0, timeLeft(running.now.timer, at) ?? 0);
	const rest = upcoming(running).reduce((sum, item) => sum + item.minutes * minute, 0);
	const endsAt = at + left + rest;
	return { endsAt, minutes: Math.round((endsAt - (startedAt + plannedMinutes * minute)) / minute) };
}

/** What to change: new minutes of items, or an item to skip. */
export type Replan =
	| { kind: 'shorten'; changes: { item: string; minutes: number }[] }
	| { kind: 'drop'; item: string; minutes: number }
	| { kind: 'extend'; endsAt: number };

/** No item is shortened below this share of its planned minutes. */
const shortestShare = 0.5;

/** At most three proposals that win back `minutes`: shorten, drop one item, or end later. Empty when not late. */
export function replans(running: Running, late: Drift): Replan[] {
	if (late.minutes <= 0) return [];
	const rest = upcoming(running).filter(({ minutes }) => minutes > 0);
	const proposals: Replan[] = [];
	const shortened = shorten(rest, late.minutes);
	if (shortened) proposals.push({ kind: 'shorten', changes: shortened });
	const dropped = [...rest]
		.filter(({ minutes }) => minutes >= late.minutes)
		.sort((one, other) => one.minutes - other.minutes)[0];
	const candidate = dropped ?? [...rest].sort((one, other) => other.minutes - one.minutes)[0];
	if (candidate && rest.length > 1) proposals.push({ kind: 'drop', item: candidate.id, minutes: candidate.minutes });
	proposals.push({ kind: 'extend', endsAt: late.endsAt });
	return proposals;
}

/** Takes minutes from the longest items first, a minute at a time; null when they do not suffice. */
function shorten(items: readonly LiveItem[], minutes: number): { item: string; minutes: number }[] | null {
	const left = new Map(items.map((item) => [item.id, item.minutes]));
	for (let taken = 0; taken < minutes; taken++) {
		const longest = items
			.filter((item) => left.get(item.id)! - 1 >= Math.ceil(item.minutes * shortestShare))
			.sort((one, other) => left.get(other.id)! - left.get(one.id)!)[0];
		if (!longest) return null;
		left.set(longest.id, left.get(longest.id)! - 1);
	}
	return items
		.filter((item) => left.get(item.id) !== item.minutes)
		.map((item) => ({ item: item.id, minutes: left.get(item.id)! }));
}
