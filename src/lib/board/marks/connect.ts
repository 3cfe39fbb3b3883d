// The command that connects two things with an arrow. Knows no key and no button.
import type { Canvas } from '../canvas.svelte.ts';
import { centreOf } from '../slots.ts';
import { addArrow } from './change.ts';
import { canBeHeld } from './held.ts';

/** What of the selection an arrow can hold on to, in the order in which it was chosen. */
export const holdable = (canvas: Canvas): string[] =>
	canvas.chosen().flatMap(({ id, now }) => (canBeHeld(now) ? [id] : []));

/** Connects two things and chooses the arrow; null when one of them is gone, or when it is there already. */
export function connect(canvas: Canvas, from: string, to: string): string | null {
	const { board, tools } = canvas;
	const [one, other] = [board.get(from)?.now, board.get(to)?.now];
	tools.from = null;
	if (!one || !other || one.id === other.id || !canBeHeld(one) || !canBeHeld(other)) return null;
	const isSame = board.all().find(({ now }) => now.kind === 'arrow' && now.from.thing === from && now.to.thing === to);
	if (isSame) {
		canvas.select([isSame.id]);
		return null;
	}
	const [x, y] = centreOf(one.place);
	const [toX, toY] = centreOf(other.place);
	board.step();
	const id = addArrow(board.doc, {
		from: { thing: from, x, y },
		to: { thing: to, x: toX, y: toY },
		text: '',
		colour: tools.colour
	});
	board.step();
	tools.done();
	canvas.select([id]);
	return id;
}
