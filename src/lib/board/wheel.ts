// The wheel on the canvas: moves the view, and zooms with Ctrl or two fingers on a touchpad. Knows no thing.
import type { Canvas } from './canvas.svelte.ts';

/** Pixels of a line, for wheels that count in lines. */
const linePixels = 16;
/** A mouse wheel's large steps are brought near to those of a touchpad. */
const largestStep = 24;

export function rolled(event: WheelEvent, canvas: Canvas, point: { x: number; y: number }): void {
	event.preventDefault();
	const unit = event.deltaMode === 1 ? linePixels : event.deltaMode === 2 ? canvas.view.height : 1;
	const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
	if (event.ctrlKey || event.metaKey) {
		const step = Math.max(-largestStep, Math.min(largestStep, dy));
		canvas.zoomTo(canvas.camera.zoom * Math.exp(-step * 0.01), point.x, point.y);
	} else if (event.shiftKey && !dx) canvas.pan(dy, 0);
	else canvas.pan(dx, dy);
}
