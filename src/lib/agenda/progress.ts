// How far a running agenda is: which item is past, running or ahead, when each begins, and how late the end will be. No clock of its own.
import type { LiveItem } from './agenda.ts';
import { timeLeft, type Timer } from './timer.ts';

/** Plan and reality are compared only when the session opened within this many milliseconds of its planned start. */
const comparable = 3 * 3600_000;

/** `skipped`: left out by the facilitator, or an item before the running one that never ran. */
export type ItemState = 'past' | 'now' | 'ahead' | 'skipped';

export type ItemProgress = {
	id: string;
	state: ItemState;
	/** By the plan with which the session was opened, ms since the epoch; null for what was added on the way. */
	planned: number | null;
	/** When it began, or when it will if the items before it keep their minutes, ms. */
	begins: number;
	/** How long it has run so far, ms; null when it has not. */
	spent: number | null;
};

export type Progress = {
	items: ItemProgress[];
	/** By the plan and by what is left, ms since the epoch. */
	plannedEnd: number;
	end: number;
	/** What the end is measured against: a time of day that the plan has, or the planned length from the opening on. */
	measured: 'clock' | 'length';
	/** Positive when the session will end later than planned, ms. */
	drift: number;
};

export type AgendaTimes = {
	startedAt: number | null;
	plannedStart: number | null;
	plannedEnd: number | null;
	/** Minutes planned when the session opened: what is changed on the way is measured against them. */
	plannedMinutes: number;
};

/** When the agenda should have begun: its planned start, or the opening where that was another day or never set. */
export function baseline(
	{ startedAt, plannedStart }: Pick<AgendaTimes, 'startedAt' | 'plannedStart'>,
	at: number
): number {
	const opened = startedAt ?? at;
	return plannedStart !== null && Math.abs(opened - plannedStart) <= comparable ? plannedStart : opened;
}

/**
 * The end that people were promised: the plan's, else the one that follows from its start, else as many minutes after the
 * opening as were planned. A plan for another day promises nothing.
 */
function promisedEnd(times: AgendaTimes, at: number): Pick<Progress, 'plannedEnd' | 'measured'> {
	const start = baseline(times, at);
	const reckoned = start + times.plannedMinutes * 60_000;
	const { plannedEnd } = times;
	if (plannedEnd !== null && Math.abs(reckoned - plannedEnd) <= comparable) return { plannedEnd, measured: 'clock' };
	const byStart = times.plannedStart !== null && start === times.plannedStart;
	return { plannedEnd: reckoned, measured: byStart ? 'clock' : 'length' };
}

export function progress(
	agenda: readonly LiveItem[],
	now: { item: string | null; timer: Timer },
	times: AgendaTimes,
	at: number
): Progress {
	const start = baseline(times, at);
	const running = agenda.findIndex((item) => item.id === now.item);
	let clock = running < 0 ? Math.max(at, start) : at + Math.max(0, timeLeft(now.timer, at) ?? 0);
	const items = agenda.map((item, index): ItemProgress => {
		const state = stateOf(item, index, running);
		const base = { id: item.id, state, planned: plannedAt(item, start), spent: timeSpent(item, at) };
		if (state === 'now') return { ...base, begins: item.spans.at(-1)?.from ?? at };
		if (state !== 'ahead') return { ...base, begins: item.spans[0]?.from ?? base.planned ?? clock };
		const begins = clock;
		clock += item.minutes * 60_000;
		return { ...base, begins };
	});
	const promised = promisedEnd(times, at);
	return { items, ...promised, end: clock, drift: clock - promised.plannedEnd };
}

const plannedAt = ({ plan }: LiveItem, start: number): number | null => (plan ? start + plan.start * 60_000 : null);

function stateOf(item: LiveItem, index: number, running: number): ItemState {
	if (index === running) return 'now';
	if (item.spans.length > 0) return 'past';
	if (item.skipped) return 'skipped';
	return index < running ? 'skipped' : 'ahead';
}

/** Milliseconds an item has run, all its spans together; null when it never began. */
export function timeSpent(item: Pick<LiveItem, 'spans'>, at: number): number | null {
	if (item.spans.length === 0) return null;
	return item.spans.reduce((sum, span) => sum + Math.max(0, (span.to ?? at) - span.from), 0);
}

/** Whole minutes of drift, rounded towards the plan: 40 seconds late is still on time. */
export const driftMinutes = (drift: number): number => Math.trunc(drift / 60_000);

/** The items that "previous" and "next" lead to, past what is left out; before anything runs, next is the first that has not run. */
export function neighbours(
	agenda: readonly LiveItem[],
	current: string | null
): { previous: string | null; next: string | null } {
	const kept = agenda.filter((item) => !item.skipped || item.id === current);
	const at = kept.findIndex((item) => item.id === current);
	if (at < 0) {
		const first = kept.find((item) => item.spans.length === 0) ?? kept[0];
		return { previous: null, next: first?.id ?? null };
	}
	return { previous: kept[at - 1]?.id ?? null, next: kept[at + 1]?.id ?? null };
}
