// Who else is at the board and what they do there just now: high rate, never stored. What devices say, what the server passes on,
// and the rate. Reads what strangers send; knows no socket and no screen.
import type { Sector } from '#lib/people/people.ts';
import { boardReach, sideLimit } from './limits.ts';
import { readInk, type InkSaid } from './marks/ink-said.ts';
import { idIsWellFormed } from './thing.ts';
import type { Place } from './slots.ts';

type Point = readonly [x: number, y: number];

/** What one device says of itself; everything of it may be missing. */
export type Said = {
	/** Where they point, board units. */
	at: Point | null;
	/** Ids of what they have chosen. */
	chosen: readonly string[];
	/** In which thing they write. */
	writes: string | null;
	/** How far they have dragged what they have chosen. */
	drag: Point | null;
	/** The line that their pen draws. */
	ink: InkSaid | null;
	/** A facilitator's light on the board; `over`: the thing under it, and where on it as shares of its sides. */
	laser: { at: Point; over: string | null; share: Point } | null;
	/** What a facilitator sees of the board. */
	view: Place | null;
	/** Wants to see what the facilitator sees. */
	follows: boolean;
};

export const silent: Said = {
	at: null,
	chosen: [],
	writes: null,
	drag: null,
	ink: null,
	laser: null,
	view: null,
	follows: false
};

/** Somebody else at the board, as the server lets them be known. */
export type Peer = Said & {
	id: string;
	/** Empty where names are not shown. */
	name: string;
	sector: Sector | null;
	leads: boolean;
	/** As Cursors draws it: null when they do not point at the board. */
	cursor: Point | null;
};

/** What the server passes on: those who changed, those who are gone, and what everybody at the board must know. */
export type Passed = {
	peers?: readonly Omit<Peer, 'cursor'>[];
	gone?: readonly string[];
	/** The reader's own id among them. */
	you?: string;
	/** Whether pointers are shown in this item. */
	pointers?: boolean;
	/** How many others look at the board. */
	others?: number;
	/** Whether anybody follows the facilitator's view. */
	followed?: boolean;
};

/** What a device asks for: to be at the board or not, and, from a facilitator, pointers for everybody or for nobody. */
export type Asked = { look: boolean } | { pointers: boolean };

/** Characters of one message. */
export const presenceLimit = 2048;
/** Things that one person has chosen, as far as others see it. */
export const chosenLimit = 40;
/** Milliseconds between two messages of one device, and of the server to one device: 20 a second. */
export const pointerEvery = 50;

const isPoint = (value: unknown): value is [number, number] =>
	Array.isArray(value) &&
	value.length === 2 &&
	value.every((part) => typeof part === 'number' && Math.abs(part) <= boardReach);

const isView = (value: unknown): value is [number, number, number, number] =>
	Array.isArray(value) &&
	value.length === 4 &&
	isPoint(value.slice(0, 2)) &&
	value.slice(2).every((side) => typeof side === 'number' && side > 0 && side <= 10 * sideLimit);

const idOf = (value: unknown): string | null => (typeof value === 'string' && idIsWellFormed(value) ? value : null);
const pointOf = (value: unknown): Point | null => (isPoint(value) ? [value[0], value[1]] : null);

/** Takes what it knows and leaves the rest out, a claimed name for one; null when it is no message at all. */
export function readSaid(text: string): Said | Asked | null {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
	const { look, pointers, at, chosen, writes, drag, ink, laser, view, follows } = value as Record<string, unknown>;
	if (typeof look === 'boolean') return { look };
	if (typeof pointers === 'boolean') return { pointers };
	return {
		at: pointOf(at),
		chosen: Array.isArray(chosen) ? chosen.flatMap((id) => idOf(id) ?? []).slice(0, chosenLimit) : [],
		writes: idOf(writes),
		drag: pointOf(drag),
		ink: readInk(ink),
		laser: laserOf(laser),
		view: isView(view) ? [view[0], view[1], view[2], view[3]] : null,
		follows: follows === true
	};
}

function laserOf(value: unknown): Said['laser'] {
	if (typeof value !== 'object' || value === null) return null;
	const { at, over, share } = value as Record<string, unknown>;
	const point = pointOf(at);
	return point && { at: point, over: idOf(over), share: pointOf(share) ?? [0.5, 0.5] };
}

/** Only what differs from silence, so that a message stays short. */
export const shortened = (said: Said): Partial<Said> =>
	Object.fromEntries(
		Object.entries(said).filter(([key, value]) => {
			const nothing = silent[key as keyof Said];
			return Array.isArray(value) && Array.isArray(nothing) ? value.length > 0 : value !== nothing;
		})
	);

/** Passes on at most one position per `pointerEvery`, always the last one; the end (null) at once. */
export function throttledPointer(send: (at: Point | null) => void) {
	let last: Point | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	return (at: Point | null): void => {
		last = at;
		if (at === null) {
			clearTimeout(timer);
			timer = undefined;
			send(null);
			return;
		}
		timer ??= setTimeout(() => {
			timer = undefined;
			send(last);
		}, pointerEvery);
	};
}
