// Moving items while the session runs: what has run stays where it was.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { movesOf } from '#lib/agenda/item-moves.ts';
import type { ItemState, Progress } from '#lib/agenda/progress.ts';

const agenda = (...states: ItemState[]): Progress => ({
	items: states.map((state, place) => ({ id: `i${place}`, state, planned: 0, begins: 0, spent: null })),
	plannedEnd: 0,
	measured: 'clock',
	end: 0,
	drift: 0
});

test('items ahead change places among themselves', () => {
	const progress = agenda('past', 'now', 'ahead', 'skipped', 'ahead');
	assert.equal(movesOf(progress, 'i2'), { up: undefined, down: 'i4' });
	assert.equal(movesOf(progress, 'i3'), { up: 'i2', down: null });
	assert.equal(movesOf(progress, 'i4'), { up: 'i3', down: undefined });
});

test('what runs, has run or was passed over stays', () => {
	const progress = agenda('past', 'skipped', 'now', 'ahead');
	for (const id of ['i0', 'i1', 'i2', 'nobody'])
		assert.equal(movesOf(progress, id), { up: undefined, down: undefined });
	assert.equal(movesOf(progress, 'i3'), { up: undefined, down: undefined });
});

test('before anything runs every item may move', () => {
	assert.equal(movesOf(agenda('ahead', 'ahead'), 'i0'), { up: undefined, down: null });
	assert.equal(movesOf(agenda('ahead', 'ahead'), 'i1'), { up: 'i0', down: undefined });
});

test.run();
