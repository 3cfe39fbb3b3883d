// A live session: its state, the events that make it, and the fold from one to the other. Pure; knows no journal and no socket.
import type { AgendaItem, LiveItem, Timer } from '#lib/agenda/agenda.ts';
import type { Ballot, BallotId, Tally, Vote } from '#lib/ballot/ballot.ts';
import type { Decision } from '#lib/decision/decision.ts';
import type { Seat, SeatId } from '#lib/people/people.ts';

/** A choice sealed with the ballot's key (AES-256-GCM, base64); opened only in the memory of the running server. */
export type SealedVote = string;

/** Everything that happens in a session besides the edits of its documents. `at` is server time, ms. */
export type SessionEvent = { at: number; by: SeatId | 'server'; commandId?: string } & (
	| { type: 'session.opened'; agenda: AgendaItem[]; epoch: string }
	| { type: 'session.closed' }
	| { type: 'seat.joined'; seat: Seat }
	| { type: 'seat.changed'; seat: Seat }
	| { type: 'seat.removed'; seat: SeatId }
	| { type: 'item.started'; item: string; timer: Timer }
	| { type: 'item.inserted'; item: AgendaItem; before: string | null }
	| { type: 'timer.set'; timer: Timer }
	| { type: 'board.locked'; locked: boolean }
	| { type: 'ballot.opened'; ballot: Ballot }
	| { type: 'vote.cast'; ballot: BallotId; seat: SeatId; sealed: SealedVote }
	| { type: 'ballot.closed'; ballot: BallotId; tally: Tally; votes?: Record<SeatId, Vote> }
	| { type: 'ballot.revealed'; ballot: BallotId }
	| { type: 'decision.recorded'; decision: Decision }
	| { type: 'decision.withdrawn'; decision: string }
	| { type: 'projector.blanked'; blank: boolean }
);

export type SessionState = {
	/** Number of events folded. */
	revision: number;
	status: 'planned' | 'open' | 'closed';
	openedAt: number | null;
	closedAt: number | null;
	/** Part of every document's name; a restored session gets a new one. */
	epoch: string;
	agenda: LiveItem[];
	now: { item: string | null; timer: Timer };
	seats: Record<SeatId, Seat>;
	removed: Record<SeatId, Seat>;
	board: { locked: boolean };
	ballots: Ballot[];
	/** Sealed votes of ballots that are still open. */
	sealed: Record<BallotId, Record<SeatId, SealedVote>>;
	decisions: Decision[];
	projector: { blank: boolean };
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
	agenda: [],
	now: { item: null, timer: { state: 'off' } },
	seats: {},
	removed: {},
	board: { locked: false },
	ballots: [],
	sealed: {},
	decisions: [],
	projector: { blank: false },
	done: {}
};

export const isDone = (state: SessionState, seat: SeatId, commandId: string): boolean =>
	state.done[seat]?.includes(commandId) ?? false;

/** Name of the board's document and of an item's note. */
export const boardDocument = (state: SessionState): string => `board.${state.epoch}`;
export const noteDocument = (state: SessionState, item: string): string => `note.${item}.${state.epoch}`;

/** The state after one more event; never changes its argument. */
export function fold(state: SessionState, event: SessionEvent): SessionState {
	const next = apply(state, event);
	const done =
		event.commandId === undefined
			? state.done
			: { ...state.done, [event.by]: [...(state.done[event.by] ?? []), event.commandId].slice(-remembered) };
	return { ...next, done, revision: state.revision + 1 };
}

function apply(state: SessionState, event: SessionEvent): SessionState {
	switch (event.type) {
		case 'session.opened':
			return {
				...state,
				status: 'open',
				openedAt: event.at,
				epoch: event.epoch,
				agenda: event.agenda.map((item) => ({ ...item, spans: [] }))
			};
		case 'session.closed':
			return {
				...state,
				status: 'closed',
				closedAt: event.at,
				agenda: endSpan(state, event.at),
				now: { item: null, timer: { state: 'off' } }
			};
		case 'seat.joined':
		case 'seat.changed':
			return { ...state, seats: { ...state.seats, [event.seat.id]: event.seat } };
		case 'seat.removed': {
			const { [event.seat]: gone, ...seats } = state.seats;
			return gone ? { ...state, seats, removed: { ...state.removed, [gone.id]: gone } } : state;
		}
		case 'item.started':
			return {
				...state,
				agenda: endSpan(state, event.at).map((item) =>
					item.id === event.item ? { ...item, spans: [...item.spans, { from: event.at }] } : item
				),
				now: { item: event.item, timer: event.timer }
			};
		case 'item.inserted': {
			const place = state.agenda.findIndex((item) => item.id === event.before);
			const agenda = [...state.agenda];
			agenda.splice(place < 0 ? agenda.length : place, 0, { ...event.item, spans: [] });
			return { ...state, agenda };
		}
		case 'timer.set':
			return { ...state, now: { ...state.now, timer: event.timer } };
		case 'board.locked':
			return { ...state, board: { locked: event.locked } };
		case 'ballot.opened':
			return {
				...state,
				ballots: [...state.ballots, event.ballot],
				sealed: { ...state.sealed, [event.ballot.id]: {} }
			};
		case 'vote.cast':
			return {
				...state,
				ballots: changeBallot(state, event.ballot, (ballot) => ({
					...ballot,
					voters: ballot.voters.includes(event.seat) ? ballot.voters : [...ballot.voters, event.seat]
				})),
				sealed: {
					...state.sealed,
					[event.ballot]: { ...state.sealed[event.ballot], [event.seat]: event.sealed }
				}
			};
		case 'ballot.closed': {
			const { [event.ballot]: _gone, ...sealed } = state.sealed;
			return {
				...state,
				ballots: changeBallot(state, event.ballot, (ballot) => ({
					...ballot,
					status: 'closed',
					closedAt: event.at,
					tally: event.tally,
					...(event.votes ? { votes: event.votes } : {})
				})),
				sealed
			};
		}
		case 'ballot.revealed':
			return {
				...state,
				ballots: changeBallot(state, event.ballot, (ballot) => ({ ...ballot, status: 'revealed' }))
			};
		case 'decision.recorded':
			return { ...state, decisions: [...state.decisions, event.decision] };
		case 'decision.withdrawn':
			return { ...state, decisions: state.decisions.filter((decision) => decision.id !== event.decision) };
		case 'projector.blanked':
			return { ...state, projector: { blank: event.blank } };
	}
}

const endSpan = (state: SessionState, at: number): LiveItem[] =>
	state.agenda.map((item) =>
		item.id === state.now.item
			? { ...item, spans: item.spans.map((span) => (span.to === undefined ? { ...span, to: at } : span)) }
			: item
	);

const changeBallot = (state: SessionState, id: BallotId, change: (ballot: Ballot) => Ballot): Ballot[] =>
	state.ballots.map((ballot) => (ballot.id === id ? change(ballot) : ballot));
