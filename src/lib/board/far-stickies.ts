// Stickies from far away: blocks of their paper with bars for lines. Knows no camera.
import type { LiveSticky } from './board.svelte.ts';
import type { FarPaper } from './far-paper.ts';
import { paperOf } from './paper.ts';

/** CSS pixels of a sticky's side from which bars for its lines can be seen. */
const barsFrom = 16;

export function paintStickies({ context, at, colour, scale }: FarPaper, stickies: readonly LiveSticky[]): void {
	const byPaper = new Map<string, LiveSticky[]>();
	for (const sticky of stickies) {
		const paper = paperOf(sticky.now, sticky.made);
		const same = byPaper.get(paper);
		if (same) same.push(sticky);
		else byPaper.set(paper, [sticky]);
	}
	for (const [paper, same] of byPaper) {
		context.fillStyle = colour(paper);
		for (const sticky of same) context.fillRect(...at(sticky));
	}
	context.fillStyle = '#221f1966';
	for (const sticky of stickies) {
		const [x, y, w, h] = at(sticky);
		if (w < barsFrom * scale) continue;
		const rows = Math.min(5, Math.ceil(sticky.now.text.length / 22));
		const bar = Math.max(1, Math.round(h * 0.045));
		for (let row = 0; row < rows; row++) {
			const share = row < rows - 1 ? 0.8 : 0.3 + ((sticky.now.text.length % 22) / 22) * 0.5;
			context.fillRect(x + w * 0.1, y + h * (0.14 + row * 0.13), w * share, bar);
		}
	}
}
