// What deciding needs besides the state, and what it leads to. Types only.
import type { AgendaItem } from '#lib/agenda/agenda.ts';
import type { Ballot, Tally, Vote } from '#lib/ballot/ballot.ts';
import type { Slip } from '#lib/ballot/vote.ts';
import type { DraftContent } from '#lib/board/drafts.ts';
import type { Task } from '#lib/decision/task.ts';
import type { Topic } from '#lib/decision/topic.ts';
import type { Seat, SeatId } from '#lib/people/people.ts';
import type { Refusal } from '#lib/protocol.ts';
import type { Happening } from './session.ts';

/** What earlier sessions of the laboratory left open. */
export type Carried = { tasks: readonly Task[]; topics: readonly Topic[] };

/** What only the server can supply. */
export type Surroundings = {
	/** Server time, ms. */
	now: number;
	/** The agenda as planned, for opening. */
	agenda: readonly AgendaItem[];
	carried: Carried;
	epoch: () => string;
	random: () => number;
	seal: (ballot: Ballot, slip: Slip) => string;
	sealDraft: (item: string, draft: DraftContent) => string;
	/** Counts the sealed votes of a ballot; votes and reasons by seat only if the ballot was not secret. */
	/** Whether a dot of a seat may lie there: a sticky in the ballot's part of the board, or one that it has dotted before. */
	mayBeDotted: (ballot: Ballot, sticky: string, seat: SeatId) => boolean;
	count: (ballot: Ballot) => { tally: Tally; votes?: Record<SeatId, Vote>; reasons?: Record<SeatId, string> };
};

export type Sitting = Pick<Seat, 'id' | 'role'>;

/** Events in order (the first carries the command's id), or why nothing happens. */
export type Outcome = { events: Happening[] } | { refusal: Refusal };

export const refuse = (refusal: Refusal): Outcome => ({ refusal });
export const lead = (...events: Happening[]): Outcome => ({ events });
