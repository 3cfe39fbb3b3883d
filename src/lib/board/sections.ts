// The list's headings: which stickies belong to which frame, frames of the running item first. Pure.
import type { LiveFrame, LiveSticky } from './board.svelte.ts';

/** Stickies that lie in no frame have a section without one. */
export type Section = { frame: LiveFrame | null; stickies: LiveSticky[] };

/** `stickies` in the board's order; `first` are the frames that lead. Other empty frames are left out. */
export function sections(
	frames: readonly LiveFrame[],
	stickies: readonly LiveSticky[],
	first: readonly LiveFrame[]
): Section[] {
	const leading = new Set(first);
	const order = [...first, ...frames.filter((frame) => !leading.has(frame))];
	const byFrame = new Map<string | null, Section>(order.map((frame) => [frame.id, { frame, stickies: [] }]));
	const outside: Section = { frame: null, stickies: [] };
	for (const sticky of stickies) (byFrame.get(sticky.now.frame) ?? outside).stickies.push(sticky);
	return [...byFrame.values(), outside].filter(
		({ frame, stickies: inside }) => inside.length || (frame && leading.has(frame))
	);
}
