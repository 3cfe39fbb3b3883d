// What can be met on the board with a pointer, and where each kind of thing is touched. Pure.
import { contains } from './slots.ts';
import type { Kind, Thing } from './thing.ts';

type Touch<T extends Thing> = (thing: T, x: number, y: number, reach: number) => boolean;

/** Kinds that are not touched everywhere in their place; `reach` is how far a pointer may miss them, board units. */
const touches: { [K in Kind]?: Touch<Extract<Thing, { kind: K }>> } = {};

/** Lies on the board by itself: not the ground, not an answer, not what was merged into another sticky. */
export const isLying = (thing: Thing): boolean =>
	thing.kind === 'sticky' ? thing.into === null : thing.kind !== 'frame' && thing.kind !== 'reply';

export function isTouched(thing: Thing, x: number, y: number, reach: number): boolean {
	const touch = touches[thing.kind] as Touch<Thing> | undefined;
	return touch ? touch(thing, x, y, reach) : contains(thing.place, x, y);
}
