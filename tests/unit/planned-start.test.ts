// The planned start is read by the hall's clocks, wherever the server stands.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { plannedStart } from '#lib/session/plan.ts';

const at = (date: string, start: string) => plannedStart({ date, start }, 'Europe/Warsaw');

test('summer and winter time are those of the zone', () => {
	assert.is(at('2026-12-03', '10:00'), Date.parse('2026-12-03T09:00:00Z'));
	assert.is(at('2026-07-03', '10:00'), Date.parse('2026-07-03T08:00:00Z'));
});

test('a plan without a time has no start', () => {
	assert.is(at('2026-12-03', ''), null);
});

test.run();
