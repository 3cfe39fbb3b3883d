// A document is full one day: it takes no more, loses nothing, and can be cleared; and no seat fills it alone.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { documentMessages } from '#lib/protocol/wire.ts';
import { SharedDocument } from '../../server/documents.ts';
import type { Journal } from '../../server/journal.ts';
import { Quota } from '../../server/quota.ts';
import { Device, SlowJournal, frame, settle, stepTwo, update } from './stage-documents.ts';

const limits = { document: 3000, seat: 2000, clearing: 500 };

class Hall {
	now = 0;
	measured = 0;
	readonly journal = new SlowJournal();
	readonly document: SharedDocument;

	constructor() {
		const rules = { roots: new Set(['note']), longestText: 10_000 };
		const clock = () => this.now;
		this.document = new SharedDocument('session', 'note.a.x', this.journal as unknown as Journal, rules, clock);
		const measure = () => {
			this.measured += 1;
			return Y.encodeStateAsUpdate(this.document.doc).length;
		};
		this.document.quota = new Quota(measure, clock, limits);
	}

	async arrives(seat: string) {
		const device = new Device(seat);
		await this.document.join(device);
		const doc = new Y.Doc();
		let frames: Uint8Array[] = [];
		doc.on('update', (bytes: Uint8Array, origin: unknown) => origin !== 'there' && frames.push(bytes));
		const send = async (bytes: Uint8Array, step = update) => {
			void this.document.receive(device, frame(step!, bytes));
			await settle();
			this.journal.keep();
			await settle();
		};
		return {
			device,
			doc,
			note: doc.getText('note'),
			hear: () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.document.doc), 'there'),
			/** Sends what was done since the last time, as it was done. */
			send: async () => {
				const waiting = frames;
				frames = [];
				for (const bytes of waiting) await send(bytes);
			},
			/** Sends all that the server lacks, as after a new connection. */
			sendAll: () => send(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(this.document.doc)), stepTwo)
		};
	}

	get length(): number {
		return this.document.doc.getText('note').length;
	}
}

const refused = (device: Device) => device.got(documentMessages.refused).map(({ text }) => text);

async function full() {
	const hall = new Hall();
	for (const seat of ['ada', 'bob']) {
		const person = await hall.arrives(seat);
		person.note.insert(0, 'x'.repeat(1450));
		await person.send();
	}
	const last = await hall.arrives('cyd');
	last.hear();
	last.note.insert(0, 'y'.repeat(200));
	await last.send();
	return { hall, last };
}

test('8 a full document says so and takes no more; what was written stays on the device', async () => {
	const { hall, last } = await full();
	assert.equal(refused(last.device), ['too-many']);
	assert.is(last.device.saved, 0);
	assert.is(last.device.ended, null);
	assert.is(hall.length, 2900);
	await last.sendAll();
	assert.equal(refused(last.device), ['too-many', 'too-many'], 'a new exchange is no way around it');
});

test('2 the same device clears the full document, and what waited on it is kept', async () => {
	const { hall, last } = await full();
	hall.now = 10_000;
	last.note.delete(last.note.length - 1450, 1450);
	await last.sendAll();
	assert.is(hall.length, 1650);
	assert.is(last.device.saved, 2, 'all it sent is dealt with');
	hall.now = 20_000;
	last.note.insert(0, 'z'.repeat(1000));
	await last.send();
	assert.is(hall.length, 2650, 'what went does not count any more');
	assert.equal(refused(last.device), ['too-many']);
});

test('7 one seat does not fill a document for the others', async () => {
	const hall = new Hall();
	const [greedy, other] = [await hall.arrives('ada'), await hall.arrives('bob')];
	for (let part = 0; part < 5; part++) {
		greedy.note.insert(0, 'x'.repeat(600));
		await greedy.send();
	}
	assert.ok(hall.length <= 1800, `${hall.length} letters`);
	assert.ok(refused(greedy.device).includes('too-many'));
	other.hear();
	other.note.insert(0, 'Rów zarasta');
	await other.send();
	assert.is(other.device.saved, 1);
});

test('7 a full document is not measured again and again', async () => {
	const { hall, last } = await full();
	for (let part = 0; part < 50; part++) await last.sendAll();
	assert.is(hall.measured, 1);
});

test.run();
