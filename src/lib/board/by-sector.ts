// How many stickies each sector has put on the board, by what the server attested. Pure.
import type * as Y from 'yjs';
import type { Sector } from '#lib/people/people.ts';
import { made, things } from './board.ts';

/** Stickies whose author may not be known count for nobody. */
export function stickiesBySector(doc: Y.Doc): Partial<Record<Sector, number>> {
	const counts: Partial<Record<Sector, number>> = {};
	for (const { kind, id } of things(doc)) {
		const sector = kind === 'sticky' ? made(doc, id)?.sector : null;
		if (sector) counts[sector] = (counts[sector] ?? 0) + 1;
	}
	return counts;
}
