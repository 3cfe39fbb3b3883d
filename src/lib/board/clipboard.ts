// Copying from the canvas and pasting into it. Knows the clipboard of an event, no element.
import type { Words } from '#lib/ui/words.ts';
import type { Canvas } from './canvas.svelte.ts';
import { addAll } from './copies.ts';
import { pasted } from './paste.ts';

/** Puts the chosen stickies on the clipboard, one a line; false when there are none. */
export function copyTo(data: DataTransfer | null, canvas: Canvas): boolean {
	const chosen = canvas.chosenStickies();
	if (!chosen.length) return false;
	data?.setData('text/plain', chosen.map(({ now }) => now.text.replace(/\s+/g, ' ')).join('\n'));
	return true;
}

/** Makes stickies of a pasted list; false when there is nothing in it. */
export function pasteFrom(data: DataTransfer | null, canvas: Canvas, home: string | null, words: Words): boolean {
	const { texts, left } = pasted(data?.getData('text/plain') ?? '');
	if (!texts.length) return false;
	canvas.select(addAll(canvas.board, texts, home));
	const bounds = canvas.boundsOfSelection();
	if (bounds) canvas.reveal(bounds);
	canvas.said =
		words('board_pasted', { count: texts.length }) + (left ? ` ${words('board_paste_left', { count: left })}` : '');
	return true;
}
