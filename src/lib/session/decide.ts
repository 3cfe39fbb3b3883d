// What a command does to a session: who may send it when, and which noun decides. Pure.
import { participantCommands, type Command } from '#lib/protocol.ts';
import { decideAgenda } from './decide-agenda.ts';
import { decideBallot, openBallots } from './decide-ballot.ts';
import { decideFloor } from './decide-floor.ts';
import { decideOutcome } from './decide-outcome.ts';
import { decideWriting } from './decide-writing.ts';
import { lead, refuse, type Outcome, type Sitting, type Surroundings } from './outcome.ts';
import type { SessionEvent, SessionState } from './session.ts';

/** `commandId` also becomes the id of what the command creates, so that a repeated command creates nothing new. */
export function decide(
	state: SessionState,
	seat: Sitting,
	commandId: string,
	command: Command,
	around: Surroundings
): { events: SessionEvent[] } | Extract<Outcome, { refusal: unknown }> {
	const outcome = outcomeOf(state, seat, commandId, command, around);
	if ('refusal' in outcome) return outcome;
	return {
		events: outcome.events.map((event, index) => ({
			at: around.now,
			by: seat.id,
			...(index === 0 ? { commandId } : {}),
			...event
		}))
	};
}

function outcomeOf(
	state: SessionState,
	seat: Sitting,
	commandId: string,
	command: Command,
	around: Surroundings
): Outcome {
	if (!participantCommands.includes(command.type) && seat.role !== 'facilitator') return refuse('role');
	if (state.status === 'closed') return refuse('session-closed');
	if (state.status === 'planned' && command.type !== 'session.open') return refuse('session-not-open');

	switch (command.type) {
		case 'session.open':
			if (state.status === 'open') return lead();
			return lead({
				type: 'session.opened',
				agenda: [...around.agenda],
				epoch: around.epoch(),
				tasks: [...around.carried.tasks],
				topics: [...around.carried.topics]
			});
		case 'session.close':
			return lead(
				...openBallots(state).map((ballot) => ({
					type: 'ballot.closed' as const,
					ballot: ballot.id,
					...around.count(ballot)
				})),
				...(state.drafts.length > 0
					? [{ type: 'drafts.revealed' as const, drafts: state.drafts.map(({ id }) => id) }]
					: []),
				{ type: 'session.closed' }
			);
		case 'seat.remove':
			if (!state.seats[command.seat] || command.seat === seat.id) return refuse('no-such-seat');
			return lead({ type: 'seat.removed', seat: command.seat, ...(command.doubled ? { doubled: true as const } : {}) });
		case 'item.start':
		case 'item.insert':
		case 'item.change':
		case 'item.move':
		case 'item.skip':
		case 'item.split':
		case 'item.remark':
		case 'agenda.replan':
		case 'timer.pause':
		case 'timer.resume':
		case 'timer.add':
			return decideAgenda(state, commandId, command, around);
		case 'ballot.open':
		case 'ballot.step':
		case 'ballot.remark':
		case 'ballot.reset':
		case 'ballot.close':
		case 'ballot.reveal':
		case 'vote.cast':
		case 'vote.enter':
		case 'vote.withdraw':
			return decideBallot(state, seat, commandId, command, around);
		case 'board.lock':
		case 'draft.keep':
		case 'draft.remove':
		case 'drafts.reveal':
			return decideWriting(state, seat, command, around);
		case 'decision.record':
		case 'decision.withdraw':
		case 'task.keep':
		case 'task.remove':
		case 'topic.take':
		case 'topic.drop':
			return decideOutcome(state, commandId, command, around);
		default:
			return decideFloor(state, seat, commandId, command, around);
	}
}
