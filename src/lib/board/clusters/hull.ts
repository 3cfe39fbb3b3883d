// The ground of a cluster on the canvas: the place around its stickies with its name on top. Plain geometry.
import { around, centreOf, contains, slotGap, stickySize, type Place } from '../slots.ts';

/** Board units around the stickies, and the height of the name above them. */
export const hullPadding = slotGap / 2;
export const labelHeight = 36;
/** A sticky this much further out than the ground still belongs to it: one slot beside the last one. */
const reach = stickySize / 2 + slotGap + 10;

/** Around the stickies; the name's line hangs above it. */
export function hullOf(places: Iterable<Place>): Place {
	const [x, y, width, height] = around(places) ?? [0, 0, 0, 0];
	return [x - hullPadding, y - hullPadding, width + 2 * hullPadding, height + 2 * hullPadding];
}

const widened = ([x, y, width, height]: Place, by: number): Place => [x - by, y - by, width + 2 * by, height + 2 * by];

/** Whether a sticky that is put down here joins: its middle lies on the ground or on the name. */
export const joins = ([x, y, width, height]: Place, sticky: Place): boolean =>
	contains([x, y - labelHeight, width, height + labelHeight], ...centreOf(sticky));

/** Whether one that belonged to it still does. */
export const stays = (hull: Place, sticky: Place): boolean => contains(widened(hull, reach), ...centreOf(sticky));

/** The stickies of one cluster in one frame, and the ground they stand on. */
export type Ground = { key: string; cluster: string; ids: string[]; hull: Place };

/** Grounds of shown stickies, in their order; a cluster that reaches over several frames has one in each. */
export function groundsOf(
	stickies: readonly { id: string; cluster: string | null; frame: string | null; place: Place }[]
): Ground[] {
	const grounds = new Map<string, { cluster: string; ids: string[]; places: Place[] }>();
	for (const { id, cluster, frame, place } of stickies) {
		if (cluster === null) continue;
		const key = `${cluster} ${frame}`;
		const ground = grounds.get(key) ?? { cluster, ids: [], places: [] };
		ground.ids.push(id);
		ground.places.push(place);
		grounds.set(key, ground);
	}
	return [...grounds].map(([key, { cluster, ids, places }]) => ({ key, cluster, ids, hull: hullOf(places) }));
}
