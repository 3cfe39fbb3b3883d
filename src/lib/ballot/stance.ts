// What a vote says of one choice: for it, against it or neither. The common coin in which sectors are compared. Pure.
import type { ChoiceId, Vote } from './vote.ts';
import { alongFrom, fingers, fingersOf } from './fist.ts';
import { highestScore } from './score.ts';

/** Every way to decide; each has its own file beside this one. */
export const countedMethods = [
	'consent',
	'yes-no-abstain',
	'single',
	'approval',
	'score',
	'ranking',
	'fist',
	'dots'
] as const;
export type CountedMethod = (typeof countedMethods)[number];

/** The method of that name; a record from elsewhere may name none that we know. */
export const methodFrom = (name: string): CountedMethod => countedMethods.find((method) => method === name) ?? 'single';

/** Methods in which a vote picks exactly one of the choices. */
export const picksOne = (method: CountedMethod): boolean =>
	method === 'single' || method === 'yes-no-abstain' || method === 'fist' || method === 'consent';

/** What a group is compared on: the choices, or the one proposal of methods that have just one (by the id that stands for it). */
export function subjectsOf(method: CountedMethod, choices: readonly ChoiceId[]): ChoiceId[] {
	if (method === 'yes-no-abstain') return ['yes'];
	if (method === 'consent') return ['consent'];
	if (method === 'fist') return ['f5'];
	return [...choices];
}

/**
 * Whether a vote stands for a choice. `approval`: named it. `score`: gave it 3, 4 or 5 of 5 points. `ranking`: puts more
 * choices below it than above it. `dots`: gave it a dot. Where a vote picks one: picked it.
 */
export function standsFor(method: CountedMethod, choices: readonly ChoiceId[], vote: Vote, choice: ChoiceId): boolean {
	const value = vote[choice];
	if (method === 'score') return value !== undefined && value * 2 > highestScore;
	if (method !== 'ranking') return value !== undefined;
	const place = (id: ChoiceId) => vote[id] ?? Infinity;
	const below = choices.filter((id) => place(id) > place(choice)).length;
	const above = choices.filter((id) => place(id) < place(choice)).length;
	return below > above;
}

/** How many of a group stand for each choice. */
export function countStanding(method: CountedMethod, choices: readonly ChoiceId[], votes: readonly Vote[]) {
	return Object.fromEntries(
		choices.map((id) => [id, votes.filter((vote) => standsFor(method, choices, vote, id)).length])
	);
}

/**
 * For and against a subject in a group, from its published counts. Abstaining is neither. Where several choices compete,
 * who does not stand for a choice counts against it; a sticky without one's dot is no vote against it.
 */
export function forAndAgainst(
	method: CountedMethod,
	subject: ChoiceId,
	group: { voted: number; counts: Readonly<Record<ChoiceId, number>> }
): { agree: number; disagree: number } {
	const count = (id: ChoiceId) => group.counts[id] ?? 0;
	if (method === 'yes-no-abstain') return { agree: count('yes'), disagree: count('no') };
	if (method === 'consent') return { agree: count('consent') + count('concern'), disagree: count('objection') };
	if (method === 'fist') {
		const shown = (goesAlong: boolean) =>
			fingers.filter((id) => fingersOf(id) >= alongFrom === goesAlong).reduce((sum, id) => sum + count(id), 0);
		return { agree: shown(true), disagree: shown(false) };
	}
	const agree = count(subject);
	return { agree, disagree: method === 'dots' ? 0 : group.voted - agree };
}
