// What the server shows to each role: whole views, named after who gets them. Declarations only.
import type { AgendaItem, LiveItem } from '#lib/agenda/agenda.ts';
import type { Timer } from '#lib/agenda/timer.ts';
import type { Ballot, Vote } from '#lib/ballot/ballot.ts';
import type { BoardTool } from '#lib/board/rights.ts';
import type { DraftContent } from '#lib/board/drafts.ts';
import type { Decision } from '#lib/decision/decision.ts';
import type { LiveTopic } from '#lib/decision/topic.ts';
import type { Task } from '#lib/decision/task.ts';
import type { Seat, SeatId, Sector } from '#lib/people/people.ts';
import type { Table } from '#lib/people/tables.ts';
import type { Call, Projection } from '#lib/projector/projector.ts';
import type { SessionStatus } from './status.ts';

/** What every role sees. */
type CommonView = {
	revision: number;
	/** Server time when the view was made, ms. */
	at: number;
	code: string;
	title: string;
	status: SessionStatus;
	now: { item: string | null; timer: Timer };
	board: { locked: boolean; document: string };
	/** Names of the note documents by agenda item. */
	notes: Record<string, string>;
	/** How many seats have joined, by sector. */
	people: Partial<Record<Sector, number>>;
	decisions: Decision[];
	tasks: Task[];
	/** When the session was opened, ms since the epoch. */
	startedAt: number | null;
	call: Call;
	floor: {
		/** How many are ready with the running item. */
		ready: number;
		/** How many hands are up. */
		queue: number;
		speaking: { sector: Sector; institution: string; from: number } | null;
	};
	tables: {
		tables: (Pick<Table, 'id' | 'name'> & { /** How many sit there. */ people: number })[];
		choice: boolean;
		round: number;
	};
	/** Drafts of the running item that wait to be revealed, and how many people wrote them. */
	drafts: { waiting: number; writers: number };
};

/** An agenda item without what only the facilitator may read. */
export type OpenItem = Pick<AgendaItem, 'id' | 'title' | 'minutes' | 'prompt' | 'privacy' | 'quiet'> & {
	kind: AgendaItem['activity']['kind'];
	/** Of a board that does not let everything be used. */
	tools?: readonly BoardTool[];
	/** How many rounds at tables, if it has any. */
	rounds?: number;
} & Pick<LiveItem, 'spans' | 'skipped'>;

/** A ballot without who may vote and who did; the tally only once revealed. */
export type OpenBallot = Omit<Ballot, 'voters' | 'votes' | 'reasons' | 'tally' | 'entitled' | 'entered'> & {
	voted: number;
	/** How many may vote. */
	people: number;
	tally?: Ballot['tally'];
};

/** What a seat knows of its own part in a ballot. */
export type OwnPart = { mayVote: boolean; mine?: Vote; myReason?: string };

export type ParticipantView = CommonView & {
	role: 'participant';
	seat: Seat;
	agenda: OpenItem[];
	ballots: (OpenBallot & OwnPart)[];
	/** Whether I said I am ready with the running item. */
	ready: boolean;
	/** My place in the speaking queue, from 1; null when my hand is down. */
	hand: number | null;
	/** Whether it is my turn to speak. */
	speaking: boolean;
	table: string | null;
	/** My own drafts of the running item. */
	myDrafts: (DraftContent & { id: string })[];
};

export type ProjectorView = CommonView & {
	role: 'projector';
	agenda: OpenItem[];
	ballots: OpenBallot[];
	blank: boolean;
	projection: Projection;
};

export type FacilitatorView = CommonView & {
	role: 'facilitator';
	seat: Seat;
	agenda: LiveItem[];
	/** Who voted and, from closing on, the tally even before it is revealed. */
	ballots: (Omit<Ballot, 'votes' | 'reasons'> & { voted: number; people: number } & OwnPart)[];
	seats: Seat[];
	blank: boolean;
	projection: Projection;
	readySeats: SeatId[];
	hands: SeatId[];
	speakingSeat: SeatId | null;
	/** Turns and speaking time, ms, by sector. */
	spoken: Partial<Record<Sector, { turns: number; milliseconds: number }>>;
	seated: Record<SeatId, string>;
	hosts: Record<string, SeatId>;
	/** Drafts that wait in each item that has some. */
	draftsByItem: Record<string, CommonView['drafts']>;
	/** Undecided topics of earlier sessions; taken ones stand on the agenda. */
	topics: (Pick<LiveTopic, 'id' | 'reason' | 'from' | 'dropped'> & { title: string; taken: boolean })[];
	/** Planned start, ms, if the plan has one. */
	plannedStart: number | null;
	/** Planned end, ms, if the plan has one. */
	plannedEnd: number | null;
	/** Minutes planned when the session was opened. */
	plannedMinutes: number;
};

export type View = ParticipantView | ProjectorView | FacilitatorView;
