// The pictures of a board as its record keeps them: by the name of their file, with what is said of them. Pure; knows no store.
import type * as Y from 'yjs';
import { frames, made, things } from '#lib/board/board.ts';
import type { SessionRecord } from './record.ts';

/** In the order in which they were put there. */
export function frozenImages(board: Y.Doc, itemOf: (item: string | null) => string | null): SessionRecord['images'] {
	const names = new Map(frames(board).map(({ id, name }) => [id, name]));
	return things(board)
		.flatMap((thing) => (thing.kind === 'image' ? [{ ...thing, made: made(board, thing.id) }] : []))
		.sort((one, other) => (one.made?.at ?? 0) - (other.made?.at ?? 0) || (one.id < other.id ? -1 : 1))
		.map(({ file, alt, frame, place: [x, y, width, height], made: attested }, index) => ({
			id: `i${index}`,
			file,
			alt: alt.trim(),
			frame: frame === null ? null : (names.get(frame) ?? null),
			sector: attested?.sector ?? null,
			by: attested?.by ?? null,
			item: itemOf(attested?.item ?? null),
			at: attested?.at ?? null,
			x,
			y,
			width,
			height
		}));
}
