// A live session: its state, the events that make it, and the fold from one to the other. Pure; knows no journal and no socket.
import { plannedItems, type AgendaItem } from '#lib/agenda/agenda.ts';
import { endSpan, foldAgenda, type AgendaEvent, type LiveAgenda } from '#lib/agenda/live-agenda.ts';
import { admit, dismiss, foldBallots, type BallotEvent, type LiveBallots } from '#lib/ballot/live-ballots.ts';
import { foldDrafts, type Draft, type DraftEvent } from '#lib/board/drafts.ts';
import type { Decision } from '#lib/decision/decision.ts';
import { foldTopics, type LiveTopic, type Topic, type TopicEvent } from '#lib/decision/topic.ts';
import { foldTasks, type Task, type TaskEvent } from '#lib/decision/task.ts';
import { emptyFloor, foldFloor, leaveFloor, nextItem, type Floor, type FloorEvent } from '#lib/people/floor.ts';
import type { Seat, SeatId } from '#lib/people/people.ts';
import { foldRounds, type HeldRound } from '#lib/people/rounds.ts';
import { foldTables, latecomers, leaveTables, noTables, type Tables, type TablesEvent } from '#lib/people/tables.ts';
import {
	foldProjection,
	initialProjection,
	type Call,
	type Projection,
	type ProjectionEvent
} from '#lib/projector/projector.ts';

type OwnEvent =
	| { type: 'session.opened'; agenda: AgendaItem[]; epoch: string; tasks?: Task[]; topics?: Topic[] }
	| { type: 'session.closed' }
	| { type: 'seat.joined'; seat: Seat }
	| { type: 'seat.changed'; seat: Seat }
	/** `doubled`: its votes in open ballots are withdrawn. */
	| { type: 'seat.removed'; seat: SeatId; doubled?: true }
	| { type: 'board.locked'; locked: boolean }
	| { type: 'decision.recorded'; decision: Decision }
	| { type: 'decision.withdrawn'; decision: string }
	| { type: 'everyone.called'; kind: 'soft' | 'hard' | null };

/** What happens, by noun; the part before the dot says which fold it belongs to. */
export type Happening =
	| OwnEvent
	| AgendaEvent
	| BallotEvent
	| DraftEvent
	| TaskEvent
	| TopicEvent
	| FloorEvent
	| TablesEvent
	| ProjectionEvent;

/** Everything that happens in a session besides the edits of its documents. `at` is server time, ms. */
export type SessionEvent = { at: number; by: SeatId | 'server'; commandId?: string } & Happening;

export type SessionState = LiveAgenda &
	LiveBallots & {
		/** Number of events folded. */
		revision: number;
		status: 'planned' | 'open' | 'closed';
		openedAt: number | null;
		closedAt: number | null;
		/** Part of every document's name; a restored session gets a new one. */
		epoch: string;
		/** Minutes planned when the session was opened. */
		plannedMinutes: number;
		seats: Record<SeatId, Seat>;
		/** `doubled`: the same person sits on another seat. */
		removed: Record<SeatId, Seat & { doubled?: true }>;
		board: { locked: boolean };
		drafts: Draft[];
		/** How many drafts of each seat have been revealed in the running item. */
		revealed: Record<SeatId, number>;
		decisions: Decision[];
		tasks: Task[];
		/** Kept so that a removal can be taken back as it was. */
		removedTasks: Task[];
		topics: LiveTopic[];
		floor: Floor;
		tables: Tables;
		/** Every round at tables so far, oldest first. */
		rounds: HeldRound[];
		projection: Projection;
		call: Call;
		/** Ids of the last commands of each seat, newest last: a repeated one changes nothing. */
		done: Record<SeatId, string[]>;
	};

/** How many command ids of a seat are remembered. */
const remembered = 64;

export const initialState: SessionState = {
	revision: 0,
	status: 'planned',
	openedAt: null,
	closedAt: null,
	epoch: '',
	plannedMinutes: 0,
	agenda: [],
	now: { item: null, timer: { state: 'off' } },
	seats: {},
	removed: {},
	board: { locked: false },
	drafts: [],
	revealed: {},
	ballots: [],
	sealed: {},
	decisions: [],
	tasks: [],
	removedTasks: [],
	topics: [],
	floor: emptyFloor,
	tables: noTables,
	rounds: [],
	projection: initialProjection,
	call: null,
	done: {}
};

export const isDone = (state: SessionState, seat: SeatId, commandId: string): boolean =>
	state.done[seat]?.includes(commandId) ?? false;

/** Everybody who takes part and does not lead. */
export const participants = ({ seats }: Pick<SessionState, 'seats'>): Seat[] =>
	Object.values(seats).filter(({ role }) => role === 'participant');

/** Name of the board's document and of an item's note. */
export const boardDocument = (state: Pick<SessionState, 'epoch'>): string => `board.${state.epoch}`;
export const noteDocument = (state: Pick<SessionState, 'epoch'>, item: string): string => `note.${item}.${state.epoch}`;

/** The state after one more event; never changes its argument. */
export function fold(state: SessionState, event: SessionEvent): SessionState {
	const next = apply(state, event);
	const done =
		event.commandId === undefined
			? state.done
			: { ...state.done, [event.by]: [...(state.done[event.by] ?? []), event.commandId].slice(-remembered) };
	const rounds = foldRounds(state.rounds, state.tables, next.tables, next.now.item, event.at);
	return { ...next, done, rounds, revision: state.revision + 1 };
}

function apply(state: SessionState, event: SessionEvent): SessionState {
	switch (event.type) {
		case 'session.opened':
			return {
				...state,
				status: 'open',
				openedAt: event.at,
				epoch: event.epoch,
				plannedMinutes: event.agenda.reduce((sum, { minutes }) => sum + minutes, 0),
				agenda: plannedItems(event.agenda),
				tasks: event.tasks ?? [],
				topics: event.topics ?? []
			};
		case 'session.closed':
			return {
				...state,
				status: 'closed',
				closedAt: event.at,
				agenda: endSpan(state, event.at),
				now: { item: null, timer: { state: 'off' } },
				floor: foldFloor(state.floor, { type: 'speaker.stopped' }, event.at),
				call: null
			};
		case 'seat.joined':
		case 'seat.changed': {
			const seats = { ...state.seats, [event.seat.id]: event.seat };
			return {
				...state,
				seats,
				...(event.type === 'seat.joined'
					? { ballots: admit(state.ballots, event.seat), tables: joinTables(state, event.seat) }
					: {})
			};
		}
		case 'seat.removed': {
			const { [event.seat]: gone, ...seats } = state.seats;
			if (!gone) return state;
			const removed = {
				...state.removed,
				[gone.id]: { ...gone, ...(event.doubled ? { doubled: true as const } : {}) }
			};
			return {
				...state,
				seats,
				removed,
				...dismiss(state, gone.id, event.doubled ?? false),
				floor: leaveFloor(state.floor, gone.id, event.at),
				tables: leaveTables(state.tables, gone.id)
			};
		}
		case 'item.started':
			return {
				...state,
				...foldAgenda(state, event, event.at),
				floor: nextItem(state.floor),
				revealed: {},
				call: null,
				projection: { ...state.projection, scene: { kind: 'now' } }
			};
		case 'item.inserted':
		case 'item.changed':
		case 'item.moved':
		case 'timer.set':
			return { ...state, ...foldAgenda(state, event, event.at) };
		case 'board.locked':
			return { ...state, board: { locked: event.locked } };
		case 'ballot.opened':
		case 'ballot.stepped':
		case 'ballot.remarked':
		case 'ballot.reset':
		case 'vote.cast':
		case 'vote.entered':
		case 'vote.withdrawn':
		case 'ballot.closed':
		case 'ballot.revealed':
			return { ...state, ...foldBallots(state, event, event.at) };
		case 'draft.kept':
		case 'draft.removed':
			return { ...state, drafts: foldDrafts(state.drafts, event) };
		case 'drafts.revealed':
			return { ...state, drafts: foldDrafts(state.drafts, event), revealed: countRevealed(state, event.drafts) };
		case 'decision.recorded':
			return { ...state, decisions: [...state.decisions, event.decision] };
		case 'decision.withdrawn':
			return { ...state, decisions: state.decisions.filter((decision) => decision.id !== event.decision) };
		case 'task.kept':
		case 'task.removed':
			return { ...state, tasks: foldTasks(state.tasks, event), removedTasks: setAside(state, event) };
		case 'topic.dropped':
			return { ...state, topics: foldTopics(state.topics, event) };
		case 'ready.set':
		case 'hand.set':
		case 'speaker.started':
		case 'speaker.stopped':
			return { ...state, floor: foldFloor(state.floor, event, event.at) };
		case 'tables.made':
		case 'tables.filled':
		case 'table.taken':
		case 'table.hosted':
		case 'tables.rotated':
		case 'tables.ended':
			return { ...state, tables: foldTables(state.tables, event) };
		case 'projector.blanked':
		case 'projector.shown':
		case 'projector.queued':
		case 'projector.advanced':
		case 'projector.overlaid':
		case 'projector.zoomed':
			return { ...state, projection: foldProjection(state.projection, event) };
		case 'everyone.called':
			return { ...state, call: event.kind === null ? null : { kind: event.kind, at: event.at } };
	}
}

/** Who comes while people sit at mixed tables is seated at once; at chosen or hand-filled ones they wait. */
function joinTables(state: SessionState, seat: Seat): Tables {
	if (!state.tables.mixed || seat.role !== 'participant') return state.tables;
	return foldTables(state.tables, {
		type: 'tables.filled',
		seated: latecomers(
			state.tables,
			[...participants(state), seat].filter(({ id }) => id === seat.id || state.tables.seated[id])
		)
	});
}

function setAside({ tasks, removedTasks }: SessionState, event: TaskEvent): Task[] {
	if (event.type === 'task.kept') return removedTasks.filter(({ id }) => id !== event.task.id);
	return [...removedTasks, ...tasks.filter(({ id }) => id === event.task)];
}

function countRevealed(state: SessionState, drafts: readonly string[]): Record<SeatId, number> {
	const counts = { ...state.revealed };
	for (const draft of state.drafts) if (drafts.includes(draft.id)) counts[draft.seat] = (counts[draft.seat] ?? 0) + 1;
	return counts;
}
