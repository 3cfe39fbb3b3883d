// An arrow among the things that it holds on to: where it runs now. Pure; asks for things by id.
import type { Arrow, ArrowEnd, Thing } from '../thing.ts';
import { curveBetween, distanceTo, type Curve, type Point } from './arrow-geometry.ts';
import { canBeHeld, outlineOf, type Outline } from './mark.ts';

export type Find = (id: string) => Thing | null | undefined;

/** How far the end at a thing (null: a free end) is shifted just now, board units. */
export type Shift = (held: string | null) => Point;
const still: Shift = () => [0, 0];

/** How often one sticky may have been merged into another before one gives up. */
const mergeLimit = 8;

/** The thing that an end holds on to: where one was merged into another, that one; null when the end is free. */
export function heldBy(find: Find, end: ArrowEnd): Thing | null {
	let held = end.thing === null ? null : find(end.thing);
	for (let hops = 0; held?.kind === 'sticky' && held.into !== null && hops < mergeLimit; hops++) held = find(held.into);
	return held && canBeHeld(held) ? held : null;
}

function endOf(find: Find, end: ArrowEnd, shift: Shift): Outline | Point {
	const held = heldBy(find, end);
	const [dx, dy] = shift(held?.id ?? null);
	if (!held) return [end.x + dx, end.y + dy];
	const { form, place } = outlineOf(held);
	return { form, place: [place[0] + dx, place[1] + dy, place[2], place[3]] };
}

export const curveOf = (find: Find, { from, to }: Pick<Arrow, 'from' | 'to'>, shift: Shift = still): Curve =>
	curveBetween(endOf(find, from, shift), endOf(find, to, shift));

export const isOnArrow = (find: Find, arrow: Arrow, x: number, y: number, reach: number): boolean =>
	distanceTo(curveOf(find, arrow), [x, y]) <= reach;
