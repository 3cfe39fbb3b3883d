// Looks at frozen evidence beside its record: where it stands, whether it still says the same, and what else could be cited. Pure.

import { fold, sentencesOf } from '#lib/evidence/fold.ts';
import { numbersWithin, placeKind, replyCite, type PlaceKind } from '#lib/evidence/place-kinds.ts';
import { remarksOf } from '#lib/evidence/remarks.ts';
import type { Sector } from '#lib/people/people.ts';
import { consentBehind, type ConsentCounts } from '#lib/record/asked-consent.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import { evidenceKey, type Evidence } from './desk.ts';

/** What stands at a place of a record. */
export type Place = {
	cite: string;
	kind: PlaceKind;
	text: string;
	/** Dots of a sticky or a group. */
	dots?: number;
	frame?: string | null;
	sector?: Sector | null;
	/** What was chosen by who gave a reason in a ballot. */
	choice?: { id: string; text: string };
	/** Votes of a decision. */
	votes?: { yes: number | null; no: number | null; abstain: number | null };
	consent?: ConsentCounts;
};

export function placeIn(record: SessionRecord, cite: string): Place | null {
	const kind = placeKind(cite);
	const withId = <T extends { id: string }>(items: readonly T[]) => items.find(({ id }) => id === cite);
	if (kind === 'sticky') {
		const sticky = withId(record.stickies);
		return sticky
			? { cite, kind, text: sticky.text, dots: sticky.votes, frame: sticky.frame, sector: sticky.sector }
			: null;
	}
	if (kind === 'reply') {
		const sticky = record.stickies.find(({ id }) => cite.startsWith(`${id}r`));
		const reply = sticky?.replies?.[Number(cite.split('r')[1])];
		return sticky && reply ? { cite, kind, text: reply.text, frame: sticky.frame, sector: reply.sector } : null;
	}
	if (kind === 'cluster') {
		const cluster = withId(record.clusters);
		return cluster ? { cite, kind, text: cluster.name, dots: cluster.votes, frame: cluster.frame } : null;
	}
	if (kind === 'mark') {
		const mark = withId(record.marks);
		return mark ? { cite, kind, text: mark.text, frame: mark.frame, sector: mark.sector } : null;
	}
	if (kind === 'decision') {
		const decision = withId(record.decisions);
		if (!decision) return null;
		const { text, yes, no, abstain } = decision;
		const consent = yes === null && no === null ? consentBehind(record, decision) : null;
		return { cite, kind, text, votes: { yes, no, abstain }, ...(consent ? { consent } : {}) };
	}
	if (kind === 'objection' || kind === 'reason') return remarkPlace(record, cite, kind);
	if (kind === 'ballot') {
		const ballot = withId(record.ballots);
		return ballot ? { cite, kind, text: ballot.proposal || ballot.question } : null;
	}
	if (kind === 'note') {
		const note = withId(record.notes);
		return note ? { cite, kind, text: note.markdown } : null;
	}
	if (kind === 'participant') {
		const participant = withId(record.participants);
		return participant ? { cite, kind, text: participant.institution, sector: participant.sector } : null;
	}
	return null;
}

/** What was said against a decision or in a ballot; of a secret one nothing tells who. */
function remarkPlace({ decisions, ballots }: SessionRecord, cite: string, kind: 'objection' | 'reason'): Place | null {
	const { outer, inner } = numbersWithin(cite);
	if (kind === 'objection') {
		const objection = decisions.find(({ id }) => id === `d${outer}`)?.objections[inner];
		return objection ? { cite, kind, text: objection.reason, sector: objection.sector } : null;
	}
	const ballot = ballots.find(({ id }) => id === `b${outer}`);
	const given = ballot?.tally.reasons?.[inner];
	if (!ballot || !given) return null;
	const { choice, reason, sector } = given;
	const chosen = ballot.choices.find(({ id }) => id === choice);
	return {
		...{ cite, kind, text: reason, sector: ballot.secret ? null : (sector ?? null) },
		...(chosen ? { choice: chosen } : {})
	};
}

const plain = (text: string): string =>
	fold(text)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

export type EvidenceState = 'same' | 'changed' | 'gone';

/** Whether the record still says what was cited; `null` for a record that is no longer kept. */
export function evidenceState({ cite, quote }: Pick<Evidence, 'cite' | 'quote'>, record: SessionRecord | null) {
	const place = record && placeIn(record, cite);
	if (!place || plain(place.text) === '') return 'gone';
	return ` ${plain(place.text)} `.includes(` ${plain(quote)} `) ? 'same' : 'changed';
}

export type EvidenceView = Evidence & {
	key: string;
	state: EvidenceState;
	place: Place | null;
	session: { id: string; title: string; date: string };
};

type Cited = { id: string; title: string; date: string };

/** Evidence with what a reader wants to know of it; `cited` names the records that may be gone. */
export function evidenceViews(
	evidence: readonly Evidence[],
	recordOf: (id: string) => SessionRecord | null,
	cited: readonly Cited[]
): EvidenceView[] {
	return evidence.map((piece) => {
		const record = recordOf(piece.record);
		const known = record ?? cited.find(({ id }) => id === piece.record);
		const { title = '', date = '' } = known ?? {};
		return {
			...piece,
			key: evidenceKey(piece),
			state: evidenceState(piece, record),
			place: record && placeIn(record, piece.cite),
			session: { id: piece.record, title, date }
		};
	});
}

/** Everything in a record that can be cited: decisions and what was said against them, the board by dots, notes sentence by sentence. */
export function citable(record: SessionRecord): Place[] {
	const written = [
		...record.stickies.flatMap(({ id, replies = [] }) => [id, ...replies.map((_, index) => replyCite(id, index))]),
		...[...record.clusters, ...record.marks].map(({ id }) => id)
	]
		.map((cite) => placeIn(record, cite))
		.filter((place) => place !== null && place.text.trim() !== '')
		.sort((one, other) => (other?.dots ?? 0) - (one?.dots ?? 0));
	const decisions = record.decisions.filter(({ text }) => text.trim() !== '').map(({ id }) => placeIn(record, id));
	const remarks = remarksOf(record).map(({ cite }) => placeIn(record, cite));
	const sentences = record.notes.flatMap(({ id, markdown }) =>
		sentencesOf(markdown).map((text): Place => ({ cite: id, kind: 'note', text }))
	);
	return [...decisions, ...remarks, ...written, ...sentences].filter((place) => place !== null);
}
