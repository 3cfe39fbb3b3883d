// Drawing a shape from corner to corner; a tap makes one of a good size. Knows no key but Shift: equal sides.
import type { Canvas } from '../canvas.svelte.ts';
import { centreOf, type Place } from '../slots.ts';
import { boxBetween } from './box.ts';
import { addShape } from './change.ts';
import type { Work } from './work.ts';

/** Board units of a shape that nobody stretched. */
export const usualShape = { width: 240, height: 160 };
/** CSS pixels below which it was a tap. */
const tapPixels = 8;

export const usualPlace = (x: number, y: number): Place => [
	x - usualShape.width / 2,
	y - usualShape.height / 2,
	usualShape.width,
	usualShape.height
];

/** Puts a shape on the board as the tools say, and chooses it; returns its id. */
export function putShape(canvas: Canvas, place: Place): string {
	const { board, tools } = canvas;
	const frame = board.frameAt(...centreOf(place))?.id ?? null;
	board.step();
	const id = addShape(board.doc, { place, form: tools.form, text: '', frame, colour: tools.colour });
	board.step();
	tools.done();
	canvas.select([id]);
	return id;
}

export function shapeWork(canvas: Canvas, event: PointerEvent): Work {
	const { tools } = canvas;
	const start = canvas.pointed(event);
	let place: Place = [...start, 0, 0];
	return {
		move(next) {
			place = boxBetween(start, canvas.pointed(next), next.shiftKey);
			tools.draft = { kind: 'shape', of: null, form: tools.form, place, text: '', colour: tools.colour };
			canvas.wake();
		},
		end() {
			const isTap = Math.max(place[2], place[3]) * canvas.camera.zoom < tapPixels;
			putShape(
				canvas,
				isTap ? usualPlace(...start) : [place[0], place[1], Math.max(8, place[2]), Math.max(8, place[3])]
			);
		},
		cancel() {
			tools.draft = null;
		}
	};
}
