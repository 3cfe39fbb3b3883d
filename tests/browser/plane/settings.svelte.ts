// What a story can change about the canvas while it is open. Knows no board.
import type { Dots } from '#lib/board/dots.ts';

export const settings = $state({
	mayWrite: true,
	mayFrame: false,
	face: 'canvas' as 'canvas' | 'list' | 'table' | 'hall',
	dots: undefined as Dots | undefined,
	item: null as string | null
});
