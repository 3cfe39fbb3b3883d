// In which frame a mark belongs where frames are read one after the other. Pure.
import { contains, centreOf, type Place } from '../slots.ts';
import { heldBy, type Find } from './held.ts';
import type { Mark } from './mark.ts';

type Ground = { id: string; place: Place };

/** A mark lies in its frame; an arrow belongs to what it begins at, else to the frame that it begins in. */
export function homeOfMark(mark: Mark, find: Find, frames: readonly Ground[]): string | null {
	const known = (id: string | null) => (id !== null && frames.some((frame) => frame.id === id) ? id : null);
	if (mark.kind !== 'arrow') return known(mark.frame);
	const held = heldBy(find, mark.from);
	if (held && 'frame' in held) return known(held.frame);
	const [x, y] = held ? centreOf(held.place) : [mark.from.x, mark.from.y];
	return frames.find(({ place }) => contains(place, x, y))?.id ?? null;
}
