// Drawing with the pen: gathers every point that the pointer gave, shows the ink, and puts one stroke on the board.
import type { Canvas } from '../canvas.svelte.ts';
import { around, centreOf } from '../slots.ts';
import { addStroke } from './change.ts';
import { ThinLine } from './ink-said.ts';
import { inkPath } from './ink-path.ts';
import { tolerance, type Sample } from './stroke.ts';
import type { Work } from './work.ts';

/** So many points are drawn anew with every move; ink before them is finished. */
const liveLimit = 400;
/** CSS pixels: thinner lines are not seen well from far. */
const thinnest = 2.5;
/** Pressure where none is given, and thickest line that the board takes. */
const evenPressure = 50;
const thickest = 100;

export function penWork(canvas: Canvas, event: PointerEvent): Work {
	const { board, tools } = canvas;
	const width = Math.min(thickest, Math.round(Math.max(tools.width, thinnest / canvas.camera.zoom)));
	const sample = (each: PointerEvent): Sample => {
		const [x, y] = canvas.pointed(each);
		const pressed = each.pointerType === 'pen' && each.pressure > 0;
		return [x, y, pressed ? Math.round(each.pressure * 100) : evenPressure];
	};
	const line = new ThinLine(canvas.camera.zoom);
	const all: Sample[] = [sample(event)];
	line.add(all[0]!);
	let live: Sample[] = [...all];
	let done: string[] = [];
	const show = () => {
		tools.draft = { kind: 'stroke', of: null, done, samples: live, width, line };
		canvas.wake();
	};
	show();

	return {
		move(next) {
			// a straight line from where it began
			if (next.shiftKey) {
				all.length = 1;
				all.push(sample(next));
				[live, done] = [[...all], []];
				line.restart(all);
				return show();
			}
			const given = next.getCoalescedEvents?.() ?? [];
			for (const each of given.length ? given : [next]) {
				const point = sample(each);
				all.push(point);
				live.push(point);
				line.add(point);
			}
			if (live.length > liveLimit) {
				done = [...done, inkPath(live, width, false)];
				live = live.slice(-1);
			}
			show();
		},
		end() {
			tools.done();
			const middle = centreOf(around(all.map(([x, y]) => [x, y, 0, 0]))!);
			const { colour } = tools;
			const frame = board.frameAt(...middle)?.id ?? null;
			board.step();
			const given = { id: line.id, samples: all, width, frame, colour };
			addStroke(board.doc, { ...given, tolerance: tolerance / canvas.camera.zoom });
			board.step();
		},
		cancel() {
			tools.draft = null;
		}
	};
}
