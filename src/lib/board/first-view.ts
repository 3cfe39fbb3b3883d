// Which part of the running item's frames one sees first: all of them where their text can be read, else the first ones
// at a size that can be read. Pure.
import { fitted, type Camera, type Padding, type Size } from './camera.ts';
import type { LiveBoard } from './board.svelte.ts';
import { fitText, type Measure } from './fit-text.ts';
import { footHeight, paperPadding } from './paper.ts';
import { around, type Place } from './slots.ts';
import type { Frame, Sticky } from './thing.ts';

/** CSS pixels per board unit from which the text of every usual sticky can be read. */
export const readable = 0.45;
/** CSS pixels of letters that can still be read, and the zoom that even the largest letters need. */
const legible = 10.5;
const farthest = 0.3;
/** CSS pixels across which a frame's name can be read; frames on which nothing stands need no more. */
const nameWidth = 110;
/** So many stickies tell how long the texts are. */
const asked = 200;
/** A frame that is larger than the view is shown at about this size, from its corner. */
const cornerZoom = 0.55;

/** `frames` in reading order, each with what is in it. */
export function firstView(frames: readonly Place[], view: Size, padding: Padding, least = readable): Camera | null {
	for (let count = frames.length; count > 0; count--) {
		const area = around(frames.slice(0, count))!;
		const camera = fitted(area, view, padding);
		if (camera.zoom < least) continue;
		// some are left: they begin to be seen below
		return count === frames.length ? camera : { ...camera, y: area[1] - padding.top / camera.zoom };
	}
	const first = frames[0];
	if (!first) return null;
	const across = (view.width - 2 * padding.side) / first[2];
	const zoom = Math.min(Math.max(least, across), cornerZoom);
	// in the middle when it fits across, else from the left; its head always at the top
	const left =
		first[2] * zoom <= view.width ? first[0] - (view.width / zoom - first[2]) / 2 : first[0] - padding.side / zoom;
	return { zoom, x: left, y: first[1] - padding.top / zoom };
}

/** The zoom from which most of what stands in these frames can be read: without texts, their names. */
export function leastZoomFor(frames: readonly Frame[], stickies: readonly Sticky[], measure: Measure): number {
	if (!stickies.length) return nameWidth / Math.max(nameWidth, ...frames.map(({ place }) => place[2]));
	const letters = stickies
		.slice(0, asked)
		.map(({ text, place: [, , width, height] }) => lettersOf(text, width, height, measure))
		.sort((one, other) => one - other);
	return Math.min(readable, Math.max(farthest, legible / letters[Math.floor(letters.length / 4)]!));
}

/** How large the letters of a sticky are, board units. */
export const lettersOf = (text: string, width: number, height: number, measure: Measure): number =>
	fitText(text || ' ', width - 2 * paperPadding, height - paperPadding - footHeight, measure).size;

/** What one sees of an agenda item when it begins; null when it has no frames. */
export function openingView(board: LiveBoard, item: string | null, view: Size, padding: Padding, measure: Measure) {
	if (item === null) return null;
	const frames = board.frames.map(({ now }) => now).filter((frame) => frame.item === item);
	const homes = new Set(frames.map(({ id }) => id));
	const stickies = board.stickies.map(({ now }) => now).filter(({ frame }) => frame !== null && homes.has(frame));
	return firstView(areasOf(board, item), view, padding, leastZoomFor(frames, stickies, measure));
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
