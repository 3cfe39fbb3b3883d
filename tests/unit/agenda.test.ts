// The agenda: start times, moving an item, how urgent the time is, and what may be stored.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as v from 'valibot';
import { agendaSchema, itemsLimit, moveItem, schedule } from '#lib/agenda/agenda.ts';
import { timeLeft, urgency } from '#lib/agenda/timer.ts';

test('items start where those before them end', () => {
	assert.equal(schedule([{ minutes: 10 }, { minutes: 0 }, { minutes: 25 }]), { starts: [0, 10, 10], total: 35 });
	assert.equal(schedule([]), { starts: [], total: 0 });
});

test('an item moves to its new place, and to the nearest end when that is outside', () => {
	const items = ['a', 'b', 'c', 'd'];
	assert.equal(moveItem(items, 0, 2), ['b', 'c', 'a', 'd']);
	assert.equal(moveItem(items, 3, 0), ['d', 'a', 'b', 'c']);
	assert.equal(moveItem(items, 1, 99), ['a', 'c', 'd', 'b']);
	assert.equal(moveItem(items, 1, -5), ['b', 'a', 'c', 'd']);
	assert.equal(moveItem(items, 9, 0), items);
	assert.equal(items, ['a', 'b', 'c', 'd'], 'the given list stays as it is');
});

test('time left counts down while running and stands while paused', () => {
	assert.is(timeLeft({ state: 'running', deadline: 5000 }, 2000), 3000);
	assert.is(timeLeft({ state: 'running', deadline: 5000 }, 6000), -1000);
	assert.is(timeLeft({ state: 'paused', remaining: 700 }, 99_999), 700);
	assert.is(timeLeft({ state: 'off' }, 1), null);
});

test('amber begins at 20 %, red at 5 %, over at nothing', () => {
	const minute = 60_000;
	assert.is(urgency(3 * minute, 10), 'calm');
	assert.is(urgency(2 * minute, 10), 'amber');
	assert.is(urgency(0.5 * minute + 1, 10), 'amber');
	assert.is(urgency(0.5 * minute, 10), 'red');
	assert.is(urgency(0, 10), 'over');
	assert.is(urgency(null, 10), 'calm');
	assert.is(urgency(-5, 0), 'calm', 'an item without minutes is never late');
});

test('an agenda that nobody could run is refused', () => {
	const good = { id: 'a', title: 'Powitanie', minutes: 10, activity: { kind: 'talk' } };
	const accepts = (value: unknown) => v.safeParse(agendaSchema, value).success;
	assert.ok(accepts([good]));
	assert.ok(accepts([]));
	for (const wrong of [
		{ ...good, id: 'a/b' },
		{ ...good, id: '' },
		{ ...good, title: '   ' },
		{ ...good, title: 'x'.repeat(121) },
		{ ...good, minutes: -1 },
		{ ...good, minutes: 1.5 },
		{ ...good, minutes: 481 },
		{ ...good, activity: { kind: 'dance' } },
		{ ...good, activity: { kind: 'ballot' } },
		{ ...good, instructions: 'x'.repeat(2001) }
	])
		assert.not.ok(accepts([wrong]), JSON.stringify(wrong).slice(0, 80));
	assert.not.ok(accepts([good, { ...good, title: 'Drugie powitanie' }]), 'two items with one id');
	const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...good, id: `a${index}` }));
	assert.ok(accepts(many(itemsLimit)));
	assert.not.ok(accepts(many(itemsLimit + 1)));
});

test.run();
