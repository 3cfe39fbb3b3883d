// Freezes a closed session into its record: state and documents in, plain data with citation ids out. Pure; knows no store.
import type * as Y from 'yjs';
import { frames, malformed } from '#lib/board/board.ts';
import type { Ballot } from '#lib/ballot/ballot.ts';
import type { Laboratory } from '#lib/laboratory/laboratory.ts';
import { recommendationAsked, topicsLeft } from '#lib/decision/topic.ts';
import { noteText } from '#lib/note/note.ts';
import { floorBySector } from '#lib/people/floor.ts';
import type { Seat, SeatId } from '#lib/people/people.ts';
import type { Plan } from '#lib/session/plan.ts';
import { dayOf } from '#lib/session/retention.ts';
import { noteDocument, type SessionState } from '#lib/session/session.ts';
import { onPaper } from './dots-on-paper.ts';
import { frozenImages } from './frozen-images.ts';
import { frozenMarks } from './frozen-marks.ts';
import { frozenRounds } from './frozen-rounds.ts';
import { frozenStickies } from './frozen-stickies.ts';
import { joinNotes, recordSchemaName, recordVersion, type SessionRecord } from './record.ts';

export type Frozen = {
	record: SessionRecord;
	/** Things on the board that were malformed and left out. */ leftOut: number;
};

/** `documents` by name; one that is missing was never written. `timeZone` is that of the hall, by which a day is told. */
export function freeze(
	laboratory: Pick<Laboratory, 'id' | 'name' | 'territory'>,
	plan: Plan,
	state: SessionState,
	documents: ReadonlyMap<string, Y.Doc>,
	timeZone = 'Europe/Warsaw'
): Frozen {
	/** The day on which it was held; what was planned stays with the plan. */
	const date = state.openedAt ? dayOf(state.openedAt, timeZone) : plan.date;
	const board = documents.get(`board.${state.epoch}`);
	const participants = Object.values({ ...state.removed, ...state.seats })
		.filter((seat) => seat.role === 'participant' && !isTwin(seat, state))
		.sort((one, other) => one.joinedAt - other.joinedAt);
	const place = new Map(state.agenda.map(({ id }, index) => [id, `a${index}`]));
	const itemOf = (item: string | null) => (item === null ? null : (place.get(item) ?? null));
	const participantIds = new Map(participants.map(({ id }, index) => [id, `p${index}`]));
	const ballotIds = new Map(state.ballots.map(({ id }, index) => [id, `b${index}`]));
	const notes = state.agenda
		.map((item) => {
			const doc = documents.get(noteDocument(state, item.id));
			return { item: itemOf(item.id), title: item.title, markdown: doc ? noteText(doc).toString().trim() : '' };
		})
		.filter(({ markdown }) => markdown !== '')
		.map((note, index) => ({ id: `n${index}`, ...note }));

	const written = board
		? frozenStickies(board, state, itemOf)
		: { stickies: [], clusters: [], trail: [], ids: new Map() };
	const stickyIds: ReadonlyMap<string, string> = written.ids;
	const texts = new Map(written.stickies.map(({ id, text }) => [id, text]));
	const textOf = new Map([...stickyIds].map(([id, cite]) => [id, texts.get(cite) ?? '']));

	const record: SessionRecord = {
		schema: recordSchemaName,
		version: recordVersion,
		id: plan.id,
		laboratory: { id: laboratory.id, name: laboratory.name },
		title: plan.title,
		territory: laboratory.territory,
		date,
		place: plan.place,
		openedAt: state.openedAt,
		closedAt: state.closedAt,
		agenda: state.agenda.map(({ title, minutes, plan: planned, activity, spans }, index) => ({
			id: `a${index}`,
			title,
			minutes,
			planned: planned?.minutes ?? null,
			kind: activity.kind,
			spans: spans.map(({ from, to }) => ({ from, to: to ?? null }))
		})),
		rounds: frozenRounds(state, participantIds, itemOf),
		participants: participants.map(({ institution, sector }, index) => ({ id: `p${index}`, institution, sector })),
		floor: floorBySector(state.floor, { ...state.removed, ...state.seats }),
		frames: board ? frames(board).map(({ id, name, item }) => ({ id, name, item: itemOf(item) })) : [],
		stickies: written.stickies,
		clusters: written.clusters,
		trail: written.trail,
		images: board ? frozenImages(board, itemOf) : [],
		marks: board ? frozenMarks(board, itemOf, stickyIds) : [],
		ballots: state.ballots.map((ballot, index) =>
			frozenBallot(onPaper(ballot, stickyIds, textOf), `b${index}`, {
				participants: participantIds,
				ballots: ballotIds,
				about: aboutRecommendation(ballot.item, state)
			})
		),
		notes,
		notes_md: notes.length === 1 ? notes[0]!.markdown : joinNotes(notes),
		decisions: state.decisions.map(({ text, method, yes, no, abstain, objections, ballot, item }, index) => ({
			id: `d${index}`,
			text,
			method,
			yes: yes ?? null,
			no: no ?? null,
			abstain: abstain ?? null,
			objections: objections.map(({ reason, sector }) => ({ reason, sector: sector ?? null })),
			ballot: ballot === undefined ? null : (ballotIds.get(ballot) ?? null),
			...aboutRecommendation(item, state)
		})),
		tasks: state.tasks.map(({ text, owner, due, status }, index) => ({ id: `t${index}`, text, owner, due, status })),
		topics: topicsLeft(state, { session: plan.id, title: plan.title, date }).map((topic, index) => ({
			id: `u${index}`,
			topic
		})),
		...(plan.example ? { example: true } : {})
	};
	return { record, leftOut: board ? malformed(board) : 0 };
}

/** A person's second seat that was taken away is no second participant, unless an open ballot that was counted names it. */
const isTwin = ({ id, doubled }: Seat & { doubled?: true }, { ballots }: SessionState): boolean =>
	doubled === true && !ballots.some(({ votes, reasons }) => votes?.[id] || reasons?.[id]);

function aboutRecommendation(item: string | null, { topics }: SessionState): { recommendation?: string } {
	const recommendation = recommendationAsked(item, topics);
	return recommendation === null ? {} : { recommendation };
}

type Ids = {
	participants: ReadonlyMap<SeatId, string>;
	ballots: ReadonlyMap<string, string>;
	about: { recommendation?: string };
};

function frozenBallot(ballot: Ballot, id: string, ids: Ids): SessionRecord['ballots'][number] {
	const byParticipant = <T>(of: Record<SeatId, T> | undefined): Record<string, T> =>
		Object.fromEntries(
			Object.entries(of ?? {}).flatMap(([seat, value]) => {
				const participant = ids.participants.get(seat);
				return participant ? [[participant, value]] : [];
			})
		);
	const { question, proposal, method, secret, choices, rules, follows, remarks, reasons } = ballot;
	const before = follows === undefined ? undefined : ids.ballots.get(follows);
	return {
		id,
		question,
		...(proposal ? { proposal } : {}),
		method,
		secret,
		choices: choices.map(({ id: choice, text }) => ({ id: choice, text })),
		...(rules ? { rules } : {}),
		...(before ? { follows: before } : {}),
		...(remarks ? { remarks: remarks.map(({ step, text, sector }) => ({ step, text, sector: sector ?? null })) } : {}),
		tally: ballot.tally ?? { voted: 0, counts: {} },
		...(secret ? {} : { votes: byParticipant(ballot.votes) }),
		...(secret || !reasons ? {} : { reasons: byParticipant(reasons) }),
		...ids.about
	};
}
