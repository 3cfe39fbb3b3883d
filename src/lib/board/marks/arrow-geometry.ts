// Where an arrow runs: from the edge of one thing to the edge of another, in a slight bow. Plain geometry, board units.
import type { Place } from '../slots.ts';
import { headLength, type Outline } from './mark.ts';

export type Point = readonly [x: number, y: number];
/** A quadratic curve. */
export type Curve = { from: Point; bend: Point; to: Point };

/** Between the edge of a thing and the end of an arrow. */
const gap = 6;
/** How far the bow stands off the straight line, as a share of its length; there and back are then told apart. */
const bow = 0.08;
const mostBow = 36;

const middle = ([x, y, width, height]: Place): Point => [x + width / 2, y + height / 2];
const isOutline = (end: Outline | Point): end is Outline => 'form' in end;

/** The point on the edge of a thing in the direction of another point, a little outside. */
export function edge({ form, place }: Outline, toward: Point): Point {
	const [x, y] = middle(place);
	const [dx, dy] = [toward[0] - x, toward[1] - y];
	const length = Math.hypot(dx, dy);
	if (length === 0) return [x, y];
	const [wide, tall] = [place[2] / 2, place[3] / 2];
	const [across, down] = [Math.abs(dx) / wide, Math.abs(dy) / tall];
	/** Share of the way at which the edge is crossed. */
	let part: number;
	if (form === 'ellipse') part = 1 / Math.hypot(across, down);
	else if (form === 'diamond') part = 1 / (across + down);
	else if (form === 'triangle') {
		const side = across - dy / tall / 2;
		part = Math.min(side > 0 ? 0.5 / side : Infinity, dy > 0 ? tall / dy : Infinity);
	} else part = 1 / Math.max(across, down);
	const reach = part + gap / length;
	return [x + dx * reach, y + dy * reach];
}

/** The way between two ends; an end is a thing's outline or a free point. */
export function curveBetween(one: Outline | Point, other: Outline | Point): Curve {
	const start = isOutline(one) ? middle(one.place) : one;
	const end = isOutline(other) ? middle(other.place) : other;
	const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
	const length = Math.hypot(dx, dy) || 1;
	const off = Math.min(mostBow, length * bow);
	const bend: Point = [(start[0] + end[0]) / 2 + (dy / length) * off, (start[1] + end[1]) / 2 - (dx / length) * off];
	const from = isOutline(one) ? edge(one, bend) : start;
	const to = isOutline(other) ? edge(other, bend) : end;
	// things that cover one another leave no way between their edges
	if ((to[0] - from[0]) * dx + (to[1] - from[1]) * dy <= 0) return { from: start, bend, to: end };
	return { from, bend, to };
}

export function along({ from, bend, to }: Curve, part: number): Point {
	const mix = (a: number, b: number, c: number) => (1 - part) ** 2 * a + 2 * (1 - part) * part * b + part ** 2 * c;
	return [mix(from[0], bend[0], to[0]), mix(from[1], bend[1], to[1])];
}

/** The two strokes of the head, as three points with the tip in the middle. */
export function headOf({ from, bend, to }: Curve): readonly [Point, Point, Point] {
	const back = bend[0] === to[0] && bend[1] === to[1] ? from : bend;
	const angle = Math.atan2(to[1] - back[1], to[0] - back[0]);
	const length = Math.min(headLength, Math.hypot(to[0] - from[0], to[1] - from[1]) / 2);
	const barb = (turn: number): Point => [
		to[0] - length * Math.cos(angle + turn),
		to[1] - length * Math.sin(angle + turn)
	];
	return [barb(0.5), to, barb(-0.5)];
}

/** What the curve and its head cover. */
export function coverOf(curve: Curve): Place {
	const points = [curve.from, curve.to, along(curve, 0.5), along(curve, 0.25), along(curve, 0.75)];
	const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
	const [left, top] = [Math.min(...xs) - headLength, Math.min(...ys) - headLength];
	return [left, top, Math.max(...xs) + headLength - left, Math.max(...ys) + headLength - top];
}

const number = (value: number): string => String(Math.round(value * 10) / 10);
const pair = ([x, y]: Point): string => `${number(x)} ${number(y)}`;

/** The curve and its head as data of an SVG path. */
export function arrowPath(curve: Curve): string {
	const [one, tip, other] = headOf(curve);
	return `M${pair(curve.from)}Q${pair(curve.bend)} ${pair(curve.to)}M${pair(one)}L${pair(tip)}L${pair(other)}`;
}

/** How far a point is from the curve. */
export function distanceTo(curve: Curve, point: Point): number {
	const steps = 16;
	let least = Infinity;
	for (let step = 0; step < steps; step++)
		least = Math.min(least, toSegment(point, along(curve, step / steps), along(curve, (step + 1) / steps)));
	return least;
}

/** How far a point is from a straight piece. */
export function toSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
	const [dx, dy] = [bx - ax, by - ay];
	const square = dx * dx + dy * dy;
	const part = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
	return Math.hypot(x - ax - part * dx, y - ay - part * dy);
}
