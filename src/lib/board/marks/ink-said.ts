// The line of a pen while it is being drawn, as others hear of it: thin, said in short pieces that overlap, so that one that
// gets lost is mended by the next. Reads what strangers send; knows no socket and no screen.
import { makeId } from '#lib/people/ids.ts';
import { boardReach } from '../limits.ts';
import { idOrNull, stickyColours, type StickyColour } from '../thing.ts';
import type { Sample } from './stroke.ts';

/** What one message says of a line. */
export type InkSaid = {
	/** The stroke will have this id on the board. */
	id: string;
	/** Which point of the line comes first here; what was known from it on is replaced. */
	from: number;
	/** x, y, pressure: of the first point as they are, of the others the way from the one before, and their pressure. */
	points: readonly number[];
	/** Board units. */
	width: number;
	colour: StickyColour | null;
};

/** Points of one message. */
export const inkPoints = 48;
/** CSS pixels between two points that are said. */
const apart = 3;
/** A line has no more points than this, however long one draws. */
const lineLimit = 1_000_000;
const thickest = 100;

/** A line as its own device says it. */
export class ThinLine {
	readonly id = makeId();
	#kept: Sample[] = [];
	#tip: Sample | null = null;
	readonly #apart: number;

	/** `zoom`: CSS pixels of a board unit. */
	constructor(zoom: number) {
		this.#apart = apart / zoom;
	}

	add(sample: Sample): void {
		const last = this.#kept.at(-1);
		this.#tip = sample;
		if (!last || Math.hypot(sample[0] - last[0], sample[1] - last[1]) >= this.#apart) this.#kept.push(sample);
	}

	/** The line is another one now. */
	restart(samples: readonly Sample[]): void {
		this.#kept = [];
		for (const sample of samples) this.add(sample);
	}

	/** Its end, up to where the pen is. */
	said(width: number, colour: StickyColour | null): InkSaid {
		const line = this.#tip && this.#tip !== this.#kept.at(-1) ? [...this.#kept, this.#tip] : this.#kept;
		const from = Math.max(0, line.length - inkPoints);
		return { id: this.id, from, points: packed(line.slice(from)), width, colour };
	}
}

function packed(samples: readonly Sample[]): number[] {
	let [x, y] = [0, 0];
	return samples.flatMap((sample) => {
		const [nextX, nextY] = [Math.round(sample[0]), Math.round(sample[1])];
		const point = [nextX - x, nextY - y, Math.round(sample[2])];
		[x, y] = [nextX, nextY];
		return point;
	});
}

/** The points of a message as they are. */
export function pointsOf({ points }: InkSaid): Sample[] {
	const samples: Sample[] = [];
	let [x, y] = [0, 0];
	for (let at = 0; at + 2 < points.length; at += 3) {
		x += points[at]!;
		y += points[at + 1]!;
		samples.push([x, y, points[at + 2]!]);
	}
	return samples;
}

const isWhole = (value: unknown, most: number): value is number =>
	typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= most;

/** Null when it is no line. */
export function readInk(value: unknown): InkSaid | null {
	if (typeof value !== 'object' || value === null) return null;
	const { id: given, from, points, width, colour } = value as Record<string, unknown>;
	const id = idOrNull(given);
	if (id === null || !isWhole(from, lineLimit) || from < 0) return null;
	if (!isWhole(width, thickest) || width <= 0 || !Array.isArray(points)) return null;
	if (points.length < 3 || points.length % 3 || points.length > 3 * inkPoints) return null;
	if (!points.every((part) => isWhole(part, 2 * boardReach))) return null;
	return { id, from, points, width, colour: stickyColours.find((known) => known === colour) ?? null };
}
