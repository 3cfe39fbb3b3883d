// The shelf: one small file a document, written so that a damaged one falls back on the version before.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Shelf } from '../../server/shelf.ts';

type Thing = { id: string; count: number };

let folder: string;
test.before.each(async () => {
	folder = await mkdtemp(join(tmpdir(), 'narada-shelf-'));
});
test.after.each(() => rm(folder, { recursive: true, force: true }));

const parse = (value: unknown): Thing => {
	const { id, count } = value as Thing;
	if (typeof id !== 'string' || typeof count !== 'number') throw new Error('not a thing');
	return { id, count };
};
const openShelf = () => Shelf.open<Thing>(folder, parse, pino({ level: 'silent' }));

test('what is put is there, also after a restart', async () => {
	const shelf = await openShelf();
	await shelf.put({ id: 'a', count: 1 });
	await shelf.put({ id: 'b', count: 2 });
	assert.equal(shelf.get('a'), { id: 'a', count: 1 });
	const again = await openShelf();
	assert.equal(
		again.all().sort((one, other) => one.count - other.count),
		[
			{ id: 'a', count: 1 },
			{ id: 'b', count: 2 }
		]
	);
	assert.is(again.get('c'), null);
});

test('changes of one document wait for one another', async () => {
	const shelf = await openShelf();
	await shelf.put({ id: 'a', count: 0 });
	await Promise.all(
		Array.from({ length: 20 }, () => shelf.change('a', (thing) => ({ ...thing, count: thing.count + 1 })))
	);
	assert.is((await openShelf()).get('a')?.count, 20);
	assert.is(await shelf.change('none', (thing) => thing), null);
});

test('a change that throws leaves everything as it was, and the next one works', async () => {
	const shelf = await openShelf();
	await shelf.put({ id: 'a', count: 1 });
	const failed = await shelf
		.change('a', () => {
			throw new Error('no');
		})
		.then(
			() => false,
			() => true
		);
	assert.ok(failed);
	assert.is(shelf.get('a')?.count, 1);
	await shelf.change('a', (thing) => ({ ...thing, count: 2 }));
	assert.is((await openShelf()).get('a')?.count, 2);
});

for (const [name, damage] of [
	['empty', ''],
	['cut short', '{"id":"a","co'],
	['full of zeros', '\0'.repeat(40)],
	['of another kind', '{"id":7}']
] as const)
	test(`a file that is ${name} is replaced by its previous version`, async () => {
		const shelf = await openShelf();
		await shelf.put({ id: 'a', count: 1 });
		await shelf.put({ id: 'a', count: 2 });
		await writeFile(join(folder, 'a.json'), damage);
		const again = await openShelf();
		assert.is(again.get('a')?.count, 1);
		assert.equal(again.damaged, []);
	});

test('a file that cannot be read at all is named and left as it is', async () => {
	await writeFile(join(folder, 'a.json'), 'nothing');
	const shelf = await openShelf();
	assert.equal(shelf.damaged, ['a']);
	assert.equal(shelf.all(), []);
	assert.is(await readFile(join(folder, 'a.json'), 'utf8'), 'nothing');
});

test('removed is removed, with its previous version', async () => {
	const shelf = await openShelf();
	await shelf.put({ id: 'a', count: 1 });
	await shelf.put({ id: 'a', count: 2 });
	await shelf.remove('a');
	assert.is(shelf.get('a'), null);
	assert.equal(await readdir(folder), []);
});

test('an id that is a path is refused', async () => {
	const shelf = await openShelf();
	for (const id of ['../a', 'a/b', '', 'a.json', 'a\0'])
		assert.ok(
			await shelf.put({ id, count: 1 }).then(
				() => false,
				() => true
			),
			JSON.stringify(id)
		);
	assert.not.ok(existsSync(join(folder, '..', 'a.json')));
});

test.run();
