// The pictures of a board as its record keeps them: by the name of their file, with what is said of them. Pure; knows no store.
import type * as Y from 'yjs';
import { things } from '#lib/board/board.ts';
import { byAge, lyingOn, type ItemOf } from './frozen.ts';
import type { SessionRecord } from './record.ts';

/** In the order in which they were put there. */
export function frozenImages(board: Y.Doc, itemOf: ItemOf): SessionRecord['images'] {
	const lying = lyingOn(board, itemOf);
	return things(board)
		.flatMap((thing) => (thing.kind === 'image' ? [thing] : []))
		.sort(byAge(board))
		.map(({ id, file, alt, frame, place: [x, y, width, height] }, index) => ({
			id: `i${index}`,
			file,
			alt: alt.trim(),
			...lying(id, frame),
			x,
			y,
			width,
			height
		}));
}
