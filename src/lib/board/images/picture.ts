// Pictures in the board's document: put there, described, given a size and a place. Knows no file and no screen.
import * as Y from 'yjs';
import { byHand, freeSlots, frames, thingsOf } from '../board.ts';
import { labelLimit } from '../limits.ts';
import { freeNear } from './free-place.ts';
import { centreOf, contains, slotGap, stickySize, type Place } from '../slots.ts';

/** A new picture fills two slots along its longer side, board units. */
const longest = 2 * stickySize + slotGap;
const least = 40;
/** Under the stickies that are put on it. */
const ground = -1;

/** Where a picture is wanted: around a point of the board (`near`: where there is room close to it), or anywhere in a frame. */
export type Spot = { x: number; y: number; near?: true } | { frame: string | null };

/** The size on the board of a picture of so many pixels; small ones are not blown up. */
export function sizeOnBoard(width: number, height: number): [width: number, height: number] {
	const scale = Math.min(1, longest / Math.max(width, height));
	const side = (pixels: number) => Math.round(Math.min(longest, Math.max(least, pixels * scale)));
	return [side(width), side(height)];
}

export type NewPicture = { id: string; file: string; alt: string; width: number; height: number; spot: Spot };

/** Puts a picture on the board, once however often it is asked; `width` and `height` in pixels. */
export function addPicture(doc: Y.Doc, { id, file, alt, width, height, spot }: NewPicture): void {
	const things = thingsOf(doc);
	if (things.has(id)) return;
	const [w, h] = sizeOnBoard(width, height);
	doc.transact(() => {
		const place = placeAt(doc, spot, w, h);
		const under = frames(doc).findLast((frame) => contains(frame.place, ...centreOf(place)));
		const frame = 'x' in spot ? (under?.id ?? null) : homeOf(doc, spot.frame);
		const value = new Y.Map<unknown>();
		value.set('kind', 'image');
		value.set('place', place.map(Math.round));
		value.set('order', ground);
		value.set('file', file);
		value.set('alt', alt.slice(0, labelLimit));
		if (frame !== null) value.set('frame', frame);
		things.set(id, value);
	}, byHand);
}

function placeAt(doc: Y.Doc, spot: Spot, width: number, height: number): Place {
	if (!('x' in spot)) return freeSlots(doc, homeOf(doc, spot.frame)).take(width, height);
	if (spot.near) return freeNear(doc, spot.x, spot.y, width, height);
	return [spot.x - width / 2, spot.y - height / 2, width, height];
}

/** The frame may be gone by the time the picture has arrived. */
const homeOf = (doc: Y.Doc, frame: string | null): string | null =>
	frame !== null && thingsOf(doc).has(frame) ? frame : null;

/** Says what a picture shows. */
export function describe(doc: Y.Doc, id: string, alt: string): void {
	const value = thingsOf(doc).get(id);
	const said = alt.slice(0, labelLimit);
	if (value instanceof Y.Map && value.get('alt') !== said) doc.transact(() => value.set('alt', said), byHand);
}
