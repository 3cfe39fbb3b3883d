// The name of a group above its ground: how large its letters may be so that it lies on no card. Plain geometry.
import { footHeight } from '../paper.ts';
import { frameHead, type Place } from '../slots.ts';
import { hullPadding } from './hull.ts';

/** A name never needs more, board units. */
const mostRoom = 100;
/** Height of a label in heights of its letters, and what its border adds. */
const lines = 1.3;
const border = 4;
/** Letters that every name has where there is room, board units. */
const usual = 20;
/** Where not even these fit between two rows, a name that is seen from far covers the foot of the card above. */
const cramped = usual * lines + border;

/** Where its lower edge lies: on the ground, just above the stickies. */
export const labelFoot = ([, y]: Place): number => y + hullPadding - 1;

/** What may lie in a label's way. */
export const roomFor = (hull: Place): Place => [hull[0], labelFoot(hull) - mostRoom, hull[2], mostRoom];

/** Free board units above the stickies of a ground. */
export function roomAbove(hull: Place, cards: Iterable<Place>): number {
	const foot = labelFoot(hull);
	let room = mostRoom;
	for (const [x, y, width, height] of cards)
		if (x < hull[0] + hull[2] && x + width > hull[0] && y + height <= foot + 1)
			room = Math.min(room, foot - y - height);
	return Math.max(0, room);
}

/** The smallest and the largest letters of a label with so much room above it; `em`: how wide its words are at size 1. */
export function labelLetters(room: number, width: number, em: number): { least: number; most: number } {
	const within = (height: number) => Math.max(8, (height - border) / lines);
	const fits = Math.max(usual, (width - border) / em);
	const least = Math.min(usual, within(room));
	return { least, most: Math.max(least, Math.min(fits, within(room < cramped ? room + footHeight : room))) };
}

/** Frames in whose head the name of a group stands. */
export function namedInHead(
	frames: readonly { id: string; place: Place }[],
	stickies: readonly { cluster: string | null; frame: string | null; place: Place }[]
): ReadonlySet<string> {
	const tops = new Map(frames.map(({ id, place }) => [id, place[1] + frameHead + mostRoom / 2]));
	const taken = new Set<string>();
	for (const { cluster, frame, place } of stickies)
		if (cluster !== null && frame !== null && place[1] < (tops.get(frame) ?? -Infinity)) taken.add(frame);
	return taken;
}
