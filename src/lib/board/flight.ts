// A movement of the view that the eye can follow: where the camera is at a moment between two places. Pure.
import type { Camera, Size } from './camera.ts';

/** Milliseconds from one view to the other. */
const flightTime = 320;

export type Flight = { from: Camera; to: Camera; start: number };

/** The camera at a moment (ms, the clock of `start`); `to` itself once the flight is over. */
export function flown({ from, to, start }: Flight, view: Size, now: number): Camera {
	const part = Math.min(1, Math.max(0, (now - start) / flightTime));
	if (part === 1) return to;
	const eased = 1 - (1 - part) ** 3;
	const zoom = from.zoom * (to.zoom / from.zoom) ** eased;
	const mix = (a: number, b: number) => a + (b - a) * eased;
	// the middle of the view travels, so that zooming does not swing it aside
	const half = (camera: Camera): [number, number] => [
		camera.x + view.width / 2 / camera.zoom,
		camera.y + view.height / 2 / camera.zoom
	];
	const [fromX, fromY] = half(from);
	const [toX, toY] = half(to);
	return {
		zoom,
		x: mix(fromX, toX) - view.width / 2 / zoom,
		y: mix(fromY, toY) - view.height / 2 / zoom
	};
}
