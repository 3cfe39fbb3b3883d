// A shared document on the server: kept before it is confirmed or shown, refused where it may not be written, repaired where something is missing.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { closeCodes, documentMessages } from '#lib/protocol/wire.ts';
import { SharedDocument } from '../../server/documents.ts';
import type { Journal } from '../../server/journal.ts';
import { without, type Change } from '../../server/update-reader.ts';
import { Device, SlowJournal, frame, settle, stepOne, stepTwo, update } from './stage-documents.ts';

const nothing: Change = {
	made: false,
	removed: false,
	stays: 0,
	keys: new Map(),
	texts: new Map(),
	structs: [],
	deletions: []
};

/** The updates of one person who types these words one after another. */
function typed(...words: string[]): Uint8Array[] {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (bytes: Uint8Array) => updates.push(bytes));
	for (const word of words) doc.getText('note').insert(doc.getText('note').length, word);
	return updates;
}

async function open(...devices: Device[]) {
	const journal = new SlowJournal();
	const rules = { roots: new Set(['note']), longestText: 20 };
	const document = new SharedDocument('session', 'note.a.x', journal as unknown as Journal, rules, () => 5);
	for (const device of devices) await document.join(device);
	return { journal, document, text: () => document.doc.getText('note').toString() };
}

test('1 nothing is confirmed or shown to others before it is kept', async () => {
	const [author, other] = [new Device('a'), new Device('b')];
	const { journal, document } = await open(author, other);
	void document.receive(author, frame(update, typed('Notatka')[0]!));
	await settle();
	assert.is(author.saved, 0);
	assert.equal(other.got(documentMessages.sync, update), []);
	const late = new Device('c');
	void document.join(late);
	void document.receive(late, frame(stepOne, Y.encodeStateVector(new Y.Doc())));
	await settle();
	assert.equal(late.got(documentMessages.sync), [], 'a latecomer is shown nothing that is not kept either');
	journal.keep();
	await settle();
	assert.is(author.saved, 1);
	assert.is(other.got(documentMessages.sync, update).length, 1);
	assert.equal(author.got(documentMessages.sync, update), [], 'its author has it already');
	assert.is(late.got(documentMessages.sync, stepTwo).length, 1);
	assert.is(journal.kept.length, 1);
});

test('1 a latecomer is not shown what was written while the earlier was being kept', async () => {
	const [author, late] = [new Device('a'), new Device('b')];
	const { journal, document } = await open(author, late);
	const [first, second] = typed('jeden ', 'dwa ');
	void document.receive(author, frame(update, first!));
	void document.receive(late, frame(stepOne, Y.encodeStateVector(new Y.Doc())));
	await settle();
	journal.keep();
	void document.receive(author, frame(update, second!));
	await settle();
	const seen = new Y.Doc();
	for (const { update: bytes } of late.got(documentMessages.sync))
		if (bytes && bytes.length > 1) Y.applyUpdate(seen, bytes);
	assert.is(seen.getText('note').toString(), 'jeden ');
	journal.keep();
	await settle();
	for (const { update: bytes } of late.got(documentMessages.sync, update)) Y.applyUpdate(seen, bytes!);
	assert.is(seen.getText('note').toString(), 'jeden dwa ');
});

test('5 what may not be made is taken out, the rest is kept, and the device is told to take the document anew', async () => {
	const [author, other] = [new Device('a'), new Device('b')];
	const { journal, document, text } = await open(author, other);
	document.judge = (read) => ({ refusal: 'not-yours', left: without(read, [{ ...nothing, structs: read.structs }]) });
	const [first, second] = typed('jeden ', 'dwa ');
	void document.receive(author, frame(update, first!));
	await settle();
	assert.equal(author.got(documentMessages.corrected), [], 'not before it is kept');
	journal.keep();
	await settle();
	assert.is(text(), '');
	assert.equal(
		author.got(documentMessages.corrected).map(({ text: reason }) => reason),
		['not-yours']
	);
	assert.is(author.saved, 1);
	document.judge = () => null;
	void document.receive(author, frame(update, second!));
	await settle();
	journal.keep();
	await settle();
	assert.is(author.saved, 2, 'what follows on it still fits');
	assert.is(document.doc.store.pendingStructs, null);
});

test('8 what could not be kept is not confirmed, its author comes again, and the document is given up', async () => {
	const author = new Device('a');
	const { journal, document } = await open(author);
	let failures = 0;
	document.onFailure = () => (failures += 1);
	void document.receive(author, frame(update, typed('Notatka')[0]!));
	await settle();
	journal.fail();
	await settle();
	assert.is(author.saved, 0);
	assert.is(author.ended, closeCodes.storage);
	assert.is(failures, 1);
});

test('4 the same update twice is kept once and confirmed twice', async () => {
	const author = new Device('a');
	const { journal, document, text } = await open(author);
	const [bytes] = typed('Notatka');
	for (let time = 0; time < 2; time++) {
		void document.receive(author, frame(update, bytes!));
		await settle();
		journal.keep();
		await settle();
	}
	assert.is(text(), 'Notatka');
	assert.is(journal.kept.length, 1);
	assert.is(author.saved, 2);
});

test('2 where something is missing the device is asked for all it has, and only then told that it is saved', async () => {
	const author = new Device('a');
	const { journal, document, text } = await open(author);
	const [first, second] = typed('jeden ', 'dwa ');
	const [unrelated] = typed('trzy ');
	const asked = () => author.got(documentMessages.sync, stepOne).length;
	const before = asked();
	// the second of them would fit: still the server may not say "the first two are saved"
	for (const bytes of [second!, unrelated!]) {
		void document.receive(author, frame(update, bytes));
		await settle();
	}
	journal.keep();
	await settle();
	assert.is(asked(), before + 2);
	assert.is(author.saved, 0);
	void document.receive(author, frame(stepTwo, Y.mergeUpdates([first!, second!, unrelated!])));
	await settle();
	journal.keep();
	await settle();
	assert.equal(text().match(/\w+/g)?.sort(), ['dwa', 'jeden', 'trzy']);
	assert.is(author.saved, 3);
});

test('5 who may not write changes nothing, is told why, and is asked again when they may', async () => {
	const author = new Device('a');
	author.refusal = 'board-locked';
	const { journal, document, text } = await open(author);
	assert.is(author.got(documentMessages.mayWrite)[0]?.number, 0);
	const [bytes] = typed('Notatka');
	void document.receive(author, frame(update, bytes!));
	await settle();
	journal.keep();
	await settle();
	assert.is(text(), '');
	assert.is(author.saved, 0);
	assert.equal(
		author.got(documentMessages.refused).map(({ text: reason }) => reason),
		['board-locked']
	);
	author.refusal = null;
	const asked = author.got(documentMessages.sync, stepOne).length;
	document.rightsChanged();
	assert.is(author.got(documentMessages.sync, stepOne).length, asked + 1);
	assert.is(author.got(documentMessages.mayWrite).at(-1)?.number, 1);
	void document.receive(author, frame(stepTwo, bytes!));
	await settle();
	journal.keep();
	await settle();
	assert.is(text(), 'Notatka');
	assert.is(author.saved, 2);
});

test('a text that is too long is refused and stays on the device', async () => {
	const author = new Device('a');
	const { document, text } = await open(author);
	void document.receive(author, frame(update, typed('x'.repeat(21))[0]!));
	await settle();
	assert.equal(author.got(documentMessages.refused)[0]?.text, 'too-long');
	assert.is(author.ended, null);
	assert.is(text(), '');
});

test('7 a frame that is none ends its own connection only', async () => {
	const [bad, good] = [new Device('bad'), new Device('good')];
	const { document } = await open(bad, good);
	void document.receive(bad, Uint8Array.of());
	void document.receive(bad, frame(update, Uint8Array.of(9, 9, 9)));
	await settle();
	assert.is(bad.ended, closeCodes.malformed);
	assert.is(good.ended, null);
});

test('3 what is loaded is what was kept', async () => {
	const author = new Device('a');
	const { journal, document } = await open(author);
	for (const bytes of typed('raz ', 'dwa ', 'trzy')) void document.receive(author, frame(update, bytes));
	await settle();
	journal.keep();
	await settle();
	const again = await open();
	again.document.load(journal.kept.flatMap((entry) => (entry.kind === 'update' ? [entry.bytes] : [])));
	assert.is(again.text(), 'raz dwa trzy');
	assert.is(journal.kept.length, 3);
});

test('who has left is sent nothing', async () => {
	const [author, gone] = [new Device('a'), new Device('b')];
	const { journal, document } = await open(author, gone);
	document.leave(gone);
	const before = gone.sent.length;
	void document.receive(author, frame(update, typed('Notatka')[0]!));
	await settle();
	journal.keep();
	await settle();
	assert.is(gone.sent.length, before);
});

test.run();
