// The keyboard on the canvas: what each key does. Knows no element.
import type { Canvas } from './canvas.svelte.ts';
import { isLying } from './hit.ts';
import type { Rights } from './rights.ts';
import type { Deeds } from './selection/deeds.ts';
import { withMates } from './selection/groups.ts';
import type { Nudge } from './selection/nudge.ts';
import type { Writing } from './writing.ts';

/** What keys act on. */
export type Desk = {
	canvas: Canvas;
	rights: Rights;
	writing: Writing;
	deeds: Deeds;
	nudge: Nudge;
	find: () => void;
	help: () => void;
	/** The running agenda item. */
	item: () => string | null;
};

const arrows: Record<string, readonly [x: number, y: number]> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};
const directions = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const;

/** CSS pixels by which an arrow key moves the view when nothing is chosen. */
const panStep = 80;

/** True when the key meant something here. */
export function pressed(event: KeyboardEvent, desk: Desk): boolean {
	const { canvas, rights, writing, deeds } = desk;
	if (event.ctrlKey || event.metaKey) return withControl(event, desk);
	if (event.altKey) return false;
	const arrow = arrows[event.key];
	if (arrow) {
		const step = event.shiftKey ? 10 : 1;
		if (!canvas.selected.size) canvas.pan(arrow[0] * panStep, arrow[1] * panStep);
		else desk.nudge.press(deeds.carried(), arrow[0] * step, arrow[1] * step);
		return true;
	}
	switch (event.key) {
		case 'Tab':
			return canvas.selected.size > 0 && walk(canvas, event.shiftKey ? -1 : 1);
		case 'F2':
		case 'Enter': {
			const [only] = canvas.chosen();
			if (!only) return walk(canvas, 1);
			writing.edit(only.id);
			return true;
		}
		case 'Escape':
			if (!canvas.selected.size && !canvas.back) return false;
			canvas.select([]);
			canvas.goBack();
			return true;
		case 'Delete':
		case 'Backspace':
			deeds.remove();
			return true;
		case '?':
			desk.help();
			return true;
		case ']':
		case '[':
			deeds.stack(event.key === ']' ? 'front' : 'back');
			return true;
	}
	if (event.shiftKey && event.code === 'Digit1') canvas.fit(canvas.board.bounds());
	else if (event.shiftKey && event.code === 'Digit2') canvas.fit(canvas.boundsOfSelection() ?? canvas.board.bounds());
	else if (!rights.mayWrite()) return false;
	else if (event.key.toLowerCase() === 'n') writing.add();
	else if (event.key.toLowerCase() === 'g') deeds.cluster();
	else if (event.key.toLowerCase() === 'm') deeds.merge();
	else return false;
	return true;
}

function withControl(event: KeyboardEvent, { canvas, rights, writing, deeds, find }: Desk): boolean {
	const { board } = canvas;
	const letter = event.key.toLowerCase();
	const direction = directions[event.key as keyof typeof directions];
	if (letter === '0') canvas.zoomTo(1);
	else if (letter === '+' || letter === '=') canvas.zoomTo(canvas.camera.zoom * 1.25);
	else if (letter === '-') canvas.zoomTo(canvas.camera.zoom / 1.25);
	else if (letter === 'f') find();
	else if (letter === 'a')
		canvas.select(board.all().flatMap(({ id, now }) => (isLying(now) && !board.roots.has(id) ? [id] : [])));
	else if (letter === 'l' && event.shiftKey) deeds.lock();
	else if (!rights.mayWrite()) return false;
	else if (letter === 'z') {
		if (event.shiftKey) board.history.redo();
		else board.history.undo();
	} else if (letter === 'y') board.history.redo();
	else if (letter === 'd') deeds.duplicate();
	else if (letter === 'g') {
		if (event.shiftKey) deeds.ungroup();
		else deeds.group();
	} else if (direction && canvas.selected.size === 1) writing.next([...canvas.selected][0]!, direction);
	else return false;
	return true;
}

/** To the next sticky in reading order; past the last one the key leaves the board. */
function walk(canvas: Canvas, by: 1 | -1): boolean {
	const order = canvas.board.stickies;
	const [only] = canvas.selected;
	// nothing chosen: Tab passes by, Enter begins; of a group the way goes on behind it
	const chosen = order.flatMap(({ id }, index) => (canvas.selected.has(id) ? [index] : []));
	const from = only === undefined ? -1 : ((by > 0 ? chosen.at(-1) : chosen[0]) ?? -1);
	const next = order[from + by];
	if (!next) {
		canvas.select([]);
		return false;
	}
	canvas.select(withMates(canvas.board, [next.id]));
	canvas.reveal(next.now.place);
	return true;
}
