// Bad days of a live session, with a real server and raw clients: devices that die, come late, come twice, come back when they may not,
// and a session that ends in the middle of everything.
import { rm } from 'node:fs/promises';
import { io } from 'socket.io-client';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { AgendaItem } from '#lib/agenda/agenda.ts';
import { addSticky, made, stickies } from '#lib/board/board.ts';
import { makeId } from '#lib/people/ids.ts';
import type { Presence } from '#lib/protocol.ts';
import { closeCodes, protocolVersion, socketPath } from '#lib/protocol/wire.ts';
import { Bot } from '../../rehearsal/bot.ts';
import { CommandLink } from '../../rehearsal/command-link.ts';
import { paceOf } from '../../rehearsal/pace.ts';
import { Visitor } from '../../rehearsal/visitor.ts';
import { startServer, type RunningServer } from '../browser/server.ts';
import { RawSocket } from './raw-socket.ts';
import { password, readDisk, readRecord, setStage, type Stage } from './stage.ts';

const people = 25;
const ballot = { question: 'Czy zaczynamy?', method: 'yes-no-abstain' as const, secret: false };
const item = (id: string, activity: object, more: object = {}) =>
	({
		id,
		title: id,
		minutes: 5,
		activity,
		instructions: '',
		prompt: '',
		privacy: 'sector',
		quiet: false,
		...more
	}) as AgendaItem;
const agenda = [
	item('board', { kind: 'board', template: 'open' }),
	item('talk', { kind: 'talk' }),
	item('quiet', { kind: 'board', template: 'open' }, { quiet: true, privacy: 'named' }),
	item('last', { kind: 'talk' })
];

let stage: Stage;
let server: RunningServer;
let desk: CommandLink<'facilitator'>;
const open: { close(): void }[] = [];

const keep = <T extends { close(): void }>(one: T): T => {
	open.push(one);
	return one;
};
const at = () => ({ url: server.url, session: stage.session });
const bot = (index: number) => keep(Bot.sit(at(), stage.participants[index]!.cookie, paceOf(0)));
const desks = (cookie = stage.facilitator.cookie) =>
	keep(new CommandLink({ ...at(), role: 'facilitator' as const, cookie }));

/** Another device that facilitates, come by the facilitator's link. */
async function otherDesk(): Promise<CommandLink<'facilitator'>> {
	const organiser = new Visitor(server.url);
	await organiser.post('/signin', { password });
	await organiser.get(`/s/${stage.code}/run`);
	return desks(organiser.cookie);
}

async function opened(leader = desk, more: object = {}): Promise<string> {
	const question = makeId();
	await leader.carryOut({ type: 'ballot.open', item: null, plan: { ...ballot, ...more, question } });
	return leader.until('the ballot', ({ ballots }) => ballots.find((each) => each.question === question)?.id);
}
const tallyOf = (id: string, leader = desk) =>
	leader.until('the count', ({ ballots }) => ballots.find((each) => each.id === id)?.tally);

test.before(async () => {
	stage = await setStage(people, { agenda });
	server = await startServer({ dataDirectory: stage.dataDirectory, password });
});
test.after(async () => {
	await server.stop();
	await rm(stage.dataDirectory, { recursive: true, force: true });
});
test.before.each(() => {
	desk = desks();
});
test.after.each(() => {
	for (const one of open.splice(0)) one.close();
});

test('the facilitator’s laptop dies in the middle of a ballot, and the second device goes on', async () => {
	const voter = bot(0);
	const second = await otherDesk();
	const id = await opened();
	await voter.vote(id, { yes: 1 });
	desk.close();
	await second.carryOut({ type: 'ballot.close', ballot: id });
	assert.is((await tallyOf(id, second)).counts.yes, 1);
	await second.carryOut({ type: 'item.start', item: 'talk', from: 'board' });
	await voter.link.until('the next item', (view) => view.now.item === 'talk');
	await second.carryOut({ type: 'item.start', item: 'board', from: 'talk' });
});

test('4 twenty-five people vote in the same instant, and each vote is counted once', async () => {
	const bots = stage.participants.map((_, index) => bot(index));
	const id = await opened();
	await Promise.all(bots.map((each, index) => each.vote(id, index < 15 ? { yes: 1 } : { no: 1 })));
	await desk.carryOut({ type: 'ballot.close', ballot: id });
	const tally = await tallyOf(id);
	assert.equal([tally.voted, tally.counts], [25, { yes: 15, no: 10, abstain: 0 }]);
});

test('a vote after the close is refused with its reason, and changes nothing', async () => {
	const late = bot(1);
	const id = await opened();
	await desk.carryOut({ type: 'ballot.close', ballot: id });
	assert.equal(await late.link.send({ type: 'vote.cast', ballot: id, vote: { yes: 1 } }), {
		ok: false,
		refusal: 'ballot-not-open'
	});
	assert.is((await tallyOf(id)).voted, 0);
});

test('4 the same command sent twice is carried out once, from two sockets and after a kill of the server too', async () => {
	const [one, other] = [bot(2), bot(2)];
	const id = await opened();
	const vote = { type: 'vote.cast', ballot: id, vote: { yes: 1 } } as const;
	const answers = await Promise.all([one.link.send(vote, 'same-vote'), other.link.send(vote, 'same-vote')]);
	assert.ok(answers.every(({ ok }) => ok));
	const decision = { type: 'decision.record', decision: { text: makeId(), method: 'other' } } as const;
	assert.ok((await desk.send(decision, 'same-decision')).ok);
	await server.kill();
	await server.restart();
	assert.ok((await desk.send(decision, 'same-decision')).ok);
	// an old command of a phone that changed its mind in between changes nothing back
	await one.link.carryOut({ type: 'vote.cast', ballot: id, vote: { no: 1 } });
	assert.ok((await one.link.send(vote, 'same-vote')).ok);
	await desk.carryOut({ type: 'ballot.close', ballot: id });
	assert.equal((await tallyOf(id)).counts, { yes: 0, no: 1, abstain: 0 });
	const { decisions } = await desk.until('the decisions', (view) => view);
	assert.is(decisions.filter(({ text }) => text === decision.decision.text).length, 1);
});

test('a phone that was offline while the ballot closed is told: its vote is refused and its view says closed', async () => {
	const phone = bot(3);
	const id = await opened();
	await phone.link.until('the ballot', ({ ballots }) => ballots.find((each) => each.id === id));
	phone.close();
	const back = bot(3);
	await desk.carryOut({ type: 'ballot.close', ballot: id });
	const answer = await back.link.send({ type: 'vote.cast', ballot: id, vote: { no: 1 } });
	assert.equal(answer, { ok: false, refusal: 'ballot-not-open' });
	const seen = await back.link.until('the closed ballot', ({ ballots }) => ballots.find((each) => each.id === id));
	assert.is(seen.status, 'closed');
	assert.is(seen.mine, undefined);
});

test('a device whose clock is three hours wrong: times are the server’s', async () => {
	const right = Date.now;
	Date.now = () => right() + 3 * 3600_000;
	try {
		const fast = bot(4);
		const board = await fast.board();
		const sticky = await fast.putSticky('board', 'z zegarem do przodu', null);
		const attested = await board.until('the attestation', () => made(board.doc, sticky));
		assert.ok(Math.abs(attested.at - right()) < 60_000);
		const id = await opened();
		await fast.vote(id, { yes: 1 });
		const { ballots, at: now } = await desk.until('the view', (view) => view);
		assert.ok(Math.abs(now - right()) < 60_000);
		assert.ok(Math.abs(ballots.find((each) => each.id === id)!.openedAt - right()) < 60_000);
		await desk.carryOut({ type: 'ballot.close', ballot: id });
		assert.is((await tallyOf(id)).voted, 1);
	} finally {
		Date.now = right;
	}
});

test('4 a person joins twice and votes twice: freeing the doubled seat withdraws its vote, and the entitled are honest', async () => {
	const who = { institution: 'Podwójna', sector: 'ngo', name: '' } as const;
	const place = { ...at(), code: stage.code };
	const [first, second] = [keep(await Bot.join(place, who, paceOf(0))), keep(await Bot.join(place, who, paceOf(0)))];
	const id = await opened();
	await first.vote(id, { yes: 1 });
	await second.vote(id, { yes: 1 });
	const seat = await second.link.until('the seat', (view) => view.seat.id);
	const before = await desk.until('both votes', ({ ballots }) =>
		ballots.find((each) => each.id === id && each.voted === 2)
	);
	await desk.carryOut({ type: 'seat.remove', seat, doubled: true });
	await second.link.ended;
	const after = await desk.until('one vote', ({ ballots }) =>
		ballots.find((each) => each.id === id && each.voted === 1)
	);
	assert.is(after.people, before.people - 1);
	await desk.carryOut({ type: 'ballot.close', ballot: id });
	const tally = await tallyOf(id);
	assert.equal([tally.voted, tally.counts.yes, tally.entitled], [1, 1, before.people - 1]);
});

test('5 a kicked person’s old cookie opens nothing: not the page, not the socket, not a document, not the list of those present', async () => {
	const visitor = new Visitor(server.url);
	const page = await visitor.get(`/s/${stage.code}`);
	const version = /name="notice"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="notice"/.exec(page.text);
	const notice = version?.[1] ?? version?.[2] ?? '1';
	await visitor.post(`/s/${stage.code}?/join`, { institution: 'Wyrzucona', sector: 'ngo', name: '', notice });
	const { cookie } = visitor;
	const phone = keep(Bot.sit(at(), cookie, paceOf(0)));
	const seat = await phone.link.until('the seat', (view) => view.seat.id);
	const document = await phone.link.until('the board', (view) => view.board.document);
	const raw = keep(await new RawSocket({ ...at(), document, role: 'participant', cookie }).ready());
	await raw.dealtWith();
	await desk.carryOut({ type: 'seat.remove', seat });
	assert.match(await phone.link.ended, 'removed');
	assert.equal(await raw.ended, { code: closeCodes.notAllowed });

	const again = keep(new CommandLink({ ...at(), role: 'participant', cookie }));
	assert.match(await again.ended, 'removed');
	const refused = new RawSocket({ ...at(), document, role: 'participant', cookie });
	assert.equal(await refused.ended, { code: closeCodes.notAllowed });
	const shown = await visitor.get(`/s/${stage.code}`);
	assert.match(shown.text, 'name="institution"');
	assert.not(shown.text.includes(seat), 'nothing of the old seat is on the page');
	for (const path of ['/run', '/screen']) {
		const { status, text } = await visitor.get(`/s/${stage.code}${path}`);
		assert.ok(status >= 300 || !text.includes(document), `${path} shows nothing of the session`);
	}
	const presence = await presenceSeenBy(stage.facilitator.cookie);
	assert.not(seat in presence);
});

/** Who is there, as a facilitator's device hears it first. */
function presenceSeenBy(cookie: string): Promise<Presence> {
	const socket = io(server.url, {
		path: socketPath,
		auth: { session: stage.session, role: 'facilitator', version: protocolVersion },
		transports: ['websocket'],
		forceNew: true,
		extraHeaders: { cookie, origin: server.url }
	});
	return new Promise((resolve) =>
		socket.once('presence', (presence: Presence) => {
			socket.disconnect();
			resolve(presence);
		})
	);
}

test('two facilitators press next together: one step, not two', async () => {
	const second = await otherDesk();
	await desk.carryOut({ type: 'item.start', item: 'board' });
	await Promise.all([
		desk.carryOut({ type: 'item.start', item: 'talk', from: 'board' }),
		second.carryOut({ type: 'item.start', item: 'talk', from: 'board' })
	]);
	const { agenda: running, now } = await desk.until('the step', (view) => view.now.item === 'talk' && view);
	assert.is(now.item, 'talk');
	assert.is(running.find(({ id }) => id === 'talk')!.spans.filter(({ to }) => to === undefined).length, 1);
	// a press from a screen that is a step behind does not pull the hall back
	await desk.carryOut({ type: 'item.start', item: 'quiet', from: 'talk' });
	const answer = await second.send({ type: 'item.start', item: 'talk', from: 'board' });
	const after = await second.until('the view', (view) => answer.ok && view.revision >= answer.revision && view);
	assert.is(after.now.item, 'quiet');
});

test('the session ends with an open ballot, quiet drafts and a device offline: everything is kept and everyone is told', async () => {
	const [writer, voter, gone] = [bot(5), bot(6), bot(7)];
	await desk.carryOut({ type: 'item.start', item: 'quiet' });
	const draft = (who: Bot, text: string) =>
		who.link.carryOut({ type: 'draft.keep', draft: makeId(), frame: null, text });
	await draft(writer, 'brudnopis, którego nikt nie widział');
	await draft(gone, 'brudnopis kogoś, kto odszedł');
	const leaver = await gone.link.until('the seat', (view) => view.seat.id);
	await desk.carryOut({ type: 'seat.remove', seat: leaver });
	const id = await opened();
	await voter.vote(id, { abstain: 1 });
	const offline = bot(8);
	const board = await offline.board();
	offline.link.close();
	await desk.carryOut({ type: 'session.close' });
	for (const who of [writer, voter]) await who.link.until('the end', ({ status }) => status === 'closed');
	const seen = await voter.link.until('the closed ballot', ({ ballots }) => ballots.find((each) => each.id === id));
	assert.is(seen.status, 'closed');
	const texts = await board.until('the drafts on the board', () => {
		const all = stickies(board.doc).map(({ text }) => text);
		return all.filter((text) => text.startsWith('brudnopis')).length === 2 && all;
	});
	assert.ok(texts.includes('brudnopis kogoś, kto odszedł'));
	addSticky(board.doc, { text: 'za późno', frame: null });
	const refusal = await board.saved().then(
		() => '',
		(error: Error) => error.message
	);
	assert.match(refusal, 'session-closed');
	const command = await bot(9).link.send({ type: 'draft.keep', draft: makeId(), frame: null, text: 'za późno' });
	assert.equal(command, { ok: false, refusal: 'session-closed' });

	await server.kill('SIGTERM');
	const record = await readRecord(stage.dataDirectory, stage.session);
	const kept = record!.stickies.filter(({ text }) => text.startsWith('brudnopis'));
	assert.equal(
		kept.map(({ text, by }) => [text, by]).sort(),
		[
			['brudnopis kogoś, kto odszedł', 'Instytucja 7'],
			['brudnopis, którego nikt nie widział', 'Instytucja 5']
		].sort()
	);
	assert.equal(record!.ballots.at(-1)!.tally.counts, { yes: 0, no: 0, abstain: 1 });
	assert.not(record!.stickies.some(({ text }) => text === 'za późno'));
	const { state } = await readDisk(stage.dataDirectory, stage.session);
	assert.equal([state.drafts, state.sealed], [[], {}]);
});

test.run();
