// Running late: three concrete ways to end in time, for a facilitator to choose with one key. Pure; no clock of its own.
import type { LiveItem } from './agenda.ts';
import { driftMinutes, type Progress } from './progress.ts';

/** What to change: new minutes of items, an item to leave out, or nothing but the end. */
export type Replan =
	| { kind: 'shorten'; changes: { item: string; minutes: number }[] }
	| { kind: 'drop'; item: string; minutes: number }
	| { kind: 'extend'; endsAt: number };

/** No item is shortened below this share of its planned minutes. */
const shortestShare = 0.5;

/** At most three proposals that win the lost minutes back: shorten, drop one item, or end later. Empty when not late. */
export function replans(agenda: readonly LiveItem[], progress: Progress): Replan[] {
	const late = driftMinutes(progress.drift);
	if (late <= 0) return [];
	const ahead = new Set(progress.items.filter(({ state }) => state === 'ahead').map(({ id }) => id));
	const rest = agenda.filter((item) => ahead.has(item.id) && item.minutes > 0);
	const proposals: Replan[] = [];
	const shortened = shorten(rest, late);
	if (shortened) proposals.push({ kind: 'shorten', changes: shortened });
	const dropped = toDrop(rest, late);
	if (dropped) proposals.push({ kind: 'drop', item: dropped.id, minutes: dropped.minutes });
	proposals.push({ kind: 'extend', endsAt: progress.end });
	return proposals;
}

/** How many times the lost minutes an item may last to be proposed for leaving out. */
const mostWon = 2;

/** The shortest item that wins the delay back without taking much more, else the one that wins most; never the longest ahead. */
function toDrop(rest: readonly LiveItem[], late: number): LiveItem | undefined {
	const longest = Math.max(...rest.map(({ minutes }) => minutes));
	const byMinutes = rest
		.filter(({ minutes }) => minutes < longest && minutes <= late * mostWon)
		.sort((one, other) => one.minutes - other.minutes);
	return byMinutes.find(({ minutes }) => minutes >= late) ?? byMinutes.at(-1);
}

/** Minutes of delay below which a facilitator is left in peace: the hall makes them up by itself. */
export const noticeable = 3;

/** Minutes by which the delay must grow until proposals are made again to someone who let it stand. */
const patience = 3;

/** Whether proposals are worth showing: the session is noticeably late, and clearly more than the delay that was let stand, if one was. */
export const worthProposing = (late: number, letStand: number | null): boolean =>
	late >= noticeable && (letStand === null || late >= letStand + patience);

/** What a proposal changes in the agenda. */
export type AgendaChange = { item: string; minutes?: number; skipped?: boolean };

export function changesOf(replan: Replan): AgendaChange[] {
	if (replan.kind === 'shorten') return replan.changes;
	return replan.kind === 'drop' ? [{ item: replan.item, skipped: true }] : [];
}

/** What takes those changes back. */
export const takenBack = (agenda: readonly LiveItem[], changes: readonly AgendaChange[]): AgendaChange[] =>
	changes.flatMap(({ item, minutes, skipped }) => {
		const before = agenda.find(({ id }) => id === item);
		if (!before) return [];
		return {
			item,
			...(minutes === undefined ? {} : { minutes: before.minutes }),
			...(skipped === undefined ? {} : { skipped: before.skipped ?? false })
		};
	});

/** Takes minutes from the longest items first, one at a time; null when they do not suffice. */
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
