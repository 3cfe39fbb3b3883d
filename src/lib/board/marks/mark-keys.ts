// The keys of the drawing tools: letters take a tool, Enter uses it without a pointer, A connects what is chosen.
import type { Words } from '#lib/ui/words.ts';
import { moveThing } from '../board.ts';
import type { LiveThing } from '../board.svelte.ts';
import type { Canvas } from '../canvas.svelte.ts';
import type { Rights } from '../rights.ts';
import type { Writing } from '../writing.ts';
import { atLeast } from './box.ts';
import { sizeText } from './change.ts';
import { connect, holdable } from './connect.ts';
import { nameOf, shortName } from './names.ts';
import { putShape, usualPlace } from './shape-work.ts';
import { heightOfText } from './text-size.ts';
import type { Tool } from './tools.svelte.ts';
import { kindOf, mayPull } from './works.ts';

const letters: Record<string, Tool> = {
	v: 'select',
	h: 'hand',
	t: 'text',
	p: 'pen',
	d: 'pen',
	r: 'shape',
	o: 'shape',
	e: 'eraser'
};

/** Board units that a shape grows, and share that a text grows, with one key. */
const growth = { side: 20, letters: 1.1 } as const;
const leastSide = 24;

/** True when the key meant a tool. */
export function markKey(event: KeyboardEvent, canvas: Canvas, rights: Rights, writing: Writing, words: Words): boolean {
	const { tools } = canvas;
	if (event.ctrlKey || event.metaKey) return false;
	const letter = event.key.toLowerCase();
	if (event.altKey) return event.shiftKey && growBy(event.key, canvas, rights);
	if (event.key === 'Escape') {
		if (tools.tool === 'select' && tools.from === null && !tools.callOff) return false;
		tools.callOff?.();
		tools.take('select');
		return true;
	}
	if (letter === 'h' || letter === 'v') {
		tools.take(letters[letter]!);
		return true;
	}
	if (!rights.mayWrite()) return false;
	if (letter === 'a' && !event.shiftKey) return canvas.board.mayMake('arrow', null) && arrow(canvas, words);
	if (event.key === 'Enter') return use(canvas, writing, words);
	const tool = letters[letter];
	const kind = tool && kindOf[tool];
	if (!tool || event.shiftKey || (kind && !canvas.board.mayMake(kind, null))) return false;
	if (letter === 'o') tools.form = 'ellipse';
	else if (letter === 'r') tools.form = 'rectangle';
	tools.take(tool);
	canvas.said = words(`tool_${tool}`);
	return true;
}

/** Two things that are chosen are connected at once; from one it begins, and the next choice is where it leads. */
function arrow(canvas: Canvas, words: Words): boolean {
	const { tools } = canvas;
	const [one, other, ...more] = holdable(canvas);
	if (one !== undefined && other !== undefined && !more.length) {
		join(canvas, one, other, words);
		return true;
	}
	tools.take('arrow');
	canvas.said = words('tool_arrow');
	const from = one === undefined || other !== undefined ? undefined : canvas.board.get(one);
	if (!from) return true;
	tools.from = from.id;
	canvas.said = words('mark_arrow_begun', { from: shortName(from.now, words) });
	return true;
}

export function join(canvas: Canvas, from: string, to: string, words: Words): void {
	const id = connect(canvas, from, to);
	const made = id === null ? undefined : canvas.board.get(id);
	if (made) canvas.said = nameOf(made.now, (each) => canvas.board.get(each)?.now, words);
}

/** Enter: what the tool would do at a tap, in the middle of the view. */
function use(canvas: Canvas, writing: Writing, words: Words): boolean {
	const { tools } = canvas;
	const [only, ...more] = holdable(canvas);
	if (tools.from !== null && only !== undefined && !more.length && only !== tools.from) {
		join(canvas, tools.from, only, words);
		return true;
	}
	if (tools.tool === 'text') {
		tools.done();
		writing.writeText(...canvas.middle(), null);
		return true;
	}
	if (tools.tool !== 'shape') return false;
	writing.edit(putShape(canvas, usualPlace(...canvas.middle())));
	return true;
}

const growKeys: Record<string, readonly [across: number, down: number]> = {
	ArrowRight: [1, 0],
	ArrowLeft: [-1, 0],
	ArrowDown: [0, 1],
	ArrowUp: [0, -1]
};

/** Alt+Shift+arrows: larger or smaller, for who cannot pull at a handle. */
function growBy(key: string, canvas: Canvas, rights: Rights): boolean {
	const by = growKeys[key];
	const [only, ...more] = canvas.chosen();
	if (!by || !only || more.length || !mayPull(canvas, rights, only)) return false;
	grow(canvas, only, ...by);
	return true;
}

/** One step larger or smaller: a shape by its sides, a text by its letters. */
export function grow(canvas: Canvas, { id, now }: LiveThing, across: number, down: number): void {
	const { board, measure } = canvas;
	const [x, y, width, height] = now.place;
	board.step();
	if (now.kind === 'shape')
		moveThing(board.doc, id, atLeast([x, y, width + across * growth.side, height + down * growth.side], leastSide));
	else if (now.kind === 'text') {
		const size = Math.min(400, Math.max(8, now.size * growth.letters ** (across + down)));
		const wide = (width * size) / now.size;
		sizeText(board.doc, id, [x, y, Math.ceil(wide), Math.ceil(heightOfText(now.text, wide, size, measure))], size);
	}
	board.step();
}
