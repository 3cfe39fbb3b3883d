// Whether a board holds more than stickies: what reads it loads the lines for that only then. Small on purpose.
import type { LiveBoard } from '../board.svelte.ts';

const kinds: ReadonlySet<string> = new Set(['text', 'shape', 'arrow', 'stroke']);

/** Looks again whenever something appears on the board or goes away. */
export function hasMarks(board: LiveBoard): boolean {
	void board.version;
	return board.all().some(({ now: { kind } }) => kinds.has(kind));
}
