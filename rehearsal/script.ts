// What a record becomes when bots play it: who comes, which agenda, who gives how many dots and which vote. Pure; opens no socket.
import type { AgendaItem } from '#lib/agenda/agenda.ts';
import { itemTitleLimit } from '#lib/agenda/agenda.ts';
import { dotsLimit, type Vote } from '#lib/ballot/ballot.ts';
import { questionLimit } from '#lib/ballot/ballot-limits.ts';
import { smallestGroup } from '#lib/ballot/groups.ts';
import { stickyTextLimit } from '#lib/board/limits.ts';
import { decisionMethods, decisionTextLimit, type DecisionDraft } from '#lib/decision/decision.ts';
import { institutionLimit } from '#lib/people/people.ts';
import type { Introduction } from '#lib/people/people.ts';
import type { SessionRecord } from '#lib/record/record.ts';

export type Script = {
	title: string;
	date: string;
	place: string;
	territory: SessionRecord['territory'];
	people: Introduction[];
	agenda: AgendaItem[];
	/** Agenda item in which the stickies are written; null when there are none. */
	boardItem: string | null;
	stickies: string[];
	/** Agenda item of the dots; null when nobody gave any. */
	dotsItem: string | null;
	/** For each person: how many dots to the sticky with which number. */
	dots: Map<number, number>[];
	notes: { item: string; text: string }[];
	decisions: {
		item: string;
		draft: DecisionDraft;
		/** For each person a vote, or none; null: no ballot is held. */ votes: Vote[] | null;
	}[];
	/** What could not be played as it was written, one sentence each. */
	remarks: string[];
};

/** The numbers of a secret ballot of very few are withheld, so those few vote openly. */
const secretFor = (voters: number): boolean => voters >= smallestGroup;

const cut = (text: string, limit: number): string => (text.length <= limit ? text : `${text.slice(0, limit - 1)}…`);

/** `count` people: those of the record, or fewer, or more who come from the same institutions. */
export function scriptOf(record: SessionRecord, count = Math.max(1, record.participants.length)): Script {
	const remarks: string[] = [];
	const people = Array.from({ length: count }, (_, index) => personOf(record, index));
	const stickies = record.stickies.map(({ text }) => text.trim()).filter((text) => text !== '');
	if (stickies.some((text) => text.length > stickyTextLimit))
		remarks.push(`Stickies longer than ${stickyTextLimit} characters are cut.`);
	const votes = record.stickies.filter(({ text }) => text.trim() !== '').map((sticky) => Math.round(sticky.votes));
	const dots = shareDots(votes, count, remarks);
	const someDots = votes.some((number) => number > 0);

	const agenda: AgendaItem[] = [];
	const item = (title: string, minutes: number, activity: AgendaItem['activity']): string => {
		const id = `r${agenda.length}`;
		agenda.push({ id, title: cut(title, itemTitleLimit), minutes, activity, instructions: '' } as AgendaItem);
		return id;
	};
	const boardItem = stickies.length > 0 ? item('Karteczki', 20, { kind: 'board', template: 'open' }) : null;
	const question = 'Które karteczki są najważniejsze?';
	const most = Math.max(1, ...dots.map((mine) => [...mine.values()].reduce((sum, number) => sum + number, 0)));
	const givers = dots.filter((mine) => mine.size > 0).length;
	const dotsItem = someDots
		? item('Kropki', 5, {
				kind: 'ballot',
				ballot: { question, method: 'dots', choices: [], secret: secretFor(givers), dots: most }
			})
		: null;
	const notes = record.notes
		.filter(({ markdown }) => markdown.trim() !== '')
		.map(({ title, markdown }) => ({ item: item(title || 'Notatka', 15, { kind: 'note' }), text: markdown.trim() }));
	const decisions = record.decisions
		.filter(({ text }) => text.trim() !== '')
		.map((decision, index) => {
			const votes = shareVotes(decision, count, remarks);
			const ballot = {
				question: cut(decision.text.trim(), questionLimit),
				choices: [],
				secret: secretFor(votes?.length ?? 0),
				dots: 1
			};
			return {
				item: item(`Decyzja ${index + 1}`, 10, { kind: 'ballot', ballot: { ...ballot, method: 'yes-no-abstain' } }),
				draft: draftOf(decision),
				votes
			};
		});
	const { title, date, place, territory } = record;
	return {
		title,
		date,
		place,
		territory,
		people,
		agenda,
		boardItem,
		stickies,
		dotsItem,
		dots,
		notes,
		decisions,
		remarks
	};
}

function personOf(record: SessionRecord, index: number): Introduction {
	const known = record.participants;
	const person = known[index % Math.max(1, known.length)];
	const round = Math.floor(index / Math.max(1, known.length));
	const institution = person?.institution.trim() || `Uczestnik ${index + 1}`;
	return {
		institution: cut(round > 0 && person ? `${institution} (${round + 1})` : institution, institutionLimit),
		sector: person?.sector ?? 'citizen',
		name: ''
	};
}

/** One dot after another to one person after another, so that nobody gives more than their share. */
function shareDots(votes: readonly number[], people: number, remarks: string[]): Map<number, number>[] {
	const shares = Array.from({ length: people }, () => new Map<number, number>());
	let given = 0;
	for (const [sticky, number] of votes.entries())
		for (let dot = 0; dot < number && given < people * dotsLimit; dot++, given++) {
			const mine = shares[given % people]!;
			mine.set(sticky, (mine.get(sticky) ?? 0) + 1);
		}
	if (given < votes.reduce((sum, number) => sum + number, 0))
		remarks.push(`${people} people cannot give that many dots; ${given} are given.`);
	return shares;
}

type Counted = Pick<SessionRecord['decisions'][number], 'yes' | 'no' | 'abstain' | 'text'>;

/** A vote for each who votes; with too few people as many as there are. Null where nobody was counted. */
function shareVotes({ yes, no, abstain, text }: Counted, people: number, remarks: string[]): Vote[] | null {
	if (yes === null && no === null && abstain === null) return null;
	const votes = [
		...Array.from({ length: Math.round(yes ?? 0) }, () => ({ yes: 1 })),
		...Array.from({ length: Math.round(no ?? 0) }, () => ({ no: 1 })),
		...Array.from({ length: Math.round(abstain ?? 0) }, () => ({ abstain: 1 }))
	];
	if (votes.length > people)
		remarks.push(
			`${votes.length} votes were counted for “${cut(text, 60)}”, but ${people} people are here: its numbers are entered by hand.`
		);
	return votes.slice(0, people);
}

function draftOf(decision: SessionRecord['decisions'][number]): DecisionDraft {
	const number = (count: number | null) => (count === null ? undefined : Math.round(count));
	return {
		text: cut(decision.text.trim(), decisionTextLimit),
		method: decisionMethods.find((known) => known === decision.method) ?? 'other',
		yes: number(decision.yes),
		no: number(decision.no),
		abstain: number(decision.abstain),
		objections: decision.objections
			.filter(({ reason }) => reason.trim() !== '')
			.map(({ reason, sector }) => ({ reason, ...(sector ? { sector } : {}) }))
	};
}
