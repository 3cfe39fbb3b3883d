// What each role may see of a session: whole views, built without what that role must not know. Pure.
import type { LiveItem } from '#lib/agenda/agenda.ts';
import type { Ballot, Vote } from '#lib/ballot/ballot.ts';
import { countBySector, type Seat } from '#lib/people/people.ts';
import type { FacilitatorView, OpenBallot, OpenItem, ParticipantView, ProjectorView, View } from '#lib/protocol.ts';
import type { Plan } from './plan.ts';
import { boardDocument, noteDocument, type SessionState } from './session.ts';

/** A seat's own votes by ballot, from the server's memory. */
export type OwnVotes = (ballot: string) => Vote | undefined;

export type Viewer = { role: 'participant' | 'facilitator'; seat: Seat } | { role: 'projector' };

export function viewFor(viewer: Viewer, plan: Plan, state: SessionState, mine: OwnVotes, at: number): View {
	if (viewer.role === 'facilitator') return facilitatorView(viewer.seat, plan, state, mine, at);
	if (viewer.role === 'participant') return participantView(viewer.seat, plan, state, mine, at);
	return projectorView(plan, state, at);
}

function common(plan: Plan, state: SessionState, at: number) {
	const participants = Object.values(state.seats).filter((seat) => seat.role === 'participant');
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
		startedAt: state.openedAt
	};
}

const openItem = ({ id, title, minutes, activity, spans }: LiveItem): OpenItem => ({
	id,
	title,
	minutes,
	kind: activity.kind,
	spans
});

function openBallot({ voters, votes: _votes, tally, ...ballot }: Ballot): OpenBallot {
	return { ...ballot, voted: voters.length, ...(ballot.status === 'revealed' && tally ? { tally } : {}) };
}

const withMine = <T extends { id: string }>(ballot: T, mine: OwnVotes): T & { mine?: Vote } => {
	const vote = mine(ballot.id);
	return vote ? { ...ballot, mine: vote } : ballot;
};

function participantView(seat: Seat, plan: Plan, state: SessionState, mine: OwnVotes, at: number): ParticipantView {
	return {
		...common(plan, state, at),
		role: 'participant',
		seat,
		agenda: state.agenda.map(openItem),
		ballots: state.ballots.map((ballot) => withMine(openBallot(ballot), mine))
	};
}

function projectorView(plan: Plan, state: SessionState, at: number): ProjectorView {
	return {
		...common(plan, state, at),
		role: 'projector',
		agenda: state.agenda.map(openItem),
		ballots: state.ballots.map(openBallot),
		blank: state.projector.blank
	};
}

function facilitatorView(seat: Seat, plan: Plan, state: SessionState, mine: OwnVotes, at: number): FacilitatorView {
	return {
		...common(plan, state, at),
		role: 'facilitator',
		seat,
		agenda: state.agenda,
		ballots: state.ballots.map(({ votes: _votes, ...ballot }) =>
			withMine({ ...ballot, voted: ballot.voters.length }, mine)
		),
		seats: Object.values(state.seats),
		blank: state.projector.blank,
		plannedStart: plan.start ? Date.parse(`${plan.date}T${plan.start}`) : null
	};
}
