// Where a picture goes when nobody pointed: near the middle of what one looks at, in a frame if one is in view. Knows no element.
import type { Canvas } from '../canvas.svelte.ts';
import { byReading, centreOf, contains, overlap } from '../slots.ts';
import type { Spot } from './picture.ts';

export function spotInView(canvas: Canvas): Spot {
	const [x, y] = canvas.middle();
	const { board } = canvas;
	const seen = canvas.seen();
	const only = canvas.chosen()[0]?.now;
	const chosen = only && 'frame' in only && only.frame !== null ? board.get(only.frame) : undefined;
	const inView = board.frames.filter(({ now }) => overlap(now.place, seen)).sort((a, b) => byReading(a.now, b.now));
	const home = (chosen ?? board.frameAt(x, y) ?? inView[0])?.now.place;
	if (!home || contains(home, x, y)) return { x, y, near: true };
	if (only && chosen) {
		const [left, top] = centreOf(only.place);
		if (contains(home, left, top)) return { x: left, y: top, near: true };
	}
	// the point of the frame that is nearest to the middle
	const along = (value: number, from: number, size: number) => Math.max(from, Math.min(from + size - 1, value));
	return { x: along(x, home[0], home[2]), y: along(y, home[1], home[3]), near: true };
}
