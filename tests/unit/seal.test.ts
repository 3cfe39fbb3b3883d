// Sealed votes: they open while the key is there, tell nothing by their length, and never open again once it is destroyed.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Seals, type Sealable } from '../../server/seal.ts';

let folder: string;
test.before.each(() => {
	folder = mkdtempSync(join(tmpdir(), 'narada-seal-'));
});
test.after.each(() => rmSync(folder, { recursive: true, force: true }));

const slip = (choice: string): Sealable => ({ vote: { [choice]: 1 } });

test('what is sealed opens again, also after a restart', () => {
	const seals = new Seals(folder);
	seals.make('b1');
	const sealed = seals.seal('b1', slip('yes'));
	assert.equal(seals.open('b1', sealed), slip('yes'));
	assert.equal(new Seals(folder).open('b1', sealed), slip('yes'));
});

test('neither the text nor its length tells the choice, and the same choice never looks the same', () => {
	const seals = new Seals(folder);
	seals.make('b1');
	const [yes, again, abstain] = ['yes', 'yes', 'abstain'].map((choice) => seals.seal('b1', slip(choice)));
	assert.is(yes!.length, abstain!.length);
	assert.is.not(yes, again);
	assert.not.match(Buffer.from(yes!, 'base64').toString('latin1'), 'yes');
});

test('once the key is destroyed nothing opens, here or after a restart', () => {
	const seals = new Seals(folder);
	seals.make('b1');
	const sealed = seals.seal('b1', slip('yes'));
	seals.destroy('b1');
	assert.equal(readdirSync(folder), []);
	assert.throws(() => seals.open('b1', sealed));
	assert.throws(() => new Seals(folder).open('b1', sealed));
	seals.make('b1');
	assert.throws(() => seals.open('b1', sealed), undefined, 'a new key must not open what the old one closed');
});

test('a seal that was tampered with does not open', () => {
	const seals = new Seals(folder);
	seals.make('b1');
	const bytes = Buffer.from(seals.seal('b1', slip('yes')), 'base64');
	bytes[40]! ^= 1;
	assert.throws(() => seals.open('b1', bytes.toString('base64')));
});

test('making a key twice keeps the first', () => {
	const seals = new Seals(folder);
	seals.make('b1');
	const sealed = seals.seal('b1', slip('no'));
	seals.make('b1');
	const restarted = new Seals(folder);
	restarted.make('b1');
	assert.equal(restarted.open('b1', sealed), slip('no'));
});

test('a key that a full disk cut short is made anew', () => {
	writeFileSync(join(folder, 'b1'), '');
	const seals = new Seals(folder);
	seals.make('b1');
	assert.equal(seals.open('b1', seals.seal('b1', slip('yes'))), slip('yes'));
});

test('keys are named so that no ballot id leaves the folder', () => {
	const seals = new Seals(folder);
	seals.make('../b1');
	assert.equal(readdirSync(folder).length, 1);
});

test.run();
