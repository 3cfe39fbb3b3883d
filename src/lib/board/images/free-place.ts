// The free place nearest to a point, for a picture that nobody pointed a place for: on no sticky, picture, text, shape or name of a
// frame. Pure reading of a document; writes nothing.
import type * as Y from 'yjs';
import { frames, stickies, thingsOfKind } from '../board.ts';
import {
	centreOf,
	columnsOf,
	contains,
	inside,
	overlap,
	rowsOf,
	slotAt,
	Slots,
	slotGap,
	slotStep,
	type Place
} from '../slots.ts';

/** How many half slots around a point are looked at. */
const reach = 24;
/** A shape as large as so many square units is ground that things are put on. */
const groundFrom = 8 * slotStep * slotStep;
/** Names of frames stand out of them when they are seen from far, board units. */
const nameAbove = 100;

/** In the frame under the point, or in none; `width` and `height` in board units. */
export function freeNear(doc: Y.Doc, x: number, y: number, width: number, height: number): Place {
	const all = frames(doc);
	const home = all.findLast(({ place }) => contains(place, x, y));
	const things = [
		...stickies(doc),
		...thingsOfKind(doc, 'image'),
		...thingsOfKind(doc, 'text'),
		...thingsOfKind(doc, 'shape').filter(({ place }) => place[2] * place[3] < groundFrom)
	];
	const lying = things.map(({ place }) => place);
	const far = (place: Place) => {
		const [left, top] = centreOf(place);
		return Math.hypot(left - x, top - y);
	};
	const nearest = (places: readonly Place[], taken: readonly Place[]) =>
		[...places]
			.sort((one, other) => far(one) - far(other))
			.find((place) => !taken.some((other) => overlap(place, other, slotGap / 2)));
	if (home) {
		const slots = Array.from({ length: columnsOf(home.place) * rowsOf(home.place) }, (_, index): Place => {
			const [left, top] = slotAt(home.place, index);
			return [left, top, width, height];
		});
		const within = slots.filter((place) => inside(place, home.place));
		// a frame that is full grows with it
		const standing = things.filter(({ frame }) => frame === home.id || frame === null).map(({ place }) => place);
		return nearest(within, lying) ?? new Slots(home.place, standing).take(width, height);
	}
	const around: Place[] = [];
	for (let row = -reach; row <= reach; row++)
		for (let column = -reach; column <= reach; column++)
			around.push([x - width / 2 + (column * slotStep) / 2, y - height / 2 + (row * slotStep) / 2, width, height]);
	const named = all.map(({ place: [left, top, wide, tall] }): Place => [left, top - nameAbove, wide, tall + nameAbove]);
	return nearest(around, [...lying, ...named]) ?? [x - width / 2, y - height / 2, width, height];
}
