// Nobody writes on with the hand (Yjs client id) of somebody else who is there; the owner's own next words are never lost.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { documentMessages } from '#lib/protocol/wire.ts';
import { SharedDocument } from '../../server/documents.ts';
import { Hands } from '../../server/hands.ts';
import type { Journal } from '../../server/journal.ts';
import { Device, SlowJournal, frame, settle, stepTwo, update } from './stage-documents.ts';

/** A note at which these seats are, facilitators with an `f`. */
class Hall {
	journal = new SlowJournal();
	present = ['ada', 'bob', 'f1', 'f2'];
	document = this.#open();

	#open(): SharedDocument {
		const rules = { roots: new Set(['note']), longestText: 20_000 };
		const document = new SharedDocument('session', 'note.a.x', this.journal as unknown as Journal, rules, () => 5);
		document.hands = new Hands({
			mark: (seat, hand) => `mark of ${seat} on ${hand}`,
			present: () => this.present,
			leads: (seat) => seat.startsWith('f')
		});
		return document;
	}

	restart(): void {
		this.document = this.#open();
		for (const entry of this.journal.kept) {
			if (entry.kind !== 'update') continue;
			this.document.load([entry.bytes]);
			this.document.hands.remember(entry.hands ?? []);
		}
	}

	async sends(device: Device, bytes: Uint8Array, step = update): Promise<void> {
		void this.document.receive(device, frame(step!, bytes));
		await settle();
		this.journal.keep();
		await settle();
	}

	async arrives(seat: string): Promise<Device> {
		const device = new Device(seat);
		await this.document.join(device);
		return device;
	}

	get text(): string {
		return this.document.doc.getText('note').toString();
	}
}

/** A document as a device holds it, and the updates it makes. */
function held(hall: Hall, hand?: number) {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(hall.document.doc));
	// Yjs gives up a hand that it hears of from outside: who forges takes it afterwards
	if (hand !== undefined) doc.clientID = hand;
	doc.on('update', (bytes: Uint8Array, origin: unknown) => origin !== 'there' && updates.push(bytes));
	return {
		doc,
		write: (text: string): Uint8Array => {
			const note = doc.getText('note');
			note.insert(note.length, text);
			return updates.at(-1)!;
		},
		/** What the others wrote meanwhile. */
		hear: () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(hall.document.doc), 'there')
	};
}

const corrected = (device: Device) => device.got(documentMessages.corrected).length;

test('5 the hand of somebody who is there cannot be taken, and the next words of its owner are kept', async () => {
	const hall = new Hall();
	const [ada, bob] = [await hall.arrives('ada'), await hall.arrives('bob')];
	const hers = held(hall);
	await hall.sends(ada, hers.write('Rów '));
	const forged = held(hall, hers.doc.clientID);
	await hall.sends(bob, forged.write('podróbka '));
	assert.is(hall.text, 'Rów ');
	assert.is(corrected(bob), 1);
	assert.is(bob.ended, null, 'who comes back with another seat is told and loses nothing else');
	await hall.sends(ada, hers.write('zarasta'));
	assert.is(hall.text, 'Rów zarasta');
	assert.is(hers.doc.getText('note').toString(), hall.text);
	assert.is(ada.saved, 2);
	assert.is(corrected(ada), 0);
	assert.is(hall.document.doc.store.pendingStructs, null);
});

test('5 what rests on words of a taken hand goes with them; one’s own words beside them stay', async () => {
	const hall = new Hall();
	const [ada, bob] = [await hall.arrives('ada'), await hall.arrives('bob')];
	const hers = held(hall);
	await hall.sends(ada, hers.write('Rów '));
	const forged = held(hall, hers.doc.clientID);
	const his = held(hall);
	his.write('i staw ');
	const bytes = forged.write('podróbka ');
	Y.applyUpdate(his.doc, bytes);
	his.doc.getText('note').insert(his.doc.getText('note').toString().indexOf('dróbka'), 'NA ');
	await hall.sends(bob, Y.encodeStateAsUpdate(his.doc, Y.encodeStateVector(hall.document.doc)), stepTwo);
	assert.is(hall.text, 'Rów i staw ');
	assert.is(corrected(bob), 1);
	assert.is(bob.saved, 1, 'it is dealt with');
	await hall.sends(bob, his.write('!'));
	assert.is(hall.document.doc.store.pendingStructs, null);
	await hall.sends(ada, hers.write('zarasta '));
	assert.ok(hall.text.includes('zarasta '));
});

test('5 words that are not there yet are not taken away beforehand', async () => {
	const hall = new Hall();
	const [ada, bob] = [await hall.arrives('ada'), await hall.arrives('bob')];
	const hers = held(hall);
	await hall.sends(ada, hers.write('Rów '));
	const forged = held(hall, hers.doc.clientID);
	forged.write('podróbka');
	forged.doc.getText('note').delete(0, forged.doc.getText('note').length);
	await hall.sends(bob, Y.encodeStateAsUpdate(forged.doc), stepTwo);
	assert.is(hall.text, '', 'a note may be emptied by everybody');
	await hall.sends(ada, hers.write('Staw'));
	assert.is(hall.text, 'Staw');
});

test('5 a restart changes nothing: whose a hand is lies in the journal', async () => {
	const hall = new Hall();
	const hers = held(hall);
	await hall.sends(await hall.arrives('ada'), hers.write('Rów '));
	hall.restart();
	const bob = await hall.arrives('bob');
	await hall.sends(bob, held(hall, hers.doc.clientID).write('podróbka'));
	assert.is(hall.text, 'Rów ');
	assert.is(corrected(bob), 1);
	await hall.sends(await hall.arrives('ada'), hers.write('zarasta'));
	assert.is(hall.text, 'Rów zarasta');
	assert.is(hall.journal.kept.filter((entry) => entry.kind === 'update' && entry.hands).length, 1, 'said once');
});

test('2 the same person goes on: a second tab, a reload that kept the words of an earlier page, many hands at once', async () => {
	const hall = new Hall();
	const first = held(hall);
	await hall.sends(await hall.arrives('ada'), first.write('pierwsza '));
	const offline = first.write('bez sieci ');
	const second = held(hall);
	Y.applyUpdate(second.doc, offline, 'there');
	second.hear();
	second.write('druga ');
	const tab = await hall.arrives('ada');
	await hall.sends(tab, Y.encodeStateAsUpdate(second.doc, Y.encodeStateVector(hall.document.doc)), stepTwo);
	assert.is(hall.text, 'pierwsza bez sieci druga ');
	assert.is(corrected(tab), 0);
});

test('2 who got another seat goes on with the hand of the one that was freed', async () => {
	const hall = new Hall();
	const hers = held(hall);
	await hall.sends(await hall.arrives('ada'), hers.write('Rów '));
	const waiting = hers.write('zarasta');
	hall.present = ['bob', 'cyd'];
	const cyd = await hall.arrives('cyd');
	await hall.sends(cyd, waiting);
	assert.is(hall.text, 'Rów zarasta');
	assert.is(corrected(cyd), 0);
	hall.restart();
	const bob = await hall.arrives('bob');
	await hall.sends(bob, held(hall, hers.doc.clientID).write('podróbka'));
	assert.is(corrected(bob), 1, 'and then it is hers');
});

test('2 facilitators go on with each other’s hands', async () => {
	const hall = new Hall();
	const his = held(hall);
	await hall.sends(await hall.arrives('f1'), his.write('Rów '));
	const again = await hall.arrives('f2');
	await hall.sends(again, his.write('zarasta'));
	assert.is(hall.text, 'Rów zarasta');
	assert.is(corrected(again), 0);
});

test('5 nobody writes with the hand of the server, not even who leads', async () => {
	const hall = new Hall();
	void hall.document.change((doc) => doc.getText('note').insert(0, 'Program '));
	await settle();
	hall.journal.keep();
	const hand = hall.document.doc.clientID;
	const leader = await hall.arrives('f1');
	await hall.sends(leader, held(hall, hand).write('podróbka'));
	assert.is(hall.text, 'Program ');
	assert.is(corrected(leader), 1);
	assert.is(hall.document.doc.clientID, hand);
});

test('7 an update made to be looked through for ever is dealt with at once', async () => {
	const hall = new Hall();
	const [ada, bob] = [await hall.arrives('ada'), await hall.arrives('bob')];
	const hers = held(hall);
	await hall.sends(ada, hers.write('Rów '));
	const forged = held(hall, hers.doc.clientID);
	const base = forged.write('x');
	// two hands that write by turns, each letter after the last one
	const hands = [held(hall), held(hall)];
	for (const { doc } of hands) Y.applyUpdate(doc, base, 'there');
	for (let turn = 0; turn < 16_000; turn++) {
		const bytes = hands[turn % 2]!.write('y');
		Y.applyUpdate(hands[(turn + 1) % 2]!.doc, bytes, 'there');
	}
	const all = Y.encodeStateAsUpdate(hands[0]!.doc, Y.encodeStateVector(hall.document.doc));
	const start = performance.now();
	await hall.sends(bob, all, stepTwo);
	assert.ok(performance.now() - start < 6000, `${performance.now() - start} ms`);
	assert.ok(hall.text === 'Rów ');
	assert.is(bob.ended, null);
});

test.run();
