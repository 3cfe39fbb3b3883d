// From one sticky to the next: the neighbouring slot, or the sticky that already lies there. Pure.
import type { LiveBoard, LiveSticky } from './board.svelte.ts';
import { isSticky } from './board.svelte.ts';
import { contains, slotGap, stickySize, type Place } from './slots.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

export function beside([x, y, width, height]: Place, direction: Direction): Place {
	if (direction === 'left') return [x - stickySize - slotGap, y, stickySize, stickySize];
	if (direction === 'right') return [x + width + slotGap, y, stickySize, stickySize];
	if (direction === 'up') return [x, y - stickySize - slotGap, stickySize, stickySize];
	return [x, y + height + slotGap, stickySize, stickySize];
}

/** A sticky covers a slot when it holds the slot's middle. */
export function coveredBy(board: LiveBoard, slot: Place): LiveSticky | undefined {
	const [x, y] = [slot[0] + slot[2] / 2, slot[1] + slot[3] / 2];
	return board.within(slot).find((live): live is LiveSticky => isSticky(live) && contains(live.now.place, x, y));
}
