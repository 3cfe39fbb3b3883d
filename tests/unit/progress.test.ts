// The running agenda: who is next, when items begin, and how late the session will end.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { plannedItems, type LiveItem } from '#lib/agenda/agenda.ts';
import { baseline, driftMinutes, neighbours, progress, timeSpent } from '#lib/agenda/progress.ts';

const minute = 60_000;
const nine = Date.parse('2026-11-23T09:00:00Z');

const item = (id: string, minutes: number, spans: LiveItem['spans'] = []): LiveItem => ({
	id,
	title: id,
	minutes,
	activity: { kind: 'talk' },
	instructions: '',
	prompt: '',
	privacy: 'sector',
	quiet: false,
	spans
});

const times = { startedAt: nine, plannedStart: nine as number | null, plannedEnd: null as number | null };

const planned = (agenda: LiveItem[]): LiveItem[] =>
	plannedItems(agenda).map((item, index) => ({ ...item, spans: agenda[index]!.spans }));

/** The progress of an agenda that was not changed on the way. */
const run = (agenda: LiveItem[], now: Parameters<typeof progress>[1], when: typeof times, at: number) =>
	progress(
		planned(agenda),
		now,
		{ ...when, plannedMinutes: agenda.reduce((sum, { minutes }) => sum + minutes, 0) },
		at
	);

test('on time, the end is the planned end and every item begins as planned', () => {
	const agenda = [item('a', 10, [{ from: nine }]), item('b', 20), item('c', 30)];
	const timer = { state: 'running', deadline: nine + 10 * minute } as const;
	const { items, drift, end } = run(agenda, { item: 'a', timer }, times, nine + 4 * minute);
	assert.is(drift, 0);
	assert.is(end, nine + 60 * minute);
	assert.equal(
		items.map(({ begins }) => (begins - nine) / minute),
		[0, 10, 30]
	);
	assert.equal(
		items.map(({ state }) => state),
		['now', 'ahead', 'ahead']
	);
});

test('overtime moves the end by the minutes that were taken', () => {
	const agenda = [item('a', 10, [{ from: nine }]), item('b', 20)];
	const timer = { state: 'running', deadline: nine + 10 * minute } as const;
	const { drift, items } = run(agenda, { item: 'a', timer }, times, nine + 17 * minute);
	assert.is(driftMinutes(drift), 7);
	assert.is(items[1]!.begins, nine + 17 * minute);
	assert.is(items[1]!.planned, nine + 10 * minute);
});

test('planned stays planned: minutes changed, items moved or added on the way do not move it', () => {
	const [a, b, c] = planned([item('a', 10, [{ from: nine }]), item('b', 20), item('c', 30)]) as [
		LiveItem,
		LiveItem,
		LiveItem
	];
	const changed = [{ ...a, minutes: 25 }, item('added', 15), c, { ...b, minutes: 5 }];
	const timer = { state: 'running', deadline: nine + 25 * minute } as const;
	const { items } = progress(changed, { item: 'a', timer }, { ...times, plannedMinutes: 60 }, nine);
	assert.equal(
		items.map(({ id, planned: at }) => [id, at === null ? null : (at - nine) / minute]),
		[
			['a', 0],
			['added', null],
			['c', 30],
			['b', 10]
		]
	);
});

test('an item ended early brings the end forward', () => {
	const agenda = [item('a', 10, [{ from: nine, to: nine + 4 * minute }]), item('b', 20, [{ from: nine + 4 * minute }])];
	const timer = { state: 'running', deadline: nine + 24 * minute } as const;
	assert.is(driftMinutes(run(agenda, { item: 'b', timer }, times, nine + 5 * minute).drift), -6);
});

test('a pause costs time while it lasts', () => {
	const agenda = [item('a', 10, [{ from: nine }])];
	const timer = { state: 'paused', remaining: 6 * minute } as const;
	const drift = (at: number) => run(agenda, { item: 'a', timer }, times, at).drift;
	assert.is(drift(nine + 4 * minute), 0);
	assert.is(drift(nine + 9 * minute), 5 * minute);
});

test('a skipped item is no longer waited for, and one that ran is not run again', () => {
	const agenda = [
		item('a', 10, [{ from: nine, to: nine + 10 * minute }]),
		item('b', 20),
		item('c', 30, [{ from: nine + 10 * minute }]),
		item('d', 5)
	];
	const timer = { state: 'running', deadline: nine + 40 * minute } as const;
	const { items, drift } = run(agenda, { item: 'c', timer }, times, nine + 10 * minute);
	assert.equal(
		items.map(({ state }) => state),
		['past', 'skipped', 'now', 'ahead']
	);
	assert.is(driftMinutes(drift), -20);
});

test('before the first item the agenda waits for its planned start, then for the facilitator', () => {
	const agenda = [item('a', 10), item('b', 20)];
	const now = { item: null, timer: { state: 'off' } } as const;
	const opened = { startedAt: nine - 15 * minute, plannedStart: nine, plannedEnd: null };
	const early = run(agenda, now, opened, nine - 10 * minute);
	assert.is(early.items[0]!.begins, nine);
	assert.is(early.drift, 0);
	const late = run(agenda, now, opened, nine + 5 * minute);
	assert.is(driftMinutes(late.drift), 5);
});

test('the end is measured against the planned end of the day, however late the session was opened', () => {
	const agenda = [item('a', 10, [{ from: nine + 12 * minute }]), item('b', 20)];
	const timer = { state: 'running', deadline: nine + 22 * minute } as const;
	const at = nine + 12 * minute;
	const opened = { startedAt: nine + 10 * minute, plannedStart: nine, plannedEnd: nine + 40 * minute };
	const told = run(agenda, { item: 'a', timer }, opened, at);
	assert.is(told.measured, 'clock');
	assert.is(told.plannedEnd, nine + 40 * minute);
	assert.is(driftMinutes(told.drift), 2);
	const onlyEnd = run(agenda, { item: 'a', timer }, { ...opened, plannedStart: null }, at);
	assert.equal([onlyEnd.measured, driftMinutes(onlyEnd.drift)], ['clock', 2]);
});

test('without a planned end it follows from the planned start; without both the length counts from the opening', () => {
	const agenda = [item('a', 10, [{ from: nine + 12 * minute }]), item('b', 20)];
	const timer = { state: 'running', deadline: nine + 22 * minute } as const;
	const at = nine + 12 * minute;
	const start = run(
		agenda,
		{ item: 'a', timer },
		{ startedAt: nine + 10 * minute, plannedStart: nine, plannedEnd: null },
		at
	);
	assert.equal([start.measured, driftMinutes(start.drift)], ['clock', 12]);
	const none = run(
		agenda,
		{ item: 'a', timer },
		{ startedAt: nine + 10 * minute, plannedStart: null, plannedEnd: null },
		at
	);
	assert.equal([none.measured, driftMinutes(none.drift)], ['length', 2]);
	const otherDay = { startedAt: nine, plannedStart: nine - 24 * 60 * minute, plannedEnd: nine - 23 * 60 * minute };
	assert.is(run(agenda, { item: 'a', timer }, otherDay, at).measured, 'length');
});

test('a planned start of another day is not compared with', () => {
	assert.is(baseline({ startedAt: nine, plannedStart: nine - 24 * 3600_000 }, nine), nine);
	assert.is(baseline({ startedAt: nine, plannedStart: null }, nine + minute), nine);
	assert.is(baseline({ startedAt: nine + 20 * minute, plannedStart: nine }, nine + 30 * minute), nine);
	assert.is(baseline({ startedAt: null, plannedStart: null }, nine), nine);
});

test('half a minute is not called late', () => {
	assert.is(driftMinutes(40_000), 0);
	assert.is(Math.abs(driftMinutes(-40_000)), 0);
	assert.is(driftMinutes(60_000), 1);
});

test('an item without minutes holds nothing up', () => {
	const agenda = [item('a', 0, [{ from: nine }]), item('b', 10)];
	const { end } = run(agenda, { item: 'a', timer: { state: 'off' } }, times, nine);
	assert.is(end, nine + 10 * minute);
});

test('time spent is the sum of all runs', () => {
	const repeated = item('a', 10, [{ from: nine, to: nine + 5 * minute }, { from: nine + 20 * minute }]);
	assert.is(timeSpent(repeated, nine + 22 * minute), 7 * minute);
	assert.is(timeSpent(item('b', 10), nine), null);
});

test('previous and next stop at the ends', () => {
	const agenda = [item('a', 1, [{ from: nine, to: nine + 1 }]), item('b', 1), item('c', 1)];
	assert.equal(neighbours(agenda, 'a'), { previous: null, next: 'b' });
	assert.equal(neighbours(agenda, 'b'), { previous: 'a', next: 'c' });
	assert.equal(neighbours(agenda, 'c'), { previous: 'b', next: null });
	assert.equal(neighbours(agenda, null), { previous: null, next: 'b' });
	assert.equal(neighbours([], null), { previous: null, next: null });
});

test.run();
