// Whether a dot may lie where a vote says it lies: on a sticky of the part of the board that was chosen. Knows no ballot.
import type * as Y from 'yjs';
import { thing } from './board.ts';

/** `area`: id of a frame, or of the agenda item whose frames are meant; null: the whole board. */
export function isInDotArea(doc: Y.Doc, sticky: string, area: string | null): boolean {
	const found = thing(doc, sticky);
	if (found?.kind !== 'sticky') return false;
	if (area === null) return true;
	const frame = found.frame === null ? null : thing(doc, found.frame);
	return frame?.kind === 'frame' && (frame.id === area || frame.item === area);
}
