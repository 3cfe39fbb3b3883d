// Boxes between two points, as a hand draws and stretches them. Plain geometry.
import type { Place } from '../slots.ts';
import type { Point } from './arrow-geometry.ts';

/** The place between two corners; `even` makes it as wide as it is tall. */
export function boxBetween(fixed: Point, moving: Point, even: boolean): Place {
	let [dx, dy] = [moving[0] - fixed[0], moving[1] - fixed[1]];
	if (even) {
		const side = Math.max(Math.abs(dx), Math.abs(dy));
		[dx, dy] = [dx < 0 ? -side : side, dy < 0 ? -side : side];
	}
	return [Math.min(fixed[0], fixed[0] + dx), Math.min(fixed[1], fixed[1] + dy), Math.abs(dx), Math.abs(dy)];
}

/** The same place grown to at least this size, away from its corner. */
export const atLeast = ([x, y, width, height]: Place, side: number): Place => [
	x,
	y,
	Math.max(side, width),
	Math.max(side, height)
];
