// The line of a pen: made simpler, cut into pieces that the board accepts, packed into small whole numbers and back.
// Knows no pointer and no screen.
import { boardReach, strokeNumberLimit } from '../limits.ts';
import type { Place } from '../slots.ts';
import { toSegment } from './arrow-geometry.ts';

/** Board units; pressure from 0 to 100. */
export type Sample = readonly [x: number, y: number, pressure: number];

/** Points a stroke may have; the next piece begins where the last one ends. */
export const pointLimit = strokeNumberLimit / 3;

/** CSS pixels that a line may be moved by when points are left out: less than an eye sees on a line of 3 pixels. */
export const tolerance = 0.6;

/** How many hundredths of pressure count as much as one unit of way. */
const pressureWeight = 8;

/** A line is simplified in stretches of so many points: a scribble at its worst costs the square of them. */
const stretch = 400;

/** The same for a line of any length. */
export function simplifiedLong(samples: readonly Sample[], most: number): Sample[] {
	const all: Sample[] = [];
	for (let start = 0; start === 0 || start < samples.length - 1; start += stretch)
		all.push(...simplified(samples.slice(start, start + stretch + 1), most).slice(start ? 1 : 0));
	return all;
}

/**
 * Ramer–Douglas–Peucker (1972/73): leaves out every point that lies within `most` board units of the line through its
 * neighbours; a change of pressure counts as way. First and last stay. No recursion: a long stroke is not a deep one.
 */
export function simplified(samples: readonly Sample[], most: number): Sample[] {
	if (samples.length < 3) return [...samples];
	const kept = new Uint8Array(samples.length);
	kept[0] = kept[samples.length - 1] = 1;
	const open: [number, number][] = [[0, samples.length - 1]];
	for (let range = open.pop(); range; range = open.pop()) {
		const [first, last] = range;
		let [farthest, distance] = [0, most];
		for (let index = first + 1; index < last; index++) {
			const away = off(samples[index]!, samples[first]!, samples[last]!, (index - first) / (last - first));
			if (away > distance) [farthest, distance] = [index, away];
		}
		if (!farthest) continue;
		kept[farthest] = 1;
		open.push([first, farthest], [farthest, last]);
	}
	return samples.filter((_sample, index) => kept[index]);
}

function off([x, y, pressure]: Sample, a: Sample, b: Sample, part: number): number {
	const expected = a[2] + (b[2] - a[2]) * part;
	return Math.max(toSegment([x, y], [a[0], a[1]], [b[0], b[1]]), Math.abs(pressure - expected) / pressureWeight);
}

/** Pieces of at most `limit` points; each begins with the last point of the one before, so that no gap is seen. */
export function pieces(samples: readonly Sample[], limit: number = pointLimit): Sample[][] {
	const all: Sample[][] = [];
	for (let start = 0; start === 0 || start < samples.length - 1; start += limit - 1)
		all.push(samples.slice(start, start + limit));
	return all;
}

export type Packed = { place: Place; points: number[] };

const clamped = (value: number): number => Math.max(-boardReach / 2, Math.min(boardReach / 2, Math.round(value)));

/** Whole board units from the corner of the place, which leaves room for the thickness of the line. */
export function packed(samples: readonly Sample[], width: number): Packed {
	const whole = samples.map(([x, y, pressure]) => [clamped(x), clamped(y), Math.round(pressure)] as const);
	const [xs, ys] = [whole.map(([x]) => x), whole.map(([, y]) => y)];
	const room = Math.ceil(width);
	const [left, top] = [Math.min(...xs) - room, Math.min(...ys) - room];
	return {
		place: [left, top, Math.max(...xs) + room - left, Math.max(...ys) + room - top],
		points: whole.flatMap(([x, y, pressure]) => [x - left, y - top, pressure])
	};
}

/** Points from the corner of the place, three numbers each, as samples. */
export const unpacked = (points: readonly number[]): Sample[] =>
	Array.from({ length: points.length / 3 }, (_, index) => [
		points[3 * index]!,
		points[3 * index + 1]!,
		points[3 * index + 2]!
	]);

/** How far a point is from a stroke whose points are counted from the same corner. */
export function distanceToStroke(points: readonly number[], x: number, y: number): number {
	let least = Math.hypot(points[0]! - x, points[1]! - y);
	for (let at = 3; at + 1 < points.length; at += 3)
		least = Math.min(least, toSegment([x, y], [points[at - 3]!, points[at - 2]!], [points[at]!, points[at + 1]!]));
	return least;
}
