// Where marks are touched: lines near their ink, large shapes at their edge or their words. Pure.
import { contains } from '../slots.ts';
import type { Shape, Stroke } from '../thing.ts';
import { isWithin, regionFrom, wordRoom } from './shape-geometry.ts';
import { distanceToStroke } from './stroke.ts';

/** Height of the middle of a region in which its words are met, board units. */
const wordsTall = 120;

export const isOnStroke = ({ place, points, width }: Stroke, x: number, y: number, reach: number): boolean =>
	distanceToStroke(points, x - place[0], y - place[1]) <= width / 2 + reach;

export function isOnShape(shape: Shape, x: number, y: number, reach: number): boolean {
	const { place, form, text } = shape;
	if (!isWithin(shape, x, y, reach / 2)) return false;
	const isSmall = Math.min(place[2], place[3]) < regionFrom;
	if (isSmall || !isWithin(shape, x, y, -1.5 * reach)) return true;
	const [left, top, width, height] = wordRoom(form, place);
	const tall = Math.min(height, wordsTall);
	return text !== '' && contains([place[0] + left, place[1] + top + (height - tall) / 2, width, tall], x, y);
}
