// Stickies made from stickies or from a pasted list, each in a free slot. Knows no clipboard.
import { addStickies, addSticky, byHand } from './board.ts';
import type { LiveBoard, LiveSticky } from './board.svelte.ts';
import { slotGap } from './slots.ts';

/** Copies beside the originals; returns their ids. */
export function duplicate(board: LiveBoard, stickies: readonly LiveSticky[]): string[] {
	board.step();
	const ids = board.doc.transact(
		() =>
			stickies.map(({ now: { text, frame, colour, place } }) =>
				addSticky(board.doc, {
					text,
					frame,
					colour,
					...(frame === null && { place: [place[0] + slotGap, place[1] + slotGap, place[2], place[3]] as const })
				})
			),
		byHand
	);
	board.step();
	return ids;
}

/** One sticky per text, in the free slots of a frame; returns their ids. */
export function addAll(board: LiveBoard, texts: readonly string[], frame: string | null): string[] {
	board.step();
	const ids = addStickies(board.doc, texts, frame);
	board.step();
	return ids;
}
