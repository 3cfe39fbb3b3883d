// Where a text is to stand: a tap, or a drag that says how wide it may be.
import type { Canvas } from '../canvas.svelte.ts';
import { boxBetween } from './box.ts';
import type { Wishes, Work } from './work.ts';

/** CSS pixels from which a drag says a width. */
const widePixels = 40;

export function textWork(canvas: Canvas, event: PointerEvent, wishes: Wishes): Work {
	const { tools } = canvas;
	const start = canvas.pointed(event);
	let [left, top, width] = [...start, 0];
	return {
		move(next) {
			const place = boxBetween(start, canvas.pointed(next), false);
			[left, top, width] = place;
			tools.draft = { kind: 'shape', of: null, form: 'rectangle', place, text: '', colour: null };
			canvas.wake();
		},
		end() {
			tools.done();
			const isWide = width * canvas.camera.zoom >= widePixels;
			if (isWide) wishes.writeText(left, top, width);
			else wishes.writeText(start[0], start[1] - tools.size * 0.6, null);
		},
		cancel() {
			tools.draft = null;
		}
	};
}
