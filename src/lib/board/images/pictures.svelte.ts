// The door for pictures from this page to the board: small, because every phone loads it; what sends them is loaded when one comes.
import type { Words } from '#lib/ui/words.ts';
import { sessionBase } from './address.ts';
import { waitingKey, type BoardAtHand } from './at-hand.ts';
import type { Spot } from './picture.ts';
import type { Tray } from './tray.svelte.ts';

let board: BoardAtHand | null = null;
let sentences: (() => Words) | null = null;
let tray: Promise<Tray> | null = null;

const open = (): Promise<Tray> =>
	(tray ??= import('./open-tray.svelte.ts').then(({ openTray }) =>
		openTray(location.pathname, () => board, sentences!)
	));

/** Pictures go to this board from now on; what an earlier page of this device could not send is sent now. */
export function tiePictures(next: BoardAtHand, words: () => Words): void {
	board = next;
	sentences = words;
	let kept: string | null = null;
	try {
		kept = localStorage.getItem(waitingKey(location.pathname));
	} catch {
		// a browser that keeps nothing has nothing waiting
	}
	if (kept && sessionBase()) void open();
}

export function addPictures(files: readonly File[], spot: Spot): void {
	if (board && files.length) void open().then((opened) => opened.add(files, spot));
}

/** Asks for files; a phone offers its camera as well. */
export function choosePictures(spot: () => Spot): void {
	const input = document.createElement('input');
	input.type = 'file';
	input.accept = 'image/*';
	input.multiple = true;
	input.onchange = () => addPictures([...(input.files ?? [])], spot());
	input.click();
}
