// Rubbing out: strokes that the hand passes over grow pale and go together when it is lifted.
import { byHand, removeThing } from '../board.ts';
import type { LiveThing } from '../board.svelte.ts';
import type { Canvas } from '../canvas.svelte.ts';
import { mayMove, type Rights } from '../rights.ts';
import type { Work } from './work.ts';
import { isOnStroke } from './touch.ts';

/** CSS pixels around the pointer. */
const reachPixels = 8;

export function eraserWork(canvas: Canvas, event: PointerEvent, rights: Rights): Work {
	const { board, tools } = canvas;
	const going = new Set<string>();
	let last = canvas.pointed(event);

	const mayRub = (live: LiveThing) => mayMove(rights, live.now) && board.may('remove', live);

	function rub(x: number, y: number) {
		const reach = reachPixels / canvas.camera.zoom;
		const near = board.lyingIn([x - reach, y - reach, 2 * reach, 2 * reach]);
		for (const live of near)
			if (live.now.kind === 'stroke' && isOnStroke(live.now, x, y, reach) && mayRub(live)) going.add(live.id);
	}

	function pass(to: [x: number, y: number]) {
		const steps = Math.ceil(Math.hypot(to[0] - last[0], to[1] - last[1]) / (reachPixels / canvas.camera.zoom));
		for (let step = 0; step <= steps; step++) {
			const part = steps ? step / steps : 1;
			rub(last[0] + (to[0] - last[0]) * part, last[1] + (to[1] - last[1]) * part);
		}
		last = to;
		if (going.size !== tools.erasing.size) tools.erasing = new Set(going);
	}

	pass(last);
	return {
		move: (next) => pass(canvas.pointed(next)),
		end() {
			tools.erasing = new Set();
			if (!going.size) return;
			board.step();
			board.doc.transact(() => {
				for (const id of going) removeThing(board.doc, id);
			}, byHand);
			board.step();
		},
		cancel() {
			tools.erasing = new Set();
		}
	};
}
