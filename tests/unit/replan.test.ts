// Running late: the proposals that win time back.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { LiveItem } from '#lib/agenda/agenda.ts';
import { neighbours, progress } from '#lib/agenda/progress.ts';
import { changesOf, replans, takenBack, worthProposing } from '#lib/agenda/replan.ts';

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
const now = { item: 'a', timer: { state: 'running' as const, deadline: 10 * minute } };
const times = { startedAt: 0, plannedStart: null, plannedEnd: null, plannedMinutes: 70 };
const at = (minutes: number, items: LiveItem[] = agenda) => progress(items, now, times, minutes * minute);

test('a session on time is offered nothing', () => {
	assert.equal(replans(agenda, at(0)), []);
});

test('running late offers to shorten, to drop and to end later; shortening wins back exactly what was lost', () => {
	const [shorten, drop, extend] = replans(agenda, at(17));
	assert.is(shorten?.kind, 'shorten');
	if (shorten?.kind !== 'shorten') return;
	const changed = agenda.map((one) => ({
		...one,
		minutes: shorten.changes.find((change) => change.item === one.id)?.minutes ?? one.minutes
	}));
	assert.is(at(17, changed).drift, 0);
	assert.equal(drop, { kind: 'drop', item: 'd', minutes: 10 });
	assert.equal(extend, { kind: 'extend', endsAt: 77 * minute });
});

test('what was dropped counts no more, is passed over by next, and what cannot be shortened by half is not', () => {
	const dropped = agenda.map((one) => (one.id === 'b' ? { ...one, skipped: true } : one));
	assert.is(at(17, dropped).drift, -13 * minute);
	assert.equal(neighbours(dropped, 'a'), { previous: null, next: 'c' });
	assert.is(replans(agenda, at(50))[0]?.kind, 'drop');
});

test('what is proposed to be left out wins at most about twice what was lost, and is never the longest item', () => {
	const dropAt = (minutes: number, items = agenda) =>
		replans(items, at(minutes, items)).find(({ kind }) => kind === 'drop');
	assert.is(dropAt(14), undefined, 'four minutes are not worth an item of ten');
	assert.equal(dropAt(15), { kind: 'drop', item: 'd', minutes: 10 });
	assert.equal(dropAt(40), { kind: 'drop', item: 'b', minutes: 20 }, 'the longest item stays, however late it is');
	assert.is(dropAt(40, [item('a', 10, true), item('heart', 30)]), undefined);
});

test('a delay that was let stand is spoken of again only when it has clearly grown', () => {
	assert.not(worthProposing(2, null), 'two minutes late is no matter');
	assert.ok(worthProposing(3, null));
	assert.not(worthProposing(7, 5));
	assert.ok(worthProposing(8, 5));
});

test('what a proposal changed is taken back to what was before', () => {
	const [shorten, drop, extend] = replans(agenda, at(17)).map(changesOf);
	assert.equal(
		takenBack(agenda, shorten!),
		shorten!.map(({ item }) => ({ item, minutes: agenda.find(({ id }) => id === item)!.minutes }))
	);
	assert.equal(takenBack(agenda, drop!), [{ item: 'd', skipped: false }]);
	assert.equal(extend, []);
});

test.run();
