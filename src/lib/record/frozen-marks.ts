// Texts, shapes, arrows and strokes of a board as its record keeps them: their words, and which thing an arrow leads
// from and to. Pure; knows no store.
import type * as Y from 'yjs';
import { thing, things } from '#lib/board/board.ts';
import { heldBy, reachOf } from '#lib/board/marks/held.ts';
import { isMark, wordsOf, type Mark } from '#lib/board/marks/mark.ts';
import type { ArrowEnd } from '#lib/board/thing.ts';
import { byAge, lyingOn, type ItemOf } from './frozen.ts';
import type { SessionRecord } from './record.ts';

type FrozenMark = SessionRecord['marks'][number];

/** `cited`: citation ids of what else lies on the board, by its id there. In the order in which they were made. */
export function frozenMarks(board: Y.Doc, itemOf: ItemOf, cited: ReadonlyMap<string, string>): FrozenMark[] {
	const lying = lyingOn(board, itemOf);
	const find = (id: string) => thing(board, id);
	const marks = things(board).filter(isMark).sort(byAge(board));
	const ids = new Map(marks.map((mark, index) => [mark.id, `m${index}`]));
	/** What an end holds on to: its citation id, and what it said, for who reads the line alone. */
	const end = (of: ArrowEnd) => {
		const held = heldBy(find, of);
		return held && { id: cited.get(held.id) ?? ids.get(held.id) ?? null, text: wordsOf(held) };
	};
	return marks.map((mark) => {
		const [x, y, width, height] = mark.kind === 'arrow' ? reachOf(find, mark) : mark.place;
		return {
			id: ids.get(mark.id)!,
			kind: mark.kind,
			text: 'text' in mark ? mark.text.trim() : '',
			...ownOf(mark, end),
			colour: mark.colour,
			...lying(mark.id, 'frame' in mark ? mark.frame : null),
			x,
			y,
			width,
			height
		};
	});
}

/** What one kind alone has. */
function ownOf(mark: Mark, end: (of: ArrowEnd) => FrozenMark['from']): Partial<FrozenMark> {
	if (mark.kind === 'shape') return { form: mark.form };
	if (mark.kind === 'stroke') return { points: [...mark.points], thickness: mark.width };
	return mark.kind === 'arrow' ? { from: end(mark.from), to: end(mark.to) } : {};
}
