// An arrow among the things that it holds on to: where it runs now. Pure; asks for things by id.
import type { Arrow, ArrowEnd } from '../thing.ts';
import { curveBetween, distanceTo, type Curve, type Point } from './arrow-geometry.ts';
import { heldBy, type Find } from './held.ts';
import { outlineOf, type Outline } from './mark.ts';

/** How far the end at a thing (null: a free end) is shifted just now, board units. */
export type Shift = (held: string | null) => Point;
const still: Shift = () => [0, 0];

function endOf(find: Find, end: ArrowEnd, shift: Shift): Outline | Point {
	const held = heldBy(find, end);
	const [dx, dy] = shift(held?.id ?? null);
	if (!held) return [end.x + dx, end.y + dy];
	const { form, place } = outlineOf(held);
	return { form, place: [place[0] + dx, place[1] + dy, place[2], place[3]] };
}

export const curveOf = (find: Find, { from, to }: Pick<Arrow, 'from' | 'to'>, shift: Shift = still): Curve =>
	curveBetween(endOf(find, from, shift), endOf(find, to, shift));

export const isOnArrow = (arrow: Arrow, x: number, y: number, reach: number, find: Find): boolean =>
	distanceTo(curveOf(find, arrow), [x, y]) <= reach;
