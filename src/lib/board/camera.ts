// What part of the board is seen: pure arithmetic between board units and CSS pixels. Moves nothing by itself.
import type { Place } from './slots.ts';

/** Board units at the left top corner of the view, and CSS pixels per board unit. */
export type Camera = { x: number; y: number; zoom: number };
export type Size = { width: number; height: number };

export const leastZoom = 0.02;
export const mostZoom = 4;

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

export const toBoard = (camera: Camera, x: number, y: number): [x: number, y: number] => [
	camera.x + x / camera.zoom,
	camera.y + y / camera.zoom
];

/** Moves the view by CSS pixels. */
export const panned = (camera: Camera, dx: number, dy: number): Camera => ({
	...camera,
	x: camera.x + dx / camera.zoom,
	y: camera.y + dy / camera.zoom
});

/** Zooms so that the board stays put under the point (CSS pixels). */
export function zoomed(camera: Camera, zoom: number, x: number, y: number): Camera {
	const next = clamp(zoom, leastZoom, mostZoom);
	const [boardX, boardY] = toBoard(camera, x, y);
	return { zoom: next, x: boardX - x / next, y: boardY - y / next };
}

/** CSS pixels of the view that are covered by tools, or kept free. */
export type Padding = { top: number; bottom: number; side: number };

/** The whole place in the middle of what is free, never larger than `most`. */
export function fitted(place: Place, view: Size, { top, bottom, side }: Padding, most = 1): Camera {
	const zoom = clamp(
		Math.min((view.width - 2 * side) / place[2], (view.height - top - bottom) / place[3], most),
		leastZoom,
		mostZoom
	);
	return {
		zoom,
		x: place[0] + place[2] / 2 - view.width / 2 / zoom,
		y: place[1] + place[3] / 2 - (top + (view.height - top - bottom) / 2) / zoom
	};
}

/** What the view shows, with a margin as a share of its size. */
export function seen(camera: Camera, view: Size, margin = 0): Place {
	const width = view.width / camera.zoom;
	const height = view.height / camera.zoom;
	return [camera.x - width * margin, camera.y - height * margin, width * (1 + 2 * margin), height * (1 + 2 * margin)];
}

/** The least movement that brings a place into view. */
export function revealed(camera: Camera, view: Size, place: Place, padding: number): Camera {
	const room = padding / camera.zoom;
	const along = (start: number, length: number, from: number, size: number) => {
		if (from - room < start) return from - room;
		if (from + size + room > start + length) return from + size + room - length;
		return start;
	};
	return {
		...camera,
		x: along(camera.x, view.width / camera.zoom, place[0], place[2]),
		y: along(camera.y, view.height / camera.zoom, place[1], place[3])
	};
}
