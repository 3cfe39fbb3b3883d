// What a command does to a session: the events it leads to, or why it is refused. Pure: clock and sealed votes come as arguments.
import { timeLeft, type Timer } from '#lib/agenda/agenda.ts';
import {
	choicesOf,
	planIsComplete,
	voteIsValid,
	type Ballot,
	type BallotPlan,
	type Tally,
	type Vote
} from '#lib/ballot/ballot.ts';
import type { Seat, SeatId } from '#lib/people/people.ts';
import type { Command, Refusal } from '#lib/protocol.ts';
import type { SessionEvent, SessionState } from './session.ts';

/** What only the server can supply. */
export type Surroundings = {
	/** Server time, ms. */
	now: number;
	/** The agenda as planned, for opening. */
	agenda: readonly import('#lib/agenda/agenda.ts').AgendaItem[];
	epoch: () => string;
	seal: (ballot: string, vote: Vote) => string;
	/** Counts the sealed votes of a ballot; votes by seat only if the ballot was not secret. */
	count: (ballot: Ballot) => { tally: Tally; votes?: Record<SeatId, Vote> };
};

export type Outcome = { events: SessionEvent[] } | { refusal: Refusal };

const decisionsLimit = 200;
const ballotsLimit = 200;

/** `commandId` also becomes the id of what the command creates, so that a repeated command creates nothing new. */
export function decide(
	state: SessionState,
	seat: Pick<Seat, 'id' | 'role'>,
	commandId: string,
	command: Command,
	around: Surroundings
): Outcome {
	const refuse = (refusal: Refusal): Outcome => ({ refusal });
	if (command.type !== 'vote.cast' && seat.role !== 'facilitator') return refuse('role');
	if (state.status === 'closed') return refuse('session-closed');
	if (state.status === 'planned' && command.type !== 'session.open') return refuse('session-not-open');

	const head = { at: around.now, by: seat.id, commandId };
	const tail = { at: around.now, by: seat.id };
	const find = (id: string) => state.ballots.find((ballot) => ballot.id === id);
	const closing = (ballot: Ballot): SessionEvent => ({
		...tail,
		type: 'ballot.closed',
		ballot: ballot.id,
		...around.count(ballot)
	});

	switch (command.type) {
		case 'session.open':
			if (state.status === 'open') return { events: [] };
			return {
				events: [{ ...head, type: 'session.opened', agenda: [...around.agenda], epoch: around.epoch() }]
			};
		case 'session.close':
			return {
				events: [
					...state.ballots.filter((ballot) => ballot.status === 'open').map(closing),
					{ ...head, type: 'session.closed' }
				]
			};
		case 'item.start': {
			const item = state.agenda.find(({ id }) => id === command.item);
			if (!item) return refuse('no-such-item');
			const events: SessionEvent[] = [
				{ ...head, type: 'item.started', item: item.id, timer: timerFor(item.minutes, around.now) }
			];
			const fresh = item.spans.length === 0;
			if (fresh && item.activity.kind === 'ballot' && planIsComplete(item.activity.ballot)) {
				if (!state.ballots.some((ballot) => ballot.status === 'open'))
					events.push({
						...tail,
						type: 'ballot.opened',
						ballot: openedBallot(`${commandId}-b`.slice(-40), item.id, item.activity.ballot, around.now)
					});
			}
			return { events };
		}
		case 'item.insert':
			if (state.agenda.some(({ id }) => id === command.item.id)) return refuse('malformed');
			if (state.agenda.length >= 60) return refuse('too-many');
			return { events: [{ ...head, type: 'item.inserted', item: command.item, before: command.before }] };
		case 'timer.pause': {
			const left = timeLeft(state.now.timer, around.now);
			if (left === null || state.now.timer.state === 'paused') return { events: [] };
			return { events: [{ ...head, type: 'timer.set', timer: { state: 'paused', remaining: left } }] };
		}
		case 'timer.resume': {
			if (state.now.timer.state !== 'paused') return { events: [] };
			const deadline = around.now + state.now.timer.remaining;
			return { events: [{ ...head, type: 'timer.set', timer: { state: 'running', deadline } }] };
		}
		case 'timer.add': {
			const timer = state.now.timer;
			const more = command.minutes * 60_000;
			if (timer.state === 'off') return { events: [] };
			return {
				events: [
					{
						...head,
						type: 'timer.set',
						timer:
							timer.state === 'running'
								? { state: 'running', deadline: Math.max(timer.deadline, command.minutes > 0 ? around.now : 0) + more }
								: { state: 'paused', remaining: Math.max(timer.remaining, command.minutes > 0 ? 0 : -Infinity) + more }
					}
				]
			};
		}
		case 'board.lock':
			return { events: [{ ...head, type: 'board.locked', locked: command.locked }] };
		case 'ballot.open':
			if (!planIsComplete(command.plan)) return refuse('ballot-incomplete');
			if (state.ballots.some((ballot) => ballot.status === 'open')) return refuse('another-ballot-open');
			if (state.ballots.length >= ballotsLimit) return refuse('too-many');
			return {
				events: [
					{
						...head,
						type: 'ballot.opened',
						ballot: openedBallot(commandId, command.item ?? state.now.item ?? '', command.plan, around.now)
					}
				]
			};
		case 'vote.cast': {
			const ballot = find(command.ballot);
			if (!ballot) return refuse('no-such-ballot');
			if (ballot.status !== 'open') return refuse('ballot-not-open');
			if (!voteIsValid(ballot, command.vote)) return refuse('vote-invalid');
			const sealed = around.seal(ballot.id, command.vote);
			return { events: [{ ...head, type: 'vote.cast', ballot: ballot.id, seat: seat.id, sealed }] };
		}
		case 'ballot.close': {
			const ballot = find(command.ballot);
			if (!ballot) return refuse('no-such-ballot');
			if (ballot.status !== 'open') return { events: [] };
			return { events: [{ ...closing(ballot), commandId }] };
		}
		case 'ballot.reveal': {
			const ballot = find(command.ballot);
			if (!ballot) return refuse('no-such-ballot');
			if (ballot.status === 'open') return refuse('ballot-still-open');
			if (ballot.status === 'revealed') return { events: [] };
			return { events: [{ ...head, type: 'ballot.revealed', ballot: ballot.id }] };
		}
		case 'decision.record':
			if (state.decisions.length >= decisionsLimit) return refuse('too-many');
			return {
				events: [
					{
						...head,
						type: 'decision.recorded',
						decision: { ...command.decision, id: commandId, item: state.now.item, at: around.now }
					}
				]
			};
		case 'decision.withdraw':
			if (!state.decisions.some(({ id }) => id === command.decision)) return refuse('no-such-decision');
			return { events: [{ ...head, type: 'decision.withdrawn', decision: command.decision }] };
		case 'projector.blank':
			return { events: [{ ...head, type: 'projector.blanked', blank: command.blank }] };
		case 'seat.remove':
			if (!state.seats[command.seat] || command.seat === seat.id) return refuse('no-such-seat');
			return { events: [{ ...head, type: 'seat.removed', seat: command.seat }] };
	}
}

const timerFor = (minutes: number, now: number): Timer =>
	minutes > 0 ? { state: 'running', deadline: now + minutes * 60_000 } : { state: 'off' };

const openedBallot = (id: string, item: string, plan: BallotPlan, now: number): Ballot => ({
	id,
	item,
	question: plan.question,
	method: plan.method,
	choices: choicesOf(plan),
	secret: plan.secret,
	dots: plan.dots,
	status: 'open',
	openedAt: now,
	voters: []
});
