// A seat that wants more of the board than it may: every attempt is taken out or ends its own connection, and nobody else sees anything of it.
import { rm } from 'node:fs/promises';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import type { AgendaItem } from '#lib/agenda/agenda.ts';
import { addSticky, frames, made, stickies, things, thingsOf } from '#lib/board/board.ts';
import type { Passed } from '#lib/board/presence.ts';
import { closeCodes, documentMessages } from '#lib/protocol/wire.ts';
import { Bot } from '../../rehearsal/bot.ts';
import { BotDocument } from '../../rehearsal/bot-document.ts';
import { paceOf } from '../../rehearsal/pace.ts';
import { startServer, type RunningServer } from '../browser/server.ts';
import { RawSocket } from './raw-socket.ts';
import { password, readDisk, setStage, type Stage } from './stage.ts';

const agenda = [
	{
		id: 'board',
		title: 'Karteczki',
		minutes: 0,
		activity: { kind: 'board', template: 'open', tools: ['sticky', 'order'] },
		instructions: '',
		privacy: 'anonymous'
	}
] as unknown as AgendaItem[];

let stage: Stage;
let server: RunningServer;
let board: string;
let honest: Bot;
let hers: string;
let fixed: string;
let before: string;
const opened: RawSocket[] = [];

/** All that lies on a board and who made it, whatever the order in which it came. */
const all = (doc: Y.Doc) =>
	JSON.stringify(
		things(doc)
			.map((thing) => ({ ...thing, made: made(doc, thing.id) }))
			.sort((a, b) => (a.id < b.id ? -1 : 1))
	);

test.before(async () => {
	stage = await setStage(4, { agenda });
	server = await startServer({ dataDirectory: stage.dataDirectory, password });
	const at = { url: server.url, session: stage.session };
	honest = Bot.sit(at, stage.participants[0]!.cookie, paceOf(0));
	board = await honest.link.until('the board', (view) => view.board.document);
	hers = await honest.putSticky('board', 'zostaje', null);
	const lead = new BotDocument({ ...at, role: 'facilitator', cookie: stage.facilitator.cookie }, board);
	await lead.until('the frame', () => lead.synced && frames(lead.doc).length > 0);
	fixed = addSticky(lead.doc, { text: 'od prowadzącej', frame: frames(lead.doc)[0]!.id });
	await lead.saved();
	lead.close();
	const { doc } = await honest.boardWith(fixed);
	await (await honest.board()).until('who made it', () => made(doc, fixed)?.fixed);
	before = all(doc);
});

test.after(async () => {
	honest.close();
	await server.stop();
	await rm(stage.dataDirectory, { recursive: true, force: true });
});

test.after.each(async () => {
	for (const socket of opened.splice(0)) socket.close();
});

const hostile = () => stage.participants[1]!.cookie;

async function connect(cookie = hostile(), role = 'participant'): Promise<RawSocket> {
	const socket = await new RawSocket({
		url: server.url,
		session: stage.session,
		document: board,
		role,
		cookie
	}).ready();
	opened.push(socket);
	await socket.dealtWith();
	return socket;
}

/** What a device makes that knows the board. */
async function update(change: (doc: Y.Doc) => unknown): Promise<Uint8Array> {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate((await honest.board()).doc));
	const updates: Uint8Array[] = [];
	doc.on('update', (bytes: Uint8Array) => updates.push(bytes));
	doc.transact(() => change(doc));
	return Y.mergeUpdates(updates);
}

const textOf = (frame: Uint8Array): string => {
	const decoder = decoding.createDecoder(frame);
	decoding.readVarUint(decoder);
	return decoding.readVarString(decoder);
};

async function unharmed(): Promise<void> {
	const fresh = await connect(stage.participants[2]!.cookie);
	const answer = fresh.frames.filter((frame) => frame[0] === documentMessages.sync && frame[1] === 1).at(-1)!;
	const decoder = decoding.createDecoder(answer.subarray(2));
	const doc = new Y.Doc();
	Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
	assert.is(all(doc), before);
	assert.is(all((await honest.board()).doc), before);
	assert.is(doc.store.pendingStructs, null);
}

async function takenOut(change: (doc: Y.Doc) => unknown, reason: string): Promise<void> {
	const socket = await connect();
	const from = socket.frames.length;
	socket.update(await update(change));
	const told = await socket.next((frame) => frame[0] === documentMessages.corrected, from);
	assert.instance(told, Uint8Array, 'the connection stays');
	assert.is(textOf(told as Uint8Array), reason);
	assert.is(await socket.dealtWith(), 'answered');
	await unharmed();
}

const thing = (doc: Y.Doc, id: string) => thingsOf(doc).get(id) as Y.Map<unknown>;
const put = (id: string, more: Record<string, unknown>) => (doc: Y.Doc) =>
	thingsOf(doc).set(id, new Y.Map<unknown>(Object.entries({ place: [0, 0, 200, 200], ...more })));

test('5 a frame is not removed', () => takenOut((doc) => thingsOf(doc).delete(frames(doc)[0]!.id), 'frame-fixed'));

test('5 a frame is not made', () => takenOut(put('moj', { kind: 'frame', name: 'Moje' }), 'frame-fixed'));

test('5 the words of another are not rewritten', () =>
	takenOut((doc) => (thing(doc, hers).get('text') as Y.Text).insert(0, 'nie '), 'not-yours'));

test('5 the sticky of another is not removed, nor replaced under its name', async () => {
	await takenOut((doc) => thingsOf(doc).delete(hers), 'not-yours');
	await takenOut(put(hers, { kind: 'sticky', text: 'podmiana' }), 'not-yours');
});

test('5 nothing is pinned by a participant', () =>
	takenOut((doc) => thing(doc, hers).set('locked', true), 'thing-locked'));

test('5 what the facilitator placed is not moved', () =>
	takenOut((doc) => thing(doc, fixed).set('place', [5, 5, 200, 200]), 'thing-fixed'));

test('5 a picture does not come to a board without pictures', () =>
	takenOut(put('obraz', { kind: 'image', file: 'a'.repeat(64), alt: '' }), 'tool-off'));

test('5 a reaction is one of the known signs, carries no text, and comes only where the item lets it', async () => {
	const gift = { kind: 'reaction', of: hers, sign: 'support' };
	await takenOut(put('r1', { ...gift, sign: 'nienawisc' }), 'malformed');
	await takenOut(put('r1', { ...gift, text: 'dopisek' }), 'malformed');
	await takenOut(put('r1', gift), 'tool-off');
});

test('a sticky that is too long is refused, piece by piece too', async () => {
	await takenOut(put('dluga', { kind: 'sticky', text: 'x'.repeat(501) }), 'too-long');
});

test('5 nobody writes in the server’s place', async () => {
	for (const change of [
		(doc: Y.Doc) => doc.getMap('made').set(hers, { sector: 'church', at: 1, item: null, fixed: true }),
		(doc: Y.Doc) => doc.getMap('made').delete(hers)
	]) {
		const socket = await connect();
		socket.update(await update(change));
		assert.equal(await Promise.race([socket.ended, socket.dealtWith()]), { code: closeCodes.malformed });
		await unharmed();
	}
});

function presence(text: string): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, documentMessages.presence);
	encoding.writeVarString(encoder, text);
	return encoding.toUint8Array(encoder);
}
const heard = (socket: RawSocket, from = 0): Passed[] =>
	socket.frames
		.slice(from)
		.filter((frame) => frame[0] === documentMessages.presence)
		.map((frame) => JSON.parse(textOf(frame)) as Passed);

test('6 nobody says who they are: the server does, and in an anonymous item it says nothing', async () => {
	const [watcher, liar] = [await connect(stage.participants[2]!.cookie), await connect()];
	for (const socket of [watcher, liar]) socket.send(presence('{"look":true}'));
	const claim = { at: [1, 1], chosen: [hers], name: 'Wójt', sector: 'public', id: 'x', leads: true };
	liar.send(presence(JSON.stringify({ ...claim, laser: { at: [1, 1] } })));
	await watcher.next((frame) => frame[0] === documentMessages.presence && textOf(frame).includes(hers), 0);
	const [peer] = heard(watcher)
		.flatMap(({ peers }) => peers ?? [])
		.filter(({ chosen }) => chosen?.includes(hers));
	assert.equal({ ...peer, id: '' }, { id: '', chosen: [hers], name: '', sector: null, leads: false });
	assert.not.ok(JSON.stringify(heard(watcher)).includes('Wójt'));
	await unharmed();
});

test('7 a flood of presence is merged and harms nobody; what is too large or no message ends its own connection', async () => {
	const [watcher, flood] = [await connect(stage.participants[2]!.cookie), await connect()];
	for (const socket of [watcher, flood]) socket.send(presence('{"look":true}'));
	await watcher.dealtWith();
	const from = watcher.frames.length;
	for (let count = 0; count < 400; count++) flood.send(presence(JSON.stringify({ chosen: [hers], drag: [count, 0] })));
	await flood.dealtWith();
	await watcher.dealtWith();
	assert.ok(heard(watcher, from).length <= 40, `${heard(watcher, from).length} messages`);
	for (const text of ['x'.repeat(3000), '[]', 'null', '{"at"']) {
		const socket = await connect();
		socket.send(presence(text));
		assert.equal(await Promise.race([socket.ended, socket.dealtWith()]), { code: closeCodes.malformed });
	}
	const hall = await connect(stage.projector.cookie, 'projector');
	const quiet = hall.frames.length;
	hall.send(presence('{"look":true}'));
	hall.send(presence(JSON.stringify({ laser: { at: [1, 1] }, at: [1, 1] })));
	await hall.dealtWith();
	assert.not.ok(JSON.stringify(heard(hall, quiet)).includes('"at"'));
	await unharmed();
});

test('5 nobody writes on with the hand of another or of the server, before and after a restart; the owner’s next words are kept', async () => {
	const forged = async () => {
		const { doc } = await honest.board();
		const ofServer = doc.getMap('made')._map.get(hers)!.id.client;
		for (const hand of [doc.clientID, ofServer])
			await takenOut((changed) => {
				changed.clientID = hand;
				put('podrobka', { kind: 'sticky', text: 'podróbka' })(changed);
			}, 'not-yours');
	};
	await forged();
	await server.restart();
	await forged();
	await honest.typeSticky(hers, 'zostaje tu');
	const { doc } = await honest.board();
	assert.equal(
		stickies(doc).map(({ text }) => text),
		['zostaje tu', 'od prowadzącej']
	);
	before = all(doc);
	await unharmed();
});

test('6 the journal says nothing of who wrote in an anonymous item, and whose it is survives a restart', async () => {
	await server.restart();
	const at = { url: server.url, session: stage.session };
	const again = Bot.sit(at, stage.participants[0]!.cookie, paceOf(0));
	await again.boardWith(hers);
	await again.typeSticky(hers, 'zostaje moja');
	again.close();
	const { doc } = await honest.board();
	await (await honest.board()).until('the new words', () => stickies(doc).some(({ text }) => text === 'zostaje moja'));
	before = all(doc);
	await takenOut((changed) => (thing(changed, hers).get('text') as Y.Text).insert(0, 'nie '), 'not-yours');
	await server.kill('SIGTERM');
	const disk = await readDisk(stage.dataDirectory, stage.session);
	const kept = disk.documents.get('board')!;
	assert.is(all(kept), before);
	assert.is(made(kept, hers)?.by, null);
	assert.is(made(kept, hers)?.sector, null);
	for (const { seat } of stage.participants) assert.not.ok(JSON.stringify(kept.toJSON()).includes(seat));
});

test.run();
