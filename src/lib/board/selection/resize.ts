// Which kinds of things have a size of their own, and the place that a pulled corner gives them. Pure.
import { slotGap, stickySize, tallHeight, type Place } from '../slots.ts';
import type { Kind } from '../thing.ts';

/** Least side in board units by kind; kinds that are not here have the size of what is in them. */
const leastSide: { [K in Kind]?: number } = { sticky: 100, shape: 40, image: 40, frame: 280 };
export const isResizable = (kind: Kind): boolean => kind in leastSide;

/** Sides that a sticky falls into when it is pulled near them, so that it fits the slots. */
const stickySides = [stickySize, tallHeight, 3 * stickySize + 2 * slotGap];
const fallReach = 14;

export const corners = ['nw', 'ne', 'sw', 'se'] as const;
export type Corner = (typeof corners)[number];

/** The place after a corner was pulled by so many board units; the opposite corner stays. Pictures keep their shape. */
export function resized(kind: Kind, place: Place, corner: Corner, dx: number, dy: number, even = false): Place {
	const [x, y, width, height] = place;
	const least = leastSide[kind] ?? 40;
	const [fromWest, fromNorth] = [corner.endsWith('w'), corner.startsWith('n')];
	let w = Math.max(least, width + (fromWest ? -dx : dx));
	let h = Math.max(least, height + (fromNorth ? -dy : dy));
	if (kind === 'image' || even) {
		const scale = Math.max(w / width, h / height);
		[w, h] = [width * scale, height * scale];
	} else if (kind === 'sticky') {
		const fallen = (side: number) => stickySides.find((near) => Math.abs(near - side) <= fallReach) ?? side;
		[w, h] = [fallen(w), fallen(h)];
	}
	return [
		Math.round(fromWest ? x + width - w : x),
		Math.round(fromNorth ? y + height - h : y),
		Math.round(w),
		Math.round(h)
	];
}
