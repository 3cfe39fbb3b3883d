// Room for pictures beside the cards of a panel in the hall. Pure: sizes in, sizes out.
import type { Box } from '../scene.ts';

/** So many pictures are seen at once; more come page by page. */
export const picturesAtOnce = 4;

export type Shared = { cards: Box; pictures: Box; side: 'right' | 'below' };

/** Pictures stand at the right of wide panels and below narrow ones; without cards they have all of it. */
export function sharedRoom(box: Box, pictures: number, cards: number, gap: number): Shared {
	const none = { width: 0, height: 0 };
	const side = box.width > 1.2 * box.height ? 'right' : 'below';
	if (!pictures) return { cards: box, pictures: none, side };
	if (!cards) return { cards: none, pictures: box, side };
	if (side === 'right') {
		const width = 0.42 * (box.width - gap);
		return { cards: { ...box, width: box.width - gap - width }, pictures: { ...box, width }, side };
	}
	const height = 0.45 * (box.height - gap);
	return { cards: { ...box, height: box.height - gap - height }, pictures: { ...box, height }, side };
}

/** Columns in which so many pictures are largest, for pictures about 4:3. */
export function columnsFor(count: number, { width, height }: Box): number {
	let [best, most] = [1, 0];
	for (let columns = 1; columns <= count; columns++) {
		const rows = Math.ceil(count / columns);
		const size = Math.min(width / columns / 4, height / rows / 3);
		if (size > most) [best, most] = [columns, size];
	}
	return best;
}
