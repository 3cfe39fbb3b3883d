// One tap on a sign: gives it, or takes one's own back. Knows no element.
import type { LiveBoard, LiveReaction } from '../board.svelte.ts';
import { signs, type Sign } from '../thing.ts';
import { addReaction, removeReactions } from './reactions.ts';

export const givenTo = (board: LiveBoard, sticky: string): readonly LiveReaction[] => board.reactions.get(sticky) ?? [];

const ownOf = (board: LiveBoard, sticky: string, sign: Sign): string[] =>
	givenTo(board, sticky).flatMap((live) => (live.now.sign === sign && board.isMine(live) ? [live.id] : []));

export type Shown = { sign: Sign; count: number; mine: boolean; given: readonly LiveReaction[] };

/** Every sign with how often it was given to a sticky. */
export const signsOn = (board: LiveBoard, sticky: string): Shown[] =>
	signs.map((sign) => {
		const given = givenTo(board, sticky).filter(({ now }) => now.sign === sign);
		return { sign, count: given.length, mine: given.some((live) => board.isMine(live)), given };
	});

/** True: given; false: taken back. */
export function react(board: LiveBoard, sticky: string, sign: Sign): boolean {
	const own = ownOf(board, sticky, sign);
	if (own.length) removeReactions(board.doc, own);
	else addReaction(board.doc, sticky, sign);
	return own.length === 0;
}
