// The choices of a ballot with texts to read, for the desk; those of dots are the stickies that got some. Pure.
import type * as Y from 'yjs';
import type { Ballot, Choice } from '#lib/ballot/ballot.ts';
import { choiceText } from '#lib/ballot/choice-words.ts';
import { rulesOf } from '#lib/ballot/counting.ts';
import { frames, stickies } from '#lib/board/board.ts';
import type { Words } from '#lib/ui/words.ts';
import { dotChoices } from './dot-choices.ts';

export function choicesOnDesk(
	ballot: Pick<Ballot, 'method' | 'choices' | 'tally'>,
	board: Y.Doc | null,
	words: Words
): Choice[] {
	if (ballot.method !== 'dots')
		return ballot.choices.map((choice) => ({ id: choice.id, text: choiceText(choice, words) }));
	return dotChoices(ballot.tally?.counts ?? {}, board, words('desk_sticky_gone'));
}

/** What a vote can name: the choices, of dots the stickies in the area of the vote. */
export function ableOnDesk(
	ballot: Pick<Ballot, 'method' | 'choices' | 'rules'>,
	board: Y.Doc | null
): readonly Choice[] {
	if (ballot.method !== 'dots') return ballot.choices;
	if (!board) return [];
	const { area } = rulesOf(ballot);
	const homes = new Map(frames(board).map((frame) => [frame.id, frame]));
	return stickies(board)
		.filter(({ frame }) => area === null || frame === area || homes.get(frame ?? '')?.item === area)
		.map(({ id, text }) => ({ id, text }));
}

/** Frames that dots can be kept to. */
export const areasOnDesk = (board: Y.Doc | null): { id: string; label: string }[] =>
	board ? frames(board).map(({ id, name }) => ({ id, label: name })) : [];
