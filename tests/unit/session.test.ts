// A live session as rules: who may do what when, what a repeated command does, items with their ballots and timers.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as v from 'valibot';
import { agendaItemSchema, type AgendaItem } from '#lib/agenda/agenda.ts';
import { commandSchema, participantCommands, type CommandInput, type Refusal } from '#lib/protocol.ts';
import { decide } from '#lib/session/decide.ts';
import { fold, initialState, isDone, type SessionEvent, type SessionState } from '#lib/session/session.ts';
import { viewFor, type Own } from '#lib/session/view.ts';
import { plan } from './stage-ballots.ts';

const item = (id: string, minutes: number, activity: unknown = { kind: 'talk' }): AgendaItem =>
	v.parse(agendaItemSchema, { id, title: `Punkt ${id}`, minutes, activity, instructions: `tajne ${id}` });

const ballot = { question: 'Czy tak?', method: 'yes-no-abstain' };
const agenda = [
	item('board', 10, { kind: 'board' }),
	item('vote', 5, { kind: 'ballot', ballot }),
	item('empty', 0),
	item('half', 5, { kind: 'ballot', ballot: { question: 'Które?', method: 'single', choices: ['jedno'] } })
];

/** Every state it passes through is frozen: a rule that changes one in place breaks its test. */
function freezeDeep<T>(value: T): T {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		Object.values(value).forEach(freezeDeep);
	}
	return value;
}

class Room {
	state: SessionState = freezeDeep(initialState);
	events: SessionEvent[] = [];
	now = 1_000_000;
	#count = 0;

	constructor(open = true) {
		this.#join('host', 'facilitator');
		this.#join('ania', 'participant');
		if (open) this.ask('host', { type: 'session.open' });
	}

	#join(id: string, role: 'facilitator' | 'participant'): void {
		const seat = { id, role, sector: 'ngo' as const, institution: id, name: '', notice: '1', joinedAt: this.now };
		this.#keep([{ at: this.now, by: 'server', type: 'seat.joined', seat }]);
	}

	#keep(events: SessionEvent[]): void {
		this.events.push(...events);
		this.state = freezeDeep(events.reduce(fold, this.state));
	}

	/** What the rules say; its events are kept. */
	ask(seat: string, sent: CommandInput, commandId = `c${this.#count++}`): Refusal | SessionEvent['type'][] {
		const outcome = decide(this.state, this.state.seats[seat]!, commandId, v.parse(commandSchema, sent), {
			now: this.now,
			agenda,
			carried: { tasks: [], topics: [] },
			epoch: () => 'epoch',
			random: () => 0,
			seal: () => 'sealed',
			mayBeDotted: () => true,
			sealDraft: () => 'sealed',
			count: () => ({ tally: { voted: 0, counts: {} } })
		});
		if ('refusal' in outcome) return outcome.refusal;
		this.#keep(outcome.events);
		return outcome.events.map(({ type }) => type);
	}

	get left(): number | null {
		const { timer } = this.state.now;
		if (timer.state === 'off') return null;
		return timer.state === 'running' ? timer.deadline - this.now : timer.remaining;
	}
}

/** One command of every type that a facilitator alone may send. */
const commandTypes = commandSchema.options.flatMap((list) => list.options.map((option) => option.entries.type.literal));

test('5 a participant may send the commands of participants and no other, whatever is in them', () => {
	const room = new Room();
	const others = commandTypes.filter((type) => !participantCommands.includes(type));
	assert.ok(others.length > 15 && participantCommands.length > 0);
	for (const type of others) {
		const outcome = decide(room.state, room.state.seats.ania!, 'x', { type } as never, {} as never);
		assert.equal(outcome, { refusal: 'role' }, type);
	}
});

test('before the session is open only opening is possible, and after its end nothing', () => {
	const room = new Room(false);
	assert.is(room.ask('host', { type: 'item.start', item: 'board' }), 'session-not-open');
	assert.equal(room.ask('host', { type: 'session.open' }), ['session.opened']);
	assert.equal(room.ask('host', { type: 'session.open' }), [], 'opening an open session changes nothing');
	room.ask('host', { type: 'session.close' });
	for (const type of ['session.open', 'session.close', 'timer.pause'] as const)
		assert.is(room.ask('host', { type }), 'session-closed');
	assert.is(room.ask('ania', { type: 'vote.cast', ballot: 'b', vote: { yes: 1 } }), 'session-closed');
});

test('4 a command is known as done by its seat and id, and only then', () => {
	const room = new Room();
	room.ask('host', { type: 'item.start', item: 'board' }, 'same');
	assert.ok(isDone(room.state, 'host', 'same'));
	assert.not.ok(isDone(room.state, 'ania', 'same'));
	assert.not.ok(isDone(room.state, 'host', 'other'));
	room.ask('host', { type: 'decision.record', decision: { text: 'Tak', method: 'consent' } }, 'same-decision');
	assert.is(room.state.decisions[0]?.id, 'same-decision', 'what it made has its id');
});

test('4 a command with several effects is known by one of them, so that none can be there without it', () => {
	const room = new Room();
	room.ask('host', { type: 'item.start', item: 'vote' }, 'start');
	const made = room.events.slice(-2);
	assert.equal(
		made.map(({ type, commandId }) => [type, commandId]),
		[
			['item.started', 'start'],
			['ballot.opened', undefined]
		]
	);
});

test('a ballot item opens its ballot when it starts for the first time, and not again', () => {
	const room = new Room();
	assert.equal(room.ask('host', { type: 'item.start', item: 'vote' }), ['item.started', 'ballot.opened']);
	assert.is(room.state.ballots[0]?.item, 'vote');
	room.ask('host', { type: 'item.start', item: 'board' });
	assert.equal(room.ask('host', { type: 'item.start', item: 'vote' }), ['item.started']);
	assert.is(room.state.ballots.length, 1);
});

test('a ballot that is not ready, or stands behind an open one, is not opened by its item', () => {
	const room = new Room();
	assert.equal(room.ask('host', { type: 'item.start', item: 'half' }), ['item.started']);
	room.ask('host', { type: 'ballot.open', item: null, plan: ballot as never });
	assert.equal(room.ask('host', { type: 'item.start', item: 'vote' }), ['item.started']);
	assert.is(room.ask('host', { type: 'ballot.open', item: null, plan: ballot as never }), 'another-ballot-open');
});

test('ending the session closes its open ballots first', () => {
	const room = new Room();
	room.ask('host', { type: 'item.start', item: 'vote' });
	assert.equal(room.ask('host', { type: 'session.close' }), ['ballot.closed', 'session.closed']);
	assert.is(room.state.ballots[0]?.status, 'closed');
	assert.equal(room.state.sealed, {});
	assert.is(room.state.now.item, null);
});

test('a vote counts only in an open ballot and only if it keeps its rules', () => {
	const room = new Room();
	assert.is(room.ask('ania', { type: 'vote.cast', ballot: 'none', vote: { yes: 1 } }), 'no-such-ballot');
	room.ask('host', { type: 'item.start', item: 'vote' });
	const { id } = room.state.ballots[0]!;
	for (const vote of [{}, { yes: 1, no: 1 }, { yes: 2 }, { maybe: 1 }])
		assert.is(room.ask('ania', { type: 'vote.cast', ballot: id, vote } as CommandInput), 'vote-invalid');
	assert.equal(room.ask('ania', { type: 'vote.cast', ballot: id, vote: { yes: 1 } }), ['vote.cast']);
	room.ask('ania', { type: 'vote.cast', ballot: id, vote: { no: 1 } });
	assert.equal(room.state.ballots[0]?.voters, ['ania'], 'who changes a vote is counted once');
	assert.is(room.ask('host', { type: 'ballot.reveal', ballot: id }), 'ballot-still-open');
	room.ask('host', { type: 'ballot.close', ballot: id });
	assert.is(room.ask('ania', { type: 'vote.cast', ballot: id, vote: { yes: 1 } }), 'ballot-not-open');
	assert.equal(room.ask('host', { type: 'ballot.close', ballot: id }), []);
	assert.equal(room.ask('host', { type: 'ballot.reveal', ballot: id }), ['ballot.revealed']);
	assert.equal(room.ask('host', { type: 'ballot.reveal', ballot: id }), []);
});

test('the timer runs, pauses with what is left, and goes on from there', () => {
	const room = new Room();
	room.ask('host', { type: 'item.start', item: 'board' });
	room.now += 4 * 60_000;
	assert.is(room.left, 6 * 60_000);
	room.ask('host', { type: 'timer.pause' });
	assert.equal(room.ask('host', { type: 'timer.pause' }), []);
	room.now += 60 * 60_000;
	assert.is(room.left, 6 * 60_000);
	room.ask('host', { type: 'timer.add', minutes: 2 });
	room.ask('host', { type: 'timer.resume' });
	room.now += 60_000;
	assert.is(room.left, 7 * 60_000);
});

test('a minute added to an item that is over is a whole minute from now', () => {
	const room = new Room();
	room.ask('host', { type: 'item.start', item: 'vote' });
	room.now += 30 * 60_000;
	room.ask('host', { type: 'timer.add', minutes: 1 });
	assert.is(room.left, 60_000);
});

test('an item without minutes has no timer', () => {
	const room = new Room();
	room.ask('host', { type: 'item.start', item: 'empty' });
	assert.is(room.left, null);
	assert.equal(room.ask('host', { type: 'timer.pause' }), []);
});

test('starting an item ends the one before, and running again adds a span', () => {
	const room = new Room();
	room.ask('host', { type: 'item.start', item: 'board' });
	room.now += 1000;
	room.ask('host', { type: 'item.start', item: 'empty' });
	room.now += 1000;
	room.ask('host', { type: 'item.start', item: 'board' });
	assert.equal(room.state.agenda.find(({ id }) => id === 'board')?.spans, [
		{ from: 1_000_000, to: 1_001_000 },
		{ from: 1_002_000 }
	]);
	assert.is(room.ask('host', { type: 'item.start', item: 'none' }), 'no-such-item');
});

test('a seat that is taken away is remembered for the record, and nobody takes away their own', () => {
	const room = new Room();
	assert.is(room.ask('host', { type: 'seat.remove', seat: 'host' }), 'no-such-seat');
	assert.is(room.ask('host', { type: 'seat.remove', seat: 'nobody' }), 'no-such-seat');
	room.ask('host', { type: 'seat.remove', seat: 'ania' });
	assert.not.ok('ania' in room.state.seats);
	assert.ok('ania' in room.state.removed);
});

test('the same events make the same state, and every event counts as one revision', () => {
	const room = new Room();
	room.ask('host', { type: 'item.start', item: 'vote' });
	room.ask('ania', { type: 'vote.cast', ballot: room.state.ballots[0]!.id, vote: { yes: 1 } });
	room.ask('host', { type: 'session.close' });
	const copies = JSON.parse(JSON.stringify(room.events)) as SessionEvent[];
	assert.equal(copies.reduce(fold, initialState), room.state);
	assert.is(room.state.revision, room.events.length);
});

test('9 what a participant and the projector are sent names no person, and no instruction of the facilitator', () => {
	const room = new Room();
	room.ask('host', { type: 'item.start', item: 'vote' });
	const own: Own = { slip: () => undefined, draft: () => ({ frame: null, text: '' }) };
	for (const viewer of [
		{ role: 'projector' as const },
		{ role: 'participant' as const, seat: room.state.seats.ania! }
	]) {
		const sent = JSON.stringify(viewFor(viewer, plan, room.state, own, room.now));
		assert.not.match(sent, 'tajne');
		assert.not.match(sent, '"host"');
		if (viewer.role === 'projector') assert.not.match(sent, 'ania');
	}
});

test.run();
