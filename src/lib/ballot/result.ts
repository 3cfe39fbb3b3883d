// The result of a ballot in the order in which it is shown: counts, shares, who leads, and plain talk about ties. Pure.
import type { Choice, ChoiceId, Tally } from './ballot.ts';

export type ResultRow = {
	id: ChoiceId;
	text: string;
	count: number;
	/** Of all who voted, 0 to 1; of dots, which one person may heap on one sticky, of all dots laid. */
	share: number;
	/** Of its bar, 0 to 1: the share, but of dots beside the sticky that has most. */
	length: number;
	/** How many persons stand behind it; null where that is what is counted. */
	people: number | null;
	/** More than every other answer, abstentions aside. */
	leads: boolean;
};

/** Abstaining is not an answer that can win. */
const cannotLead: readonly ChoiceId[] = ['abstain'];

const countOf = (counts: Readonly<Record<ChoiceId, number>>, id: ChoiceId): number =>
	Object.hasOwn(counts, id) ? (counts[id] ?? 0) : 0;

/** In these nobody wins: one fist, one objection is enough to go on. */
const withoutWinner: readonly (string | undefined)[] = ['fist', 'consent'];

const best = (choices: readonly Choice[], tally: Pick<Tally, 'counts' | 'result'>) => {
	if (withoutWinner.includes(tally.result?.method)) return [];
	const able = choices.filter(({ id }) => !cannotLead.includes(id));
	const most = Math.max(0, ...able.map(({ id }) => countOf(tally.counts, id)));
	return most === 0 ? [] : able.filter(({ id }) => countOf(tally.counts, id) === most).map(({ id }) => id);
};

const sum = (counts: Readonly<Record<ChoiceId, number>>): number =>
	Object.values(counts).reduce((all, count) => all + count, 0);
const part = (count: number, of: number): number => (of > 0 ? count / of : 0);

/** In the order of the ballot, so that nobody has to look for an answer in another place. */
export function resultRows(choices: readonly Choice[], tally: Pick<Tally, 'counts' | 'voted' | 'result'>): ResultRow[] {
	const leaders = best(choices, tally);
	const laid = tally.result?.method === 'dots' ? tally.result.people : null;
	const all = laid ? sum(tally.counts) : tally.voted;
	const longest = laid ? Math.max(0, ...Object.values(tally.counts)) : all;
	return choices.map(({ id, text }) => {
		const count = countOf(tally.counts, id);
		const leads = leaders.length === 1 && leaders[0] === id;
		const people = laid && countOf(laid, id);
		return { id, text, count, share: part(count, all), length: part(count, longest), leads, people };
	});
}

/** Two or more answers share the first place. */
export const isTie = (choices: readonly Choice[], tally: Pick<Tally, 'counts' | 'result'>): boolean =>
	best(choices, tally).length > 1;
