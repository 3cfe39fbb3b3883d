// The text of a choice as a person reads it: the fixed ones are translated, the others are the organiser's own. Pure.
import type { Words } from '#lib/ui/words.ts';
import { yesNoAbstain, type Choice } from './ballot.ts';

export function choiceText(choice: Choice, words: Words): string {
	const fixed = yesNoAbstain.find((id) => id === choice.id);
	return fixed ? words(`ballot_choice_${fixed}`) : choice.text;
}
