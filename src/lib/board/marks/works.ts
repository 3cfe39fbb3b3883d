// Which work a press begins, by the tool in the hand, and who may do it.
import type { LiveThing } from '../board.svelte.ts';
import type { Canvas } from '../canvas.svelte.ts';
import { mayMove, type Rights } from '../rights.ts';
import type { Kind } from '../thing.ts';
import { arrowWork } from './arrow-work.ts';
import { eraserWork } from './eraser-work.ts';
import { handleWork } from './handle-work.ts';
import { penWork } from './pen-work.ts';
import { shapeWork } from './shape-work.ts';
import { textWork } from './text-work.ts';
import type { Tool } from './tools.svelte.ts';
import type { Wishes, Work } from './work.ts';

/** What each tool makes. */
export const kindOf: { [T in Tool]?: Kind } = {
	sticky: 'sticky',
	text: 'text',
	pen: 'stroke',
	shape: 'shape',
	arrow: 'arrow'
};

/** Bit of `buttons` that the other end of a pen sets. */
const eraserEnd = 32;

/** Whether this person may pull at the handles of a thing: letters belong to who wrote them. */
export const mayPull = (canvas: Canvas, rights: Rights, live: LiveThing): boolean =>
	mayMove(rights, live.now) && canvas.board.may(live.now.kind === 'text' ? 'write' : 'order', live);

/** The work that a press begins; null when the tool chooses, moves the view, or may not do anything here. */
export function workOf(event: PointerEvent, canvas: Canvas, rights: Rights, wishes: Wishes): Work | null {
	if (!rights.mayWrite()) return null;
	const handle = (event.target as Element).closest<HTMLElement>('[data-handle]')?.dataset.handle;
	if (handle !== undefined) {
		const [only] = canvas.chosen();
		return only && mayPull(canvas, rights, only) ? handleWork(handle, only, canvas, event) : null;
	}
	const { tools } = canvas;
	const kind = kindOf[tools.tool];
	const { board } = canvas;
	if (kind && !board.mayMake(kind, board.frameAt(...canvas.pointed(event))?.id ?? null)) return null;
	if (event.pointerType === 'pen' && event.buttons & eraserEnd) return eraserWork(canvas, event, rights);
	switch (tools.tool) {
		case 'pen':
			return penWork(canvas, event);
		case 'eraser':
			return eraserWork(canvas, event, rights);
		case 'shape':
			return shapeWork(canvas, event);
		case 'arrow':
			return arrowWork(canvas, event);
		case 'text':
			return textWork(canvas, event, wishes);
		case 'sticky': {
			const [x, y] = canvas.pointed(event);
			return { move: () => {}, end: () => (tools.done(), wishes.create(x, y)), cancel: () => {} };
		}
		default:
			return null;
	}
}
