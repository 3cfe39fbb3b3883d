// The keyboard on the canvas: what each key does. Knows no element.
import { byHand, removeThing } from './board.ts';
import type { Canvas } from './canvas.svelte.ts';
import { duplicate } from './copies.ts';
import { drop } from './drop.ts';
import type { Rights } from './rights.ts';
import { slotGap, slotStep } from './slots.ts';
import type { Writing } from './writing.ts';

export type KeyWishes = {
	writing: Writing;
	find: () => void;
	say: (done: 'removed' | 'duplicated') => void;
};

const arrows: Record<string, readonly [x: number, y: number]> = {
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
	ArrowUp: [0, -1],
	ArrowDown: [0, 1]
};

/** True when the key meant something here. */
export function pressed(
	event: KeyboardEvent,
	canvas: Canvas,
	rights: Rights,
	wishes: KeyWishes,
	item: string | null
): boolean {
	const control = event.ctrlKey || event.metaKey;
	const letter = event.key.toLowerCase();
	const { board } = canvas;
	if (control) return withControl(letter, event, canvas, rights, wishes);
	if (event.altKey) return false;
	const arrow = arrows[event.key];
	if (arrow) {
		const step = event.shiftKey ? slotStep : slotGap / 2;
		if (!canvas.selected.size) canvas.pan(arrow[0] * 80, arrow[1] * 80);
		else if (rights.mayWrite()) drop(board, canvas.selected, arrow[0] * step, arrow[1] * step);
		return true;
	}
	switch (event.key) {
		case 'Tab':
			return canvas.selected.size > 0 && walk(canvas, event.shiftKey ? -1 : 1);
		case 'Enter': {
			const [only] = canvas.chosen();
			if (!only) return walk(canvas, 1);
			if (rights.mayWrite()) wishes.writing.edit(only.id);
			return true;
		}
		case 'Escape':
			if (!canvas.selected.size) return false;
			canvas.select([]);
			return true;
		case 'Delete':
		case 'Backspace':
			if (rights.mayWrite()) remove(canvas, wishes);
			return true;
	}
	if (event.shiftKey && event.code === 'Digit1') canvas.fit(board.bounds(item));
	else if (event.shiftKey && event.code === 'Digit2') canvas.fit(canvas.boundsOfSelection() ?? board.bounds());
	else if (letter === 'n' && rights.mayWrite()) wishes.writing.add();
	else return false;
	return true;
}

function withControl(letter: string, event: KeyboardEvent, canvas: Canvas, rights: Rights, wishes: KeyWishes): boolean {
	const { board } = canvas;
	if (letter === '0') canvas.zoomTo(1);
	else if (letter === '+' || letter === '=') canvas.zoomTo(canvas.camera.zoom * 1.25);
	else if (letter === '-') canvas.zoomTo(canvas.camera.zoom / 1.25);
	else if (letter === 'f') wishes.find();
	else if (letter === 'a') canvas.select(board.stickies.map(({ id }) => id));
	else if (!rights.mayWrite()) return false;
	else if (letter === 'z') {
		if (event.shiftKey) board.redo();
		else board.undo();
	} else if (letter === 'y') board.redo();
	else if (letter === 'd') {
		canvas.select(duplicate(board, canvas.chosenStickies()));
		wishes.say('duplicated');
	} else return false;
	return true;
}

export function remove(canvas: Canvas, wishes: Pick<KeyWishes, 'say'>): void {
	const { board } = canvas;
	if (!canvas.selected.size) return;
	board.step();
	board.doc.transact(() => {
		for (const { id } of canvas.chosen()) removeThing(board.doc, id);
	}, byHand);
	board.step();
	canvas.select([]);
	wishes.say('removed');
}

/** To the next sticky in reading order; past the last one the key leaves the board. */
function walk(canvas: Canvas, by: 1 | -1): boolean {
	const order = canvas.board.stickies;
	const [only] = canvas.selected;
	// nothing chosen: Tab passes by, Enter begins
	const from = only === undefined ? -1 : order.findIndex(({ id }) => id === only);
	const next = order[from + by];
	if (!next) {
		canvas.select([]);
		return false;
	}
	canvas.select([next.id]);
	canvas.reveal(next.now.place);
	return true;
}
