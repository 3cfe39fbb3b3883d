// The planned start is read by the hall's clocks, wherever the server stands.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { plannedEnd, plannedStart } from '#lib/session/plan.ts';

const at = (date: string, start: string) => plannedStart({ date, start }, 'Europe/Warsaw');

test('summer and winter time are those of the zone', () => {
	assert.is(at('2026-12-03', '10:00'), Date.parse('2026-12-03T09:00:00Z'));
	assert.is(at('2026-07-03', '10:00'), Date.parse('2026-07-03T08:00:00Z'));
});

test('a plan without a time has no start', () => {
	assert.is(at('2026-12-03', ''), null);
});

test('an end that is not after the start is one of the next day', () => {
	const end = (start: string, time: string) => plannedEnd({ date: '2026-12-31', start, end: time }, 'Europe/Warsaw');
	assert.is(end('10:00', '12:45'), Date.parse('2026-12-31T11:45:00Z'));
	assert.is(end('22:00', '01:00'), Date.parse('2027-01-01T00:00:00Z'));
	assert.is(end('', '12:45'), Date.parse('2026-12-31T11:45:00Z'));
	assert.is(end('10:00', ''), null);
});

test.run();
