// Times and lengths of time read naturally in both languages and do not depend on where the machine stands.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { calendarDate, clockAfter, clockTime, countdown, dateAndTime, duration, longDate } from '#lib/ui/time.ts';

const moment = Date.UTC(2026, 10, 23, 22, 30);
const warsaw = 'Europe/Warsaw';

test('a moment is written in the zone that is asked for', () => {
	assert.is(clockTime(moment, 'pl', warsaw), '23:30');
	assert.is(clockTime(moment, 'en', 'UTC'), '22:30');
	assert.is(longDate(moment, 'pl', warsaw), '23 listopada 2026');
	assert.is(longDate(moment, 'en', 'Asia/Tokyo'), '24 November 2026');
	assert.is(dateAndTime(moment, 'pl', warsaw), '23 listopada 2026, 23:30');
});

test('a calendar date is the same day everywhere, and text that is no date stays as it is', () => {
	assert.is(calendarDate('2026-11-23', 'pl'), '23 listopada 2026');
	assert.is(calendarDate('2026-11-23', 'pl', true), 'poniedziałek, 23 listopada 2026');
	assert.is(calendarDate('wkrótce', 'pl'), 'wkrótce');
});

test('lengths are told in hours and minutes', () => {
	assert.is(duration(45, 'pl'), '45\u00a0min');
	assert.match(duration(120, 'en'), /^2\u00a0hr?s?$/);
	assert.match(duration(135, 'pl'), /^2\u00a0godz\. 15\u00a0min$/);
	assert.is(duration(-3, 'pl'), '0\u00a0min');
});

test('a countdown shows zero only when the time is over, and then counts on below it', () => {
	assert.is(countdown(299_001), '5:00');
	assert.is(countdown(1), '0:01');
	assert.is(countdown(0), '0:00');
	assert.is(countdown(-30_000), '−0:30');
	assert.is(countdown(-999), '0:00');
	assert.is(countdown(3_884_000), '1:04:44');
});

test('a start time moves over midnight', () => {
	assert.is(clockAfter('09:45', 30), '10:15');
	assert.is(clockAfter('23:50', 20), '00:10');
	assert.is(clockAfter('00:05', -10), '23:55');
});

test.run();
