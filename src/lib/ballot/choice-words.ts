// Choices, votes and prompts as a person reads them: fixed choices are translated, others are the facilitator's own words. Pure.
import type { MessageKey, Words } from '#lib/ui/words.ts';
import { yesNoAbstain, type Choice } from './ballot.ts';
import { consentStances } from './consent.ts';
import { fingers } from './fist.ts';
import { picksOne, type CountedMethod } from './stance.ts';
import type { Vote } from './vote.ts';

const fixed: readonly string[] = [...yesNoAbstain, ...consentStances, ...fingers];

export const choiceText = (choice: Choice, words: Words): string =>
	fixed.includes(choice.id) ? words(`ballot_choice_${choice.id}` as MessageKey) : choice.text;

/** What the choice means, in the facilitator's words or, for consent, in ours; undefined where the text says it all. */
export function choiceMeaning(choice: Choice, words: Words): string | undefined {
	if (choice.meaning) return choice.meaning;
	const stance = consentStances.find((id) => id === choice.id);
	return stance && words(`ballot_meaning_${stance}`);
}

/** How its reason is asked for. */
export function reasonPrompt(choice: Choice | undefined, words: Words): string {
	if (choice?.prompt) return choice.prompt;
	if (choice?.id === 'objection' || choice?.id === 'concern') return words(`ballot_prompt_${choice.id}`);
	return words('ballot_prompt');
}

/** A whole vote in one line: "Magazyn", "Magazyn, Sklep", "Magazyn: 4, Sklep: 0", "1. Magazyn, 2. Sklep". */
export function voteText(method: CountedMethod, choices: readonly Choice[], vote: Vote, words: Words): string {
	const nameOf = (id: string) => {
		const choice = choices.find((each) => each.id === id);
		return choice ? choiceText(choice, words) : id;
	};
	const entries = Object.entries(vote);
	if (entries.length === 0) return words('ballot_approval_none');
	if (picksOne(method) || method === 'approval')
		return inOrderOf(choices, entries)
			.map(([id]) => nameOf(id))
			.join(', ');
	if (method === 'ranking')
		return entries
			.sort(([, one], [, other]) => one - other)
			.map(([id, place]) => `${place}. ${nameOf(id)}`)
			.join(', ');
	return inOrderOf(choices, entries)
		.map(([id, value]) => `${nameOf(id)}: ${value}`)
		.join(', ');
}

const inOrderOf = (choices: readonly Choice[], entries: [string, number][]): [string, number][] => {
	const rank = (id: string) => choices.findIndex((choice) => choice.id === id);
	return [...entries].sort(([one], [other]) => rank(one) - rank(other));
};
