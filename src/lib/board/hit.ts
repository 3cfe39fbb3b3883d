// What can be met on the board with a pointer, and where each kind of thing is touched. Pure.
import type { Find } from './marks/held.ts';
import { contains } from './slots.ts';
import { hangs, type Kind, type Thing } from './thing.ts';

export type Touch<T extends Thing> = (thing: T, x: number, y: number, reach: number, find: Find) => boolean;

/**
 * Kinds that are not touched everywhere in their place; `reach` is how far a pointer may miss them, board units. What
 * only a canvas needs is added by the canvas.
 */
export const touches: { [K in Kind]?: Touch<Extract<Thing, { kind: K }>> } = {};

/** Lies on the board by itself: not the ground, not an answer, not what was merged into another sticky. */
export const isLying = (thing: Thing): boolean =>
	thing.kind === 'sticky' ? thing.into === null : thing.kind !== 'frame' && !hangs(thing);

export function isTouched(thing: Thing, x: number, y: number, reach: number, find: Find): boolean {
	const touch = touches[thing.kind] as Touch<Thing> | undefined;
	return touch ? touch(thing, x, y, reach, find) : contains(thing.place, x, y);
}
