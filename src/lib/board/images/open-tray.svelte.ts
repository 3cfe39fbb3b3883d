// Opens the tray of pictures beside the page. Knows no session.
import { mount } from 'svelte';
import type { Words } from '#lib/ui/words.ts';
import type { BoardAtHand } from './at-hand.ts';
import PictureTray from './PictureTray.svelte';
import { Tray } from './tray.svelte.ts';

export async function openTray(at: string, board: () => BoardAtHand | null, words: () => Words): Promise<Tray> {
	const tray = new Tray(at, board);
	mount(PictureTray, { target: document.body, props: { tray, words } });
	await tray.restore();
	return tray;
}
