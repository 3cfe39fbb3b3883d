// Drawing an arrow: ends hold on to what they are let go over; two taps on two things connect them as well.
import type { Canvas } from '../canvas.svelte.ts';
import { lies, type LiveBoard, type LiveThing } from '../board.svelte.ts';
import type { ArrowEnd } from '../thing.ts';
import { curveOf } from './arrow.ts';
import { addArrow } from './change.ts';
import { connect } from './connect.ts';
import { canBeHeld } from './held.ts';
import { outlineOf } from './mark.ts';
import { isWithin } from './shape-geometry.ts';
import type { Work } from './work.ts';

/** CSS pixels below which it was a tap. */
const tapPixels = 10;

/** The topmost thing at a point that an arrow can hold on to. */
export function holdAt(board: LiveBoard, x: number, y: number): LiveThing | undefined {
	let top: LiveThing | undefined;
	for (const live of board.within([x, y, 0.01, 0.01]))
		if (canBeHeld(live.now) && isWithin(outlineOf(live.now), x, y) && (!top || lies(live, top) > 0)) top = live;
	return top;
}

export function endAt(board: LiveBoard, x: number, y: number, not: string | null = null): ArrowEnd {
	const held = holdAt(board, x, y)?.id ?? null;
	return { thing: held === not ? null : held, x, y };
}

/** Turns the second point so that the line goes in steps of an eighth of a circle. */
export function straight([x, y]: readonly [number, number], to: readonly [number, number]): [number, number] {
	const angle = Math.round(Math.atan2(to[1] - y, to[0] - x) / (Math.PI / 4)) * (Math.PI / 4);
	const length = Math.hypot(to[0] - x, to[1] - y);
	return [x + Math.cos(angle) * length, y + Math.sin(angle) * length];
}

export function arrowWork(canvas: Canvas, event: PointerEvent): Work {
	const { board, tools } = canvas;
	const start = canvas.pointed(event);
	const from = endAt(board, ...start);
	let to: ArrowEnd = { thing: null, x: start[0], y: start[1] };
	const find = (id: string) => board.get(id)?.now;
	return {
		move(next) {
			const point = canvas.pointed(next);
			const [x, y] = next.shiftKey ? straight(start, point) : point;
			to = endAt(board, x, y, from.thing);
			const target = to.thing === null ? null : (find(to.thing)?.place ?? null);
			const curve = curveOf(find, { from, to });
			tools.draft = { kind: 'arrow', of: null, curve, text: '', colour: tools.colour, target };
			canvas.wake();
		},
		end() {
			const isTap = Math.hypot(to.x - start[0], to.y - start[1]) * canvas.camera.zoom < tapPixels;
			tools.draft = null;
			if (isTap) {
				if (tools.from !== null && from.thing !== null && from.thing !== tools.from)
					connect(canvas, tools.from, from.thing);
				else {
					tools.from = from.thing;
					canvas.select(from.thing === null ? [] : [from.thing]);
				}
				return;
			}
			// a hand that ends where it began has drawn nothing
			if (from.thing !== null && holdAt(board, to.x, to.y)?.id === from.thing) return;
			board.step();
			const id = addArrow(board.doc, { from, to, text: '', colour: tools.colour });
			board.step();
			tools.done();
			canvas.select([id]);
		},
		cancel() {
			tools.draft = null;
		}
	};
}
