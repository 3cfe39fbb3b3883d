// What each role may see of a session: whole views, built without what that role must not know. Pure.
import type { LiveItem } from '#lib/agenda/agenda.ts';
import type { Ballot, Vote } from '#lib/ballot/ballot.ts';
import type { Draft, DraftContent } from '#lib/board/drafts.ts';
import { spokenBySector } from '#lib/people/floor.ts';
import { countBySector, type Seat } from '#lib/people/people.ts';
import type { FacilitatorView, OpenBallot, OpenItem, ParticipantView, ProjectorView, View } from '#lib/protocol.ts';
import type { Plan } from './plan.ts';
import { boardDocument, noteDocument, type SessionState } from './session.ts';

/** What the server's memory knows of a seat: its own votes by ballot and what its drafts say. */
export type Own = {
	vote: (ballot: string) => Vote | undefined;
	draft: (draft: Draft) => DraftContent;
};

export type Viewer = { role: 'participant' | 'facilitator'; seat: Seat } | { role: 'projector' };

export function viewFor(viewer: Viewer, plan: Plan, state: SessionState, own: Own, at: number): View {
	if (viewer.role === 'facilitator') return facilitatorView(viewer.seat, plan, state, own, at);
	if (viewer.role === 'participant') return participantView(viewer.seat, plan, state, own, at);
	return projectorView(plan, state, at);
}

function common(plan: Plan, state: SessionState, at: number) {
	const participants = Object.values(state.seats).filter((seat) => seat.role === 'participant');
	const drafts = state.drafts.filter(({ item }) => item === state.now.item);
	const { tables, choice, round } = state.tables;
	return {
		revision: state.revision,
		at,
		code: plan.code,
		title: plan.title,
		status: state.status,
		now: state.now,
		board: { locked: state.board.locked, document: boardDocument(state) },
		notes: Object.fromEntries(state.agenda.map(({ id }) => [id, noteDocument(state, id)])),
		people: countBySector(participants),
		decisions: state.decisions,
		tasks: state.tasks,
		startedAt: state.openedAt,
		call: state.call,
		floor: {
			ready: state.floor.ready.filter((seat) => state.seats[seat]).length,
			queue: state.floor.queue.length,
			speaking: speaking(state)
		},
		tables: { tables: tables.map(({ id, name }) => ({ id, name })), choice, round },
		drafts: { waiting: drafts.length, writers: new Set(drafts.map(({ seat }) => seat)).size }
	};
}

/** Who speaks stands in the room; still only sector and institution are said, never the name. */
function speaking({ floor, seats }: SessionState) {
	const seat = floor.speaking && seats[floor.speaking.seat];
	return floor.speaking && seat
		? { sector: seat.sector, institution: seat.institution, from: floor.speaking.from }
		: null;
}

const openItem = ({ id, title, minutes, activity, spans, skipped, prompt, privacy, quiet }: LiveItem): OpenItem => ({
	id,
	title,
	minutes,
	kind: activity.kind,
	spans,
	prompt,
	privacy,
	quiet,
	...(skipped ? { skipped } : {})
});

function openBallot({ voters, votes: _votes, tally, ...ballot }: Ballot): OpenBallot {
	return { ...ballot, voted: voters.length, ...(ballot.status === 'revealed' && tally ? { tally } : {}) };
}

const withMine = <T extends { id: string }>(ballot: T, own: Own): T & { mine?: Vote } => {
	const vote = own.vote(ballot.id);
	return vote ? { ...ballot, mine: vote } : ballot;
};

function participantView(seat: Seat, plan: Plan, state: SessionState, own: Own, at: number): ParticipantView {
	const place = state.floor.queue.indexOf(seat.id);
	return {
		...common(plan, state, at),
		role: 'participant',
		seat,
		agenda: state.agenda.map(openItem),
		ballots: state.ballots.map((ballot) => withMine(openBallot(ballot), own)),
		ready: state.floor.ready.includes(seat.id),
		hand: place < 0 ? null : place + 1,
		table: state.tables.seated[seat.id] ?? null,
		myDrafts: state.drafts
			.filter((draft) => draft.seat === seat.id && draft.item === state.now.item)
			.map((draft) => ({ id: draft.id, ...own.draft(draft) }))
	};
}

function projectorView(plan: Plan, state: SessionState, at: number): ProjectorView {
	return {
		...common(plan, state, at),
		role: 'projector',
		agenda: state.agenda.map(openItem),
		ballots: state.ballots.map(openBallot),
		blank: state.projection.blank,
		projection: state.projection
	};
}

function facilitatorView(seat: Seat, plan: Plan, state: SessionState, own: Own, at: number): FacilitatorView {
	const { floor, tables, seats } = state;
	return {
		...common(plan, state, at),
		role: 'facilitator',
		seat,
		agenda: state.agenda,
		ballots: state.ballots.map(({ votes: _votes, ...ballot }) =>
			withMine({ ...ballot, voted: ballot.voters.length }, own)
		),
		seats: Object.values(seats),
		blank: state.projection.blank,
		projection: state.projection,
		readySeats: floor.ready,
		hands: floor.queue,
		speakingSeat: floor.speaking?.seat ?? null,
		spoken: spokenBySector(floor, seats, at),
		seated: tables.seated,
		hosts: Object.fromEntries(tables.tables.flatMap(({ id, host }) => (host ? [[id, host]] : []))),
		plannedStart: plan.start ? Date.parse(`${plan.date}T${plan.start}`) : null
	};
}
