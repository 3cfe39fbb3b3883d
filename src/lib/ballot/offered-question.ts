// The question that a ballot is first offered with, by its method, until somebody writes their own. Pure.
import type { MessageKey } from '#lib/ui/words.ts';
import type { BallotMethod } from './ballot.ts';

const offered: Record<BallotMethod, MessageKey> = {
	'yes-no-abstain': 'ballot_question_new',
	consent: 'ballot_question_new',
	fist: 'ballot_question_new',
	dots: 'ballot_question_new_dots',
	single: 'ballot_question_new_choices',
	approval: 'ballot_question_new_choices',
	score: 'ballot_question_new_choices',
	ranking: 'ballot_question_new_choices'
};

/** What stays as it is was written by somebody: an offered question changes with the method. */
export function questionFor(question: string, method: BallotMethod, say: (key: MessageKey) => string): string {
	const asked = question.trim();
	return asked === '' || Object.values(offered).some((key) => say(key) === asked) ? say(offered[method]) : question;
}
