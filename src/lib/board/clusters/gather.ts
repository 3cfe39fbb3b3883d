// Where the stickies of a cluster go so that they stand side by side with nobody between them. Pure.
import {
	byReading,
	columnsOf,
	frameHead,
	framePadding,
	overlap,
	slotAt,
	Slots,
	slotStep,
	type Place
} from '../slots.ts';
import { hullOf, labelHeight } from './hull.ts';

type Lying = { id: string; place: Place };

/** Slots that are tried before the stickies go below everything. */
const triesLimit = 4000;

/** Board units that a place without room for the name, or below the frame, counts as further away. */
const crampedWay = 2.5 * slotStep;
const outWay = 12 * slotStep;

/** Whether the ground of these stickies holds no other one and none of them covers another. */
export function standTogether(stickies: readonly Lying[], others: readonly Lying[]): boolean {
	const hull = hullOf(stickies.map(({ place }) => place));
	if (others.some(({ place }) => overlap(hull, place, -1))) return false;
	return !stickies.some((one, index) => stickies.slice(index + 1).some((other) => overlap(one.place, other.place)));
}

/**
 * New places of the stickies that must move: into the free block of slots nearest to where most of them are. Empty when
 * they stand together already. Without a frame the block is looked for below and right of where they begin.
 */
export function gathered(
	stickies: readonly Lying[],
	frame: Place | null,
	others: readonly Lying[]
): Map<string, Place> {
	const moved = new Map<string, Place>();
	if (stickies.length < 2 || standTogether(stickies, others)) return moved;
	const sorted = [...stickies].sort(byReading);
	const [x, y] = sorted[0]!.place;
	const wide = Math.ceil(Math.sqrt(sorted.length * 1.4));
	const ground: Place = frame ?? [
		x - framePadding,
		y - frameHead,
		2 * framePadding + 12 * slotStep,
		frameHead + slotStep
	];
	const columns = Math.min(wide, columnsOf(ground));
	const across = columnsOf(ground);
	const taken = others.map(({ place }) => place);
	let best: { places: Place[]; far: number } | null = null;
	for (let index = 0; index < triesLimit; index++) {
		const corner = slotAt(ground, index);
		if ((index % across) + columns > across) continue;
		// rows only get further away from here on
		if (best && corner[1] - y > best.far) break;
		const far = Math.hypot(corner[0] - x, corner[1] - y);
		if (best && far >= best.far) continue;
		const places = block(sorted, corner, columns);
		const hull = hullOf(places);
		if (taken.some((place) => overlap(hull, place, -1))) continue;
		// a name above it that lies on nobody, and a place within the frame, are worth a longer way
		const named: Place = [hull[0], hull[1] - labelHeight, hull[2], labelHeight];
		const isCramped = taken.some((place) => overlap(named, place));
		const isOut = frame !== null && hull[1] + hull[3] > frame[1] + frame[3];
		const way = far + (isCramped ? crampedWay : 0) + (isOut ? outWay : 0);
		if (!best || way < best.far) best = { places, far: way };
	}
	for (const [index, place] of (best?.places ?? []).entries()) {
		const { id, place: before } = sorted[index]!;
		if (place[0] !== before[0] || place[1] !== before[1]) moved.set(id, place);
	}
	return moved;
}

/**
 * A slot for a newcomer beside stickies that stand together, so that they still do: the one that makes their ground grow
 * least. Null when there is none.
 */
export function besides(
	newcomer: Place,
	stickies: readonly Lying[],
	frame: Place | null,
	others: readonly Lying[]
): Place | null {
	const hull = hullOf(stickies.map(({ place }) => place));
	const near = (place: Place) => overlap(hull, place, 2 * slotStep);
	const standing = stickies.map(({ place }) => place);
	const taken = others.map(({ place }) => place).filter(near);
	const [x, y] = stickies[0]!.place;
	// outside of frames the slots are those that begin at the first sticky
	const ground: Place = frame ?? [
		x - framePadding - 8 * slotStep,
		y - frameHead - 8 * slotStep,
		2 * framePadding + 16 * slotStep,
		frameHead + slotStep
	];
	let best: { place: Place; area: number } | null = null;
	for (let index = 0; index < triesLimit; index++) {
		const [left, top] = slotAt(ground, index);
		if (top > hull[1] + hull[3] + slotStep) break;
		const place: Place = [left, top, newcomer[2], newcomer[3]];
		if (!near(place) || [...standing, ...taken].some((other) => overlap(place, other))) continue;
		const grown = hullOf([...standing, place]);
		if (taken.some((other) => overlap(grown, other, -1))) continue;
		const area = grown[2] * grown[3];
		if (!best || area < best.area) best = { place, area };
	}
	return best && best.place;
}

/** The stickies row by row in so many columns from a corner, tall ones over two slots. */
function block(sorted: readonly Lying[], [x, y]: Place, columns: number): Place[] {
	const width = 2 * framePadding + columns * slotStep;
	const slots = new Slots([x - framePadding, y - frameHead, width, frameHead + slotStep], []);
	return sorted.map(({ place }) => slots.take(place[2], place[3]));
}
