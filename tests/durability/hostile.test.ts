// Frames, cookies and commands that no honest page sends: they end their own connection at most, and change nothing for anybody.
import { rm } from 'node:fs/promises';
import * as encoding from 'lib0/encoding';
import { io } from 'socket.io-client';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { addSticky, stickies } from '#lib/board/board.ts';
import type { Answer } from '#lib/protocol.ts';
import { closeCodes, documentMessages, protocolVersion, socketPath } from '#lib/protocol/wire.ts';
import { Bot } from '../../rehearsal/bot.ts';
import { CommandLink } from '../../rehearsal/command-link.ts';
import { paceOf } from '../../rehearsal/pace.ts';
import { startServer, type RunningServer } from '../browser/server.ts';
import { RawSocket } from './raw-socket.ts';
import { password, readDisk, seeded, setStage, type Stage } from './stage.ts';

const people = 9;
const eachWrites = 8;

let stage: Stage;
let server: RunningServer;
let board: string;
/** An honest participant's connections; they must live through everything. */
let witness: { bot: Bot; raw: RawSocket; sticky: string; state: Uint8Array };
let opened: RawSocket[] = [];

test.before(async () => {
	stage = await setStage(people);
	server = await startServer({ dataDirectory: stage.dataDirectory, password });
	const [honest] = stage.participants;
	const bot = Bot.sit({ url: server.url, session: stage.session }, honest!.cookie, paceOf(0));
	board = await bot.link.until('the board', (view) => view.board.document);
	const sticky = await bot.putSticky('board', 'zostaje', null);
	const raw = await connect({ cookie: honest!.cookie }).ready();
	await raw.dealtWith();
	witness = { bot, raw, sticky, state: Y.encodeStateVector((await bot.board()).doc) };
	opened = [];
});

test.after(async () => {
	witness.bot.close();
	witness.raw.close();
	await server.stop();
	await rm(stage.dataDirectory, { recursive: true, force: true });
});

test.after.each(async () => {
	for (const socket of opened.splice(0)) socket.close();
});

const hostile = () => stage.participants[1]!.cookie;

function connect(
	other: { cookie?: string; role?: string; session?: string; document?: string; origin?: string } = {}
): RawSocket {
	const at = {
		url: server.url,
		session: stage.session,
		document: board,
		role: 'participant',
		cookie: hostile(),
		...other
	};
	const socket = new RawSocket(at);
	opened.push(socket);
	return socket;
}

/** Nothing has changed on the board, and the honest participant's connections are the ones they always were. */
async function unharmed(): Promise<void> {
	assert.ok(witness.raw.open, 'the honest connection was ended');
	assert.is(await witness.raw.dealtWith(), 'answered');
	const last = witness.raw.frames.filter((frame) => frame[0] === documentMessages.sync && frame[1] === 1).at(-1)!;
	const doc = new Y.Doc();
	// past the type, the step and the length of the payload
	Y.applyUpdate(doc, last.slice(lengthOfHead(last)));
	assert.equal(Y.encodeStateVector(doc), witness.state);
	assert.equal(
		stickies(doc).map(({ text }) => text),
		['zostaje']
	);
	assert.is(doc.store.pendingStructs, null);
	assert.is((await fetch(`${server.url}/health`)).status, 200);
}

function lengthOfHead(frame: Uint8Array): number {
	let end = 2;
	while (frame[end]! >= 0x80) end++;
	return end + 1;
}

/** What a device makes that knows the board: an update of one change. */
async function honestUpdate(change: (doc: Y.Doc) => void): Promise<Uint8Array> {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate((await witness.bot.board()).doc));
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	change(doc);
	return Y.mergeUpdates(updates);
}

async function ends(frame: Uint8Array, code: number): Promise<void> {
	const socket = await connect().ready();
	await socket.dealtWith();
	socket.send(frame);
	assert.equal(await Promise.race([socket.ended, socket.dealtWith()]), { code });
	await unharmed();
}

async function updateEnds(bytes: Uint8Array, code: number = closeCodes.malformed): Promise<void> {
	const socket = await connect().ready();
	await socket.dealtWith();
	socket.update(bytes);
	assert.equal(await Promise.race([socket.ended, socket.dealtWith()]), { code });
	await unharmed();
}

test('random bytes', async () => {
	const random = seeded(20261123);
	for (let connection = 0; connection < 40; connection++) {
		const socket = await connect().ready();
		for (let count = 0; count < 10; count++) {
			const bytes = Uint8Array.from({ length: Math.floor(random() * 60) }, () => Math.floor(random() * 256));
			// half of them begin like a document frame and get deeper
			if (random() < 0.5) socket.update(bytes);
			else socket.send(bytes);
		}
		await socket.dealtWith();
		socket.close();
	}
	await unharmed();
});

test('an empty frame', () => ends(new Uint8Array(0), closeCodes.malformed));

test('a frame of three megabytes', async () => {
	const socket = await connect().ready();
	socket.send(new Uint8Array(3 * 1024 * 1024));
	const ending = await socket.ended;
	// 1006: the server hung up before it had read all of it
	assert.ok('code' in ending && [1009, 1006].includes(ending.code));
	await unharmed();
});

test('a frame that promises more bytes than it has', () => ends(Uint8Array.of(0, 2, 100, 1), closeCodes.malformed));
test('a step that does not exist', () => ends(Uint8Array.of(0, 9, 1, 0), closeCodes.malformed));

test('an update in the second format', async () => {
	const doc = new Y.Doc();
	addSticky(doc, { text: 'druga wersja', frame: null });
	await updateEnds(Y.encodeStateAsUpdateV2(doc));
});

test('seven bytes that announce two thousand million structs', () =>
	updateEnds(Uint8Array.of(1, 0xff, 0xff, 0xff, 0xff, 0x07, 1)));

test('a thing that refers to itself', async () => {
	const encoder = encoding.createEncoder();
	const varUints = (...numbers: number[]) => numbers.forEach((number) => encoding.writeVarUint(encoder, number));
	varUints(1, 1, 4711, 0);
	encoding.writeUint8(encoder, 4 | 0x80);
	varUints(4711, 0);
	encoding.writeVarString(encoder, 'x');
	varUints(0);
	await updateEnds(encoding.toUint8Array(encoder));
});

test('two authors who each wait for the other', async () => {
	const encoder = encoding.createEncoder();
	const varUints = (...numbers: number[]) => numbers.forEach((number) => encoding.writeVarUint(encoder, number));
	varUints(2);
	for (const [client, other] of [
		[4712, 4711],
		[4711, 4712]
	] as const) {
		varUints(1, client, 0);
		encoding.writeUint8(encoder, 4 | 0x80);
		varUints(other, 0);
		encoding.writeVarString(encoder, 'x');
	}
	varUints(0);
	await updateEnds(encoding.toUint8Array(encoder));
});

test('an update whose beginning is missing is asked for again and not confirmed', async () => {
	const doc = new Y.Doc();
	addSticky(doc, { text: 'pierwsza', frame: null });
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	addSticky(doc, { text: 'druga', frame: null });
	const socket = await connect().ready();
	await socket.dealtWith();
	const from = socket.frames.length;
	socket.update(updates[0]!);
	const asked = await socket.next((frame) => frame[0] === documentMessages.sync && frame[1] === 0, from);
	assert.instance(asked, Uint8Array);
	assert.is(await socket.dealtWith(), 'answered');
	assert.not.ok(socket.frames.slice(from).some((frame) => frame[0] === documentMessages.saved));
	await unharmed();
});

test('a device that says who made what', async () =>
	updateEnds(await honestUpdate((doc) => doc.getMap('made').set('newcomer', { sector: 'church', at: 1, item: null }))));

test('a device that changes who made what behind an old entry', async () => {
	const known = (await witness.bot.board()).doc;
	const before: unknown = known.getMap('made').toJSON();
	const claim = { sector: 'church', at: 1, item: null };
	for (const change of [
		(doc: Y.Doc) => void doc.getMap('made').set(witness.sticky, claim),
		(doc: Y.Doc) => doc.getMap('made').delete(witness.sticky)
	]) {
		const socket = await connect().ready();
		await socket.dealtWith();
		socket.update(await honestUpdate(change));
		await socket.dealtWith();
	}
	const fresh = await connect().ready();
	await fresh.dealtWith();
	const answer = fresh.frames.filter((frame) => frame[0] === documentMessages.sync && frame[1] === 1).at(-1)!;
	const now = new Y.Doc();
	Y.applyUpdate(now, answer.slice(lengthOfHead(answer)));
	assert.equal(now.getMap('made').toJSON(), before);
	witness.state = Y.encodeStateVector(now);
	await unharmed();
});

test('a root that the board does not have', async () =>
	updateEnds(await honestUpdate((doc) => doc.getMap('elsewhere').set('a', 1))));

test('a key that every object has', async () =>
	updateEnds(await honestUpdate((doc) => doc.getMap('things').set('__proto__', new Y.Map()))));

test('a value with a prototype of its own', async () => {
	const poison: unknown = JSON.parse('{"__proto__":{"admin":true}}');
	await updateEnds(await honestUpdate((doc) => doc.getMap('things').set('gift', poison)));
});

test('a projector that writes is refused and keeps on reading', async () => {
	const socket = await connect({ role: 'projector', cookie: stage.projector.cookie }).ready();
	await socket.dealtWith();
	const from = socket.frames.length;
	socket.update(await honestUpdate((doc) => void addSticky(doc, { text: 'od rzutnika', frame: null })));
	const refused = await socket.next((frame) => frame[0] === documentMessages.refused, from);
	assert.instance(refused, Uint8Array);
	assert.is(await socket.dealtWith(), 'answered');
	await unharmed();
});

test('cookies of another session, another role, or another hand open nothing', async () => {
	const value = hostile().slice(hostile().indexOf('=') + 1);
	const other = value.at(-8) === 'A' ? 'B' : 'A';
	const attempts: Parameters<typeof connect>[0][] = [
		{ session: 'inna', cookie: `narada_participant_inna=${value}` },
		{ role: 'facilitator', cookie: `narada_facilitator_${stage.session}=${value}` },
		{ cookie: `narada_participant_${stage.session}=${value.slice(0, -8)}${other}${value.slice(-7)}` },
		{ cookie: '' },
		{ role: 'organiser' },
		{ session: '..%2f..', cookie: hostile() }
	];
	for (const attempt of attempts) assert.equal(await connect(attempt).ended, { code: closeCodes.notAllowed });
	assert.equal(await connect({ document: '%E0%A4%A' }).ended, { code: closeCodes.malformed });
	assert.equal(await connect({ document: 'journal' }).ended, { code: closeCodes.noSuchDocument });
	await unharmed();
});

test('a page of another site opens no socket', async () => {
	assert.equal(await connect({ origin: 'https://gdzie-indziej.example' }).ended, { status: 403 });
	const reason = await new Promise<string>((resolve) => {
		const socket = io(server.url, {
			path: socketPath,
			transports: ['websocket'],
			reconnection: false,
			forceNew: true,
			auth: { session: stage.session, role: 'participant', version: protocolVersion },
			extraHeaders: { cookie: hostile(), origin: 'https://gdzie-indziej.example' }
		});
		socket.on('connect', () => resolve('connected'));
		socket.on('connect_error', () => resolve('refused'));
	});
	assert.is(reason, 'refused');
	await unharmed();
});

test('commands that nobody may send, or that are none', async () => {
	const socket = io(server.url, {
		path: socketPath,
		transports: ['websocket'],
		reconnection: false,
		forceNew: true,
		auth: { session: stage.session, role: 'participant', version: protocolVersion },
		extraHeaders: { cookie: hostile(), origin: server.url }
	});
	const ask = (sent: unknown) => socket.timeout(10_000).emitWithAck('command', sent) as Promise<Answer>;
	const refused = async (sent: unknown, refusal: string) => assert.equal(await ask(sent), { ok: false, refusal });
	await new Promise((resolve) => socket.on('connect', () => resolve(null)));
	await refused(null, 'malformed');
	await refused('x', 'malformed');
	await refused({ commandId: 'a' }, 'malformed');
	await refused({ commandId: 'a', command: { type: 'session.burn' } }, 'malformed');
	await refused({ commandId: 'a b', command: { type: 'session.close' } }, 'malformed');
	await refused({ commandId: 'b', command: { type: 'vote.cast', ballot: 'none', vote: { yes: 1 } } }, 'no-such-ballot');
	await refused({ commandId: 'c', command: { type: 'item.start', item: 'board' } }, 'role');
	await refused({ commandId: 'd', command: { type: 'ballot.reveal', ballot: 'none' } }, 'role');
	socket.emit('command', { commandId: 'e', command: { type: 'session.close' } });
	socket.emit('command', 1, 2, 3);
	socket.emit('clock', 'no function');
	socket.emit('waiting', { valueOf: 1 });
	socket.emit('nothing-of-ours', 1);
	await refused({ commandId: 'f', command: { type: 'session.close' } }, 'role');
	const gone = new Promise<string>((resolve) => socket.on('disconnect', resolve));
	socket.emit('command', { commandId: 'g', command: { type: 'x'.repeat(200_000) } }, () => {});
	assert.match(await gone, /transport/);
	await unharmed();
});

test('a participant who tries to end the session does not stop others from writing', async () => {
	const [, , tries, ...write] = stage.participants;
	const at = { url: server.url, session: stage.session };
	const link = new CommandLink({ ...at, role: 'participant', cookie: tries!.cookie });
	const writers = write.map(({ cookie }) => Bot.sit(at, cookie, paceOf(0)));
	const boards = await Promise.all(writers.map((bot) => bot.board()));
	let over = false;
	const trying = (async () => {
		while (!over) await Promise.all([1, 2, 3].map(() => link.send({ type: 'session.close' })));
	})();
	await Promise.all(
		boards.map(async (one, writer) => {
			for (let count = 0; count < eachWrites; count++) {
				addSticky(one.doc, { text: `mimo to ${writer}.${count}`, frame: null });
				await one.saved();
			}
		})
	).finally(() => (over = true));
	await trying;
	link.close();
	for (const bot of writers) bot.close();
	const honest = await witness.bot.board();
	await honest.until('all stickies', () => stickies(honest.doc).length === 1 + writers.length * eachWrites);
	assert.ok(witness.raw.open);
});

test('after all this the journal holds what the honest people did, and nothing else', async () => {
	await server.kill('SIGTERM');
	const disk = await readDisk(stage.dataDirectory, stage.session);
	// one by the witness; three of the people watch, attack and try to end the session
	assert.is(stickies(disk.documents.get('board')!).length, 1 + (people - 3) * eachWrites);
	assert.equal([...disk.documents.keys()], ['board']);
	assert.is(disk.documents.get('board')!.store.pendingStructs, null);
	assert.is(disk.state.status, 'open');
	assert.equal(
		disk.events.map(({ type }) => type).filter((type) => type !== 'seat.joined'),
		['session.opened', 'item.started']
	);
	assert.equal(Object.keys({}), []);
	assert.is(({} as Record<string, unknown>).admin, undefined);
});

test.run();
