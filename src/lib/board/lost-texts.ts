// What somebody wrote that did not come to the board: found by what their device showed and what the board says. Knows no screen.
import type * as Y from 'yjs';
import { things } from './board.ts';

/** Texts of `before` that are not on the board `now`, each once. */
export function lostTexts(before: Y.Doc, now: Y.Doc): string[] {
	const texts = (doc: Y.Doc) =>
		things(doc).flatMap((thing) =>
			'text' in thing && thing.text.trim() ? [[thing.id, thing.text.trim()] as const] : []
		);
	const there = new Set(texts(now).map(([, text]) => text));
	const lost = texts(before).filter(([, text]) => !there.has(text));
	return [...new Set(lost.map(([, text]) => text))];
}
