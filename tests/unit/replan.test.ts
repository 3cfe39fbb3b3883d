// Running late: drift and the proposals that win time back.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { LiveItem } from '#lib/agenda/agenda.ts';
import { drift, replans, upcoming } from '#lib/agenda/replan.ts';

const minute = 60_000;
const item = (id: string, minutes: number, ran = false): LiveItem => ({
	id,
	title: id,
	minutes,
	activity: { kind: 'talk' },
	instructions: '',
	prompt: '',
	privacy: 'sector',
	quiet: false,
	spans: ran ? [{ from: 0 }] : []
});
const agenda = [item('a', 10, true), item('b', 20), item('c', 30), item('d', 10)];
const running = (left: number) => ({
	agenda,
	now: { item: 'a', timer: { state: 'running' as const, deadline: left } }
});

test('a session on time has no drift, and one in overtime drifts with every minute', () => {
	assert.is(drift(running(10 * minute), 0, 70, 0).minutes, 0);
	assert.is(drift(running(10 * minute), 0, 70, 17 * minute).minutes, 7);
	assert.is(drift(running(10 * minute), 0, 70, 17 * minute).endsAt, 77 * minute);
});

test('skipped items and items that ran are not to come', () => {
	const changed = agenda.map((one) => (one.id === 'c' ? { ...one, skipped: true } : one));
	assert.equal(
		upcoming({ ...running(0), agenda: changed }).map(({ id }) => id),
		['b', 'd']
	);
});

test('running late offers to shorten, to drop and to end later; shortening wins back exactly what was lost', () => {
	const late = drift(running(10 * minute), 0, 70, 17 * minute);
	const [shorten, drop, extend] = replans(running(10 * minute), late);
	assert.is(shorten?.kind, 'shorten');
	if (shorten?.kind === 'shorten') {
		const won = shorten.changes.reduce(
			(sum, { item: id, minutes }) => sum + agenda.find((one) => one.id === id)!.minutes - minutes,
			0
		);
		assert.is(won, 7);
	}
	assert.equal(drop, { kind: 'drop', item: 'd', minutes: 10 });
	assert.equal(extend, { kind: 'extend', endsAt: 77 * minute });
});

test('nothing is proposed when it is not late, and nothing is shortened below half', () => {
	assert.equal(replans(running(10 * minute), { endsAt: 0, minutes: 0 }), []);
	const [first] = replans(running(0), { endsAt: 0, minutes: 40 });
	assert.is(first?.kind, 'drop');
});

test.run();
