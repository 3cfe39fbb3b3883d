// What each role may see of a session: whole views, built without what that role must not know. Pure.
import type { LiveItem } from '#lib/agenda/agenda.ts';
import { isEntitled, votedIn, type Ballot } from '#lib/ballot/ballot.ts';
import type { Slip } from '#lib/ballot/vote.ts';
import type { Draft, DraftContent } from '#lib/board/drafts.ts';
import { isTaken } from '#lib/decision/topic.ts';
import { spokenBySector } from '#lib/people/floor.ts';
import { countBySector, type Seat } from '#lib/people/people.ts';
import type {
	FacilitatorView,
	OpenBallot,
	OpenItem,
	OwnPart,
	ParticipantView,
	ProjectorView,
	View
} from '#lib/protocol/views.ts';
import { plannedEnd, plannedStart, type Plan } from './plan.ts';
import { boardDocument, noteDocument, type SessionState } from './session.ts';

/** What the server's memory knows of a seat: its own votes with their reasons by ballot and what its drafts say. */
export type Own = {
	slip: (ballot: string) => Pick<Slip, 'vote' | 'reason'> | undefined;
	draft: (draft: Draft) => DraftContent;
};

export type Viewer = { role: 'participant' | 'facilitator'; seat: Seat } | { role: 'projector' };

/** `timeZone` is that of the hall's clocks, in which the plan says its start. */
export function viewFor(
	viewer: Viewer,
	plan: Plan,
	state: SessionState,
	own: Own,
	at: number,
	timeZone = 'Europe/Warsaw'
): View {
	if (viewer.role === 'facilitator')
		return {
			...facilitatorView(viewer.seat, plan, state, own, at),
			plannedStart: plannedStart(plan, timeZone),
			plannedEnd: plannedEnd(plan, timeZone)
		};
	if (viewer.role === 'participant') return participantView(viewer.seat, plan, state, own, at);
	return projectorView(plan, state, at);
}

function common(plan: Plan, state: SessionState, at: number) {
	const participants = Object.values(state.seats).filter((seat) => seat.role === 'participant');
	const { tables, seated, choice, round } = state.tables;
	const peopleAt = (table: string) => participants.filter(({ id }) => seated[id] === table).length;
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
		tables: { tables: tables.map(({ id, name }) => ({ id, name, people: peopleAt(id) })), choice, round },
		drafts: draftsOf(state, state.now.item)
	};
}

function draftsOf(state: SessionState, of: string | null): { waiting: number; writers: number } {
	const drafts = state.drafts.filter(({ item }) => item === of);
	return { waiting: drafts.length, writers: new Set(drafts.map(({ seat }) => seat)).size };
}

/** Who speaks stands in the room; still only sector and institution are said, never the name. */
function speaking({ floor, seats }: SessionState) {
	const seat = floor.speaking && seats[floor.speaking.seat];
	return floor.speaking && seat
		? { sector: seat.sector, institution: seat.institution, from: floor.speaking.from }
		: null;
}

const openItem = ({
	id,
	title,
	minutes,
	activity,
	spans,
	skipped,
	prompt,
	privacy,
	quiet,
	rounds
}: LiveItem): OpenItem => ({
	id,
	title,
	minutes,
	kind: activity.kind,
	spans,
	prompt,
	privacy,
	quiet,
	...(activity.kind === 'board' && activity.tools ? { tools: activity.tools } : {}),
	...(rounds ? { rounds: rounds.count } : {}),
	...(skipped ? { skipped } : {})
});

/** Built from what everybody may know, so that a field that is added to a ballot is not shown by itself. */
const openBallot =
	(state: SessionState) =>
	(ballot: Ballot): OpenBallot => ({
		id: ballot.id,
		item: ballot.item,
		question: ballot.question,
		...(ballot.proposal ? { proposal: ballot.proposal } : {}),
		method: ballot.method,
		choices: ballot.choices,
		secret: ballot.secret,
		dots: ballot.dots,
		...(ballot.rules ? { rules: ballot.rules } : {}),
		...(ballot.follows ? { follows: ballot.follows } : {}),
		...(ballot.step ? { step: ballot.step } : {}),
		...(ballot.remarks ? { remarks: ballot.remarks } : {}),
		...(ballot.resets ? { resets: ballot.resets } : {}),
		status: ballot.status,
		openedAt: ballot.openedAt,
		...(ballot.closedAt === undefined ? {} : { closedAt: ballot.closedAt }),
		voted: votedIn(ballot),
		people: peopleOf(state, ballot),
		...(ballot.status === 'revealed' && ballot.tally ? { tally: ballot.tally } : {})
	});

/** How many may vote: those entitled and the votes that were entered for others. */
function peopleOf({ seats }: SessionState, { entitled, entered, voters }: Ballot): number {
	const present = Object.values(seats).filter(({ role }) => role === 'participant').length;
	return Math.max(entitled?.length ?? present, voters.length) + (entered?.length ?? 0);
}

function ownPart(ballot: Ballot, seat: Seat, own: Own): OwnPart {
	const slip = own.slip(ballot.id);
	return {
		mayVote: isEntitled(ballot, seat.id),
		...(slip ? { mine: slip.vote } : {}),
		...(slip?.reason ? { myReason: slip.reason } : {})
	};
}

function participantView(seat: Seat, plan: Plan, state: SessionState, own: Own, at: number): ParticipantView {
	const place = state.floor.queue.indexOf(seat.id);
	return {
		...common(plan, state, at),
		role: 'participant',
		seat,
		agenda: state.agenda.map(openItem),
		ballots: state.ballots.map((ballot) => ({ ...openBallot(state)(ballot), ...ownPart(ballot, seat, own) })),
		ready: state.floor.ready.includes(seat.id),
		hand: place < 0 ? null : place + 1,
		speaking: state.floor.speaking?.seat === seat.id,
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
		ballots: state.ballots.map(openBallot(state)),
		blank: state.projection.blank,
		projection: state.projection
	};
}

function facilitatorView(
	seat: Seat,
	plan: Plan,
	state: SessionState,
	own: Own,
	at: number
): Omit<FacilitatorView, 'plannedStart' | 'plannedEnd'> {
	const { floor, tables, seats } = state;
	return {
		...common(plan, state, at),
		role: 'facilitator',
		seat,
		agenda: state.agenda,
		ballots: state.ballots.map((ballot) => {
			const { votes: _votes, reasons: _reasons, ...known } = ballot;
			return { ...known, voted: votedIn(ballot), people: peopleOf(state, ballot), ...ownPart(ballot, seat, own) };
		}),
		seats: Object.values(seats),
		blank: state.projection.blank,
		projection: state.projection,
		readySeats: floor.ready,
		hands: floor.queue,
		speakingSeat: floor.speaking?.seat ?? null,
		spoken: spokenBySector(floor, seats, at),
		seated: tables.seated,
		hosts: Object.fromEntries(tables.tables.flatMap(({ id, host }) => (host ? [[id, host]] : []))),
		draftsByItem: Object.fromEntries(
			[...new Set(state.drafts.map(({ item }) => item))].map((item) => [item, draftsOf(state, item)])
		),
		topics: state.topics.map((topic) => ({
			id: topic.id,
			reason: topic.reason,
			from: topic.from,
			title: topic.item.title,
			taken: isTaken(topic, state.agenda),
			...(topic.dropped ? { dropped: true } : {})
		})),
		plannedMinutes: state.plannedMinutes
	};
}
