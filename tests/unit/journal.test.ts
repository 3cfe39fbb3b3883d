// The journal: entries come back in order and whole, sessions stay apart, and nobody appends where they have not read.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Journal, StorageFailed, type Entry } from '../../server/journal.ts';

let folder: string;
let journal: Journal;
test.before.each(async () => {
	folder = await mkdtemp(join(tmpdir(), 'narada-journal-'));
	journal = await Journal.open(folder);
});
test.after.each(async () => {
	await journal.close();
	await rm(folder, { recursive: true, force: true });
});

const event = (at: number): Entry => ({
	kind: 'event',
	event: { at, by: 'server', type: 'board.locked', locked: at % 2 === 0 }
});
const update = (...bytes: number[]): Entry => ({
	kind: 'update',
	document: 'board.x',
	seat: 'zażółć',
	at: 1_795_000_000_000,
	bytes: Uint8Array.from(bytes)
});
const times = (entries: { entry: Entry }[]) =>
	entries.map(({ entry }) => (entry.kind === 'event' ? entry.event.at : -1));

async function reopen(): Promise<void> {
	await journal.close();
	journal = await Journal.open(folder);
}

test('1 what was appended comes back the same and in order, after a restart too', async () => {
	await journal.read('a');
	const entries = [event(1), update(), update(0, 255, 7), event(2)];
	await journal.append('a', entries.slice(0, 3));
	await journal.append('a', entries.slice(3));
	await reopen();
	const kept = await journal.read('a');
	assert.equal(
		kept.map(({ entry }) => entry),
		entries
	);
	assert.equal(
		kept.map(({ sequence }) => sequence),
		[0, 1, 2, 3]
	);
});

test('many who append at once keep the order of their calls, without gaps', async () => {
	await journal.read('a');
	await Promise.all(Array.from({ length: 500 }, (_, index) => journal.append('a', [event(index)])));
	const kept = await journal.read('a');
	assert.equal(
		times(kept),
		Array.from({ length: 500 }, (_, index) => index)
	);
	assert.is(kept.at(-1)!.sequence, 499);
	assert.is(journal.newest('a'), 499);
});

test('after a restart a session goes on where it was', async () => {
	await journal.read('a');
	await journal.append('a', [event(1), event(2)]);
	await reopen();
	await journal.read('a');
	await journal.append('a', [event(3)]);
	assert.equal(times(await journal.read('a')), [1, 2, 3]);
});

test('8 whoever has not read a session cannot write over it', async () => {
	await journal.read('a');
	await journal.append('a', [event(1)]);
	await reopen();
	const refused = await journal.append('a', [event(2)]).then(
		() => null,
		(error: unknown) => error
	);
	assert.instance(refused, StorageFailed);
	assert.equal(times(await journal.read('a')), [1]);
});

test('an append of nothing waits for what is on its way', async () => {
	await journal.read('a');
	let kept = false;
	void journal.append('a', [event(1)]).then(() => (kept = true));
	await journal.append('a', []);
	assert.ok(kept);
});

test('sessions whose names begin alike stay apart, and erasing one leaves the other', async () => {
	for (const session of ['a', 'a-b', 'ab']) {
		await journal.read(session);
		await journal.append(session, [event(session.length)]);
		await journal.saveSnapshot(session, 'board.x', { sequence: 0, bytes: Uint8Array.of(session.length) });
	}
	await journal.erase('a');
	assert.equal(await journal.read('a'), []);
	assert.is(await journal.readSnapshot('a', 'board.x'), null);
	assert.equal(times(await journal.read('a-b')), [3]);
	assert.equal(times(await journal.read('ab')), [2]);
	assert.equal((await journal.readSnapshot('ab', 'board.x'))?.bytes, Uint8Array.of(2));
});

test('a snapshot comes back as it was kept', async () => {
	assert.is(await journal.readSnapshot('a', 'board.x'), null);
	await journal.saveSnapshot('a', 'board.x', { sequence: 12, bytes: Uint8Array.of(1, 2, 3) });
	await reopen();
	assert.equal(await journal.readSnapshot('a', 'board.x'), { sequence: 12, bytes: Uint8Array.of(1, 2, 3) });
});

test('a second journal on the same folder is refused', async () => {
	const error = await Journal.open(folder).then(
		() => null,
		(reason: Error & { cause?: { code?: string } }) => reason
	);
	assert.is(error?.cause?.code, 'LEVEL_LOCKED');
});

test.run();
