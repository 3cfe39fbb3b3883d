// What a session asks of people at a moment, and what may be said about what a device has saved.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { OpenItem } from '#lib/protocol/views.ts';
import { callOf, nextItem, nowOf } from '#lib/session/now.ts';
import { savedLine } from '#lib/session/saved.ts';

const item = (id: string, kind: OpenItem['kind'], more: Partial<OpenItem> = {}): OpenItem =>
	({ id, title: id, minutes: 10, kind, spans: [], prompt: '', ...more }) as OpenItem;

type Asked = { id: string; item: string; method: 'single' | 'dots'; status: 'open' | 'closed' | 'revealed' };
const ballot = (more: Partial<Asked> = {}): Asked => ({
	id: 'b',
	item: 'talk',
	method: 'single',
	status: 'open',
	...more
});

const agenda = [item('talk', 'talk'), item('write', 'board'), item('vote', 'ballot'), item('note', 'note')];
const view = (now: string | null, ballots: Asked[] = [], status: 'open' | 'closed' = 'open') => ({
	status,
	now: { item: now },
	agenda,
	ballots
});

test('before anything has started people wait, after the end they are thanked', () => {
	assert.is(nowOf(view(null)).kind, 'before');
	assert.is(nowOf(view('write', [ballot()], 'closed')).kind, 'over');
});

test('an item is what its activity is, and a ballot item without a ballot is a talk', () => {
	assert.is(nowOf(view('write')).kind, 'board');
	assert.is(nowOf(view('note')).kind, 'note');
	assert.is(nowOf(view('vote')).kind, 'talk');
});

test('an open ballot comes first whatever the item is', () => {
	assert.is(nowOf(view('write', [ballot({ item: 'talk' })])).kind, 'ballot');
	assert.is(nowOf(view(null, [ballot({ item: '' })])).kind, 'ballot');
	assert.is(nowOf(view('write', [ballot({ method: 'dots' })])).kind, 'dots');
});

test('a finished ballot stays with its item until it is put away', () => {
	const done = ballot({ item: 'write', status: 'revealed' });
	assert.is(nowOf(view('write', [done])).kind, 'ballot');
	assert.is(nowOf(view('write', [done]), new Set(['b'])).kind, 'board');
	assert.is(nowOf(view('note', [done])).kind, 'note');
});

test('the ballot of a ballot item cannot be put away', () => {
	const done = ballot({ item: 'vote', status: 'closed' });
	assert.is(nowOf(view('vote', [done]), new Set(['b'])).kind, 'ballot');
});

test('people are called by a new item and a new ballot, not by its closing', () => {
	const open = callOf(nowOf(view('vote', [ballot({ item: 'vote' })])));
	assert.is(callOf(nowOf(view('vote', [ballot({ item: 'vote', status: 'closed' })]))), open);
	assert.is.not(callOf(nowOf(view('vote'))), open);
	assert.is.not(callOf(nowOf(view('write'))), callOf(nowOf(view('note'))));
});

test('next is the first item ahead that has not run and was not left out', () => {
	const items = [
		item('a', 'talk'),
		item('b', 'talk', { spans: [{ from: 1, to: 2 }] }),
		item('c', 'talk'),
		item('d', 'talk')
	];
	assert.is(nextItem({ now: { item: 'a' }, agenda: items })?.id, 'c');
	items[2] = item('c', 'talk', { skipped: true });
	assert.is(nextItem({ now: { item: 'a' }, agenda: items })?.id, 'd');
	assert.is(nextItem({ now: { item: 'd' }, agenda: items }), null);
	assert.is(nextItem({ now: { item: null }, agenda: items })?.id, 'a');
});

test('saved is said only while the connection lives, the server saves and nothing waits', () => {
	for (const connection of ['connecting', 'online', 'offline'] as const)
		for (const storage of [true, false])
			for (const waiting of [0, 3]) {
				const line = savedLine({ connection, storage, waiting });
				assert.is(line.key === 'saved_all', connection === 'online' && storage && waiting === 0);
				assert.is(line.count, waiting);
			}
});

test('a failing storage is said before anything else', () => {
	assert.is(savedLine({ connection: 'offline', storage: false, waiting: 2 }).key, 'saved_storage_waiting');
	assert.is(savedLine({ connection: 'online', storage: false, waiting: 0 }).tone, 'danger');
});

test.run();
