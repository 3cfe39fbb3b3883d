// Where a picture goes when nobody pointed: into the frame that is looked at, or where one looks. Knows no element.
import type { Canvas } from '../canvas.svelte.ts';
import { byReading, overlap } from '../slots.ts';
import type { Spot } from './picture.ts';

export function spotInView(canvas: Canvas): Spot {
	const [x, y] = canvas.middle();
	const { board, camera, view } = canvas;
	const seen = [camera.x, camera.y, view.width / camera.zoom, view.height / camera.zoom] as const;
	const only = canvas.chosen()[0]?.now;
	const chosen = only && 'frame' in only ? only.frame : null;
	const inView = board.frames.filter(({ now }) => overlap(now.place, seen)).sort((a, b) => byReading(a.now, b.now));
	const frame = chosen ?? board.frameAt(x, y)?.id ?? inView[0]?.id;
	return frame ? { frame } : { x, y };
}
