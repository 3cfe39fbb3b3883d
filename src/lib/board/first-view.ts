// Which part of the running item's frames one sees first: all of them where their text can be read, else the first ones
// at a size that can be read. Pure.
import { fitted, type Camera, type Padding, type Size } from './camera.ts';
import type { LiveBoard } from './board.svelte.ts';
import { around, type Place } from './slots.ts';

/** CSS pixels per board unit from which the text of a usual sticky can be read. */
export const readable = 0.45;
/** A frame that is larger than the view is shown at about this size, from its corner. */
const cornerZoom = 0.55;

/** `frames` in reading order, each with what is in it. */
export function firstView(frames: readonly Place[], view: Size, padding: Padding): Camera | null {
	for (let count = frames.length; count > 0; count--) {
		const area = around(frames.slice(0, count))!;
		const camera = fitted(area, view, padding);
		if (camera.zoom < readable) continue;
		// some are left: they begin to be seen below
		return count === frames.length ? camera : { ...camera, y: area[1] - padding.top / camera.zoom };
	}
	const first = frames[0];
	if (!first) return null;
	const across = (view.width - 2 * padding.side) / first[2];
	const zoom = Math.min(Math.max(readable, across), cornerZoom);
	// in the middle when it fits across, else from the left; its head always at the top
	const left =
		first[2] * zoom <= view.width ? first[0] - (view.width / zoom - first[2]) / 2 : first[0] - padding.side / zoom;
	return { zoom, x: left, y: first[1] - padding.top / zoom };
}

/** The frames of an agenda item in reading order, each with the stickies in it. */
export function areasOf(board: LiveBoard, item: string | null): Place[] {
	if (item === null) return [];
	return board.frames.flatMap(({ id, now }) => {
		if (now.item !== item) return [];
		const inside = board.stickies.filter((sticky) => sticky.now.frame === id).map((sticky) => sticky.now.place);
		const area = around([now.place, ...inside]);
		return area ? [area] : [];
	});
}
