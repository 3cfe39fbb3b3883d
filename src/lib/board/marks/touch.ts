// Where marks are touched and what a marquee catches: lines near their ink, regions at their edge or words. Pure.
import type { Touch } from '../hit.ts';
import { contains, inside, overlap, type Place } from '../slots.ts';
import type { Kind, Shape, Stroke, Thing } from '../thing.ts';
import { isOnArrow } from './arrow.ts';
import { isWithin, regionFrom, wordRoom } from './shape-geometry.ts';
import { distanceToStroke } from './stroke.ts';

/** Height of the middle of a region in which its words are met, board units. */
const wordsTall = 120;

const isRegion = ({ place }: Thing): boolean => Math.min(place[2], place[3]) >= regionFrom;

export const isOnStroke = ({ place, points, width }: Stroke, x: number, y: number, reach: number): boolean =>
	distanceToStroke(points, x - place[0], y - place[1]) <= width / 2 + reach;

export function isOnShape(shape: Shape, x: number, y: number, reach: number): boolean {
	const { place, form, text } = shape;
	if (!isWithin(shape, x, y, reach / 2)) return false;
	if (!isRegion(shape) || !isWithin(shape, x, y, -1.5 * reach)) return true;
	const [left, top, width, height] = wordRoom(form, place);
	const tall = Math.min(height, wordsTall);
	return text !== '' && contains([place[0] + left, place[1] + top + (height - tall) / 2, width, tall], x, y);
}

export const markTouches: { [K in Kind]?: Touch<Extract<Thing, { kind: K }>> } = {
	stroke: isOnStroke,
	shape: isOnShape,
	arrow: isOnArrow
};

/** Regions and arrows are caught whole, everything else when it is touched. */
export const isCaught = (thing: Thing, area: Place): boolean =>
	thing.kind === 'arrow' || (thing.kind === 'shape' && isRegion(thing))
		? inside(thing.place, area)
		: overlap(thing.place, area);
