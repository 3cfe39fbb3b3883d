// The stickies that got dots, as choices with texts to read, most dots first. Pure; knows no screen.
import type * as Y from 'yjs';
import type { Choice } from '#lib/ballot/ballot.ts';
import { thing } from '#lib/board/board.ts';

/** Text of a sticky, null when it is gone or is not one. */
export function stickyTextOf(board: Y.Doc | null, id: string): string | null {
	const found = board ? thing(board, id) : null;
	return found?.kind === 'sticky' ? found.text : null;
}

/** `gone` stands for a sticky that is no longer there; null leaves it out. */
export function dotChoices(
	counts: Readonly<Record<string, number>>,
	board: Y.Doc | null,
	gone: string | null
): Choice[] {
	return Object.entries(counts)
		.sort(([, one], [, other]) => other - one)
		.flatMap(([id]) => {
			const text = stickyTextOf(board, id) ?? gone;
			return text === null ? [] : [{ id, text }];
		});
}
