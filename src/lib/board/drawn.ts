// Which things become elements in one frame: those that were, a few new ones, and those that must stay. Pure.
import type { LiveThing } from './board.svelte.ts';
import { byReading } from './slots.ts';

/** New elements in one frame. */
const chunk = 48;

/** `late` when some of what was found has to wait for the next frame. */
export function drawn(
	found: readonly LiveThing[],
	before: readonly LiveThing[],
	stays: (live: LiveThing) => boolean
): { visible: LiveThing[]; late: boolean } {
	const had = new Set(before);
	let room = chunk;
	const visible = found.filter((live) => had.has(live) || room-- > 0);
	for (const live of before) if (stays(live)) visible.push(live);
	return { visible: visible.sort((a, b) => byReading(a.now, b.now)), late: room < 0 };
}
