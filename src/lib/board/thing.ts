// What can lie on a board, and how one thing is read from a document that anyone may have written to. Knows no board.
import * as Y from 'yjs';
import { sectors, type Sector } from '#lib/people/people.ts';
import { boardReach, frameNameLimit, labelLimit, sideLimit, stickyTextLimit, strokeNumberLimit } from './limits.ts';
import type { Place } from './slots.ts';

/** Free colours, for a meaning that the room agrees on; without one a sticky has the paper of its sector. */
export const stickyColours = ['yellow', 'orange', 'pink', 'violet', 'blue', 'green'] as const;
export type StickyColour = (typeof stickyColours)[number];

export const shapeForms = ['rectangle', 'ellipse', 'diamond', 'triangle'] as const;
export type ShapeForm = (typeof shapeForms)[number];

/** What one may say to a sticky without words. */
export const signs = ['support', 'important', 'question', 'concern', 'idea'] as const;
export type Sign = (typeof signs)[number];

/** How often each sign was given, in the order of the signs; those that nobody gave are left out. */
export function signCounts(given: readonly { sign: Sign }[]): [sign: Sign, count: number][] {
	return signs.flatMap((sign) => {
		const count = given.filter((each) => each.sign === sign).length;
		return count ? [[sign, count] as [Sign, number]] : [];
	});
}

type OnBoard = {
	id: string;
	place: Place;
	/** Higher lies on top. */
	order: number;
	/** Stays put until a facilitator unlocks it. */
	locked: boolean;
	/** Things with the same group are chosen and moved together. */
	group: string | null;
};

export type Sticky = OnBoard & {
	kind: 'sticky';
	text: string;
	frame: string | null;
	colour: StickyColour | null;
	cluster: string | null;
	/** The sticky into which this one was merged: it is then not shown, but kept as a source of that one. */
	into: string | null;
};
export type Frame = OnBoard & {
	kind: 'frame';
	name: string;
	/** Agenda item that brought it. */
	item: string | null;
	/** What to think about here, one short sentence under the name. */
	prompt?: string;
};
/** Stickies that belong together under a name; its place is that of its name, its bounds are those of its members. */
export type Cluster = OnBoard & { kind: 'cluster'; name: string; colour: StickyColour | null; frame: string | null };
/** Free text without paper; `size` is the height of its letters in board units. */
export type TextThing = OnBoard & {
	kind: 'text';
	text: string;
	size: number;
	colour: StickyColour | null;
	frame: string | null;
};
/** A stroke of the pen: x, y, pressure (0–100) one after the other, in board units from the corner of its place. */
export type Stroke = OnBoard & {
	kind: 'stroke';
	points: readonly number[];
	width: number;
	colour: StickyColour | null;
	frame: string | null;
};
export type Shape = OnBoard & {
	kind: 'shape';
	form: ShapeForm;
	text: string;
	colour: StickyColour | null;
	frame: string | null;
};
/** One end of an arrow: at a thing if it holds on to one, else at a point of the board. */
export type ArrowEnd = { thing: string | null; x: number; y: number };
export type Arrow = OnBoard & {
	kind: 'arrow';
	from: ArrowEnd;
	to: ArrowEnd;
	text: string;
	colour: StickyColour | null;
};
/** A picture by the SHA-256 of its file, which the server keeps beside the document. */
export type Picture = OnBoard & { kind: 'image'; file: string; alt: string; frame: string | null };
/** What somebody answered to a sticky. */
export type Reply = OnBoard & { kind: 'reply'; of: string; text: string };

/** A sign given to a sticky, one of each from a seat. It is put there and taken back, never changed. */
export type Reaction = OnBoard & { kind: 'reaction'; of: string; sign: Sign };

export type Thing = Sticky | Frame | Cluster | TextThing | Stroke | Shape | Arrow | Picture | Reply | Reaction;
export type Kind = Thing['kind'];
export const kinds: readonly Kind[] = [
	'sticky',
	'frame',
	'cluster',
	'text',
	'stroke',
	'shape',
	'arrow',
	'image',
	'reply',
	'reaction'
];

/** Hangs on a sticky and has no ground of its own. */
export const hangs = ({ kind }: { kind: Kind }): boolean => kind === 'reply' || kind === 'reaction';

/** Written by the server when it first sees a thing: which sector, when (ms since the epoch), in which agenda item. */
export type Made = {
	sector: Sector | null;
	at: number;
	item: string | null;
	/** Who made it, where the item is named; else null. */
	by: string | null;
	/** A facilitator put it there: participants leave it as it is. */
	fixed?: true;
	/** By which the server alone knows its author again; a number without meaning to everybody else. */
	tag?: string;
};

/** Ids come from other people's devices: letters, digits and dashes, and nothing that every object has. */
export const idIsWellFormed = (id: string): boolean => /^[A-Za-z0-9-]{1,40}$/.test(id) && !(id in Object.prototype);

export const textFits = (text: string): boolean => text.length <= stickyTextLimit;

const isNumber = (value: unknown, most: number = boardReach): value is number =>
	typeof value === 'number' && Math.abs(value) <= most;

export const isPlace = (value: unknown): value is Place =>
	Array.isArray(value) &&
	value.length === 4 &&
	value.every((part: unknown) => isNumber(part)) &&
	value.slice(2).every((side: number) => side > 0 && side <= sideLimit);

const textOf = (value: unknown): string | null =>
	value instanceof Y.Text ? value.toString() : typeof value === 'string' ? value : null;

/** Two people who type at the limit together may pass it a little; that is not malformed. */
const textWithin = (value: unknown, limit: number): string | null => {
	const text = textOf(value);
	return text === null || text.length > 2 * limit ? null : text;
};

export const idOrNull = (value: unknown): string | null =>
	typeof value === 'string' && idIsWellFormed(value) ? value : null;

function endOf(value: unknown): ArrowEnd | null {
	if (typeof value !== 'object' || value === null) return null;
	const { thing, x, y } = value as Record<string, unknown>;
	return isNumber(x) && isNumber(y) ? { thing: idOrNull(thing), x, y } : null;
}

const isPoints = (value: unknown): value is number[] =>
	Array.isArray(value) &&
	value.length >= 3 &&
	value.length % 3 === 0 &&
	value.length <= strokeNumberLimit &&
	value.every((part) => isNumber(part));

/** Reads one thing as a client wrote it; null when it is malformed (it is then left out, and counted by who asks). */
export function validateThing(id: string, value: unknown): Thing | null {
	if (!idIsWellFormed(id) || !(value instanceof Y.Map)) return null;
	const place = value.get('place');
	if (!isPlace(place)) return null;
	const order = value.get('order');
	const base = {
		id,
		place,
		order: typeof order === 'number' && Number.isFinite(order) ? order : 0,
		locked: value.get('locked') === true,
		group: idOrNull(value.get('group'))
	};
	const colour = stickyColours.find((known) => known === value.get('colour')) ?? null;
	const frame = idOrNull(value.get('frame'));
	switch (value.get('kind')) {
		case 'sticky': {
			const text = textWithin(value.get('text'), stickyTextLimit);
			if (text === null) return null;
			const [cluster, into] = [idOrNull(value.get('cluster')), idOrNull(value.get('into'))];
			return { ...base, kind: 'sticky', text, frame, colour, cluster, into };
		}
		case 'frame': {
			const name = textWithin(value.get('name'), frameNameLimit);
			const prompt = textWithin(value.get('prompt') ?? '', labelLimit);
			if (name === null) return null;
			return { ...base, kind: 'frame', name, item: idOrNull(value.get('item')), ...(prompt && { prompt }) };
		}
		case 'cluster': {
			const name = textWithin(value.get('name'), frameNameLimit);
			return name === null ? null : { ...base, kind: 'cluster', name, colour, frame };
		}
		case 'text': {
			const text = textWithin(value.get('text'), stickyTextLimit);
			const size = value.get('size');
			return text === null || !isNumber(size, 400) || size < 8
				? null
				: { ...base, kind: 'text', text, size, colour, frame };
		}
		case 'stroke': {
			const [points, width] = [value.get('points'), value.get('width')];
			if (!isPoints(points) || !isNumber(width, 100) || width <= 0) return null;
			return { ...base, kind: 'stroke', points, width, colour, frame };
		}
		case 'shape': {
			const text = textWithin(value.get('text') ?? '', labelLimit);
			const form = shapeForms.find((known) => known === value.get('form'));
			return text === null || !form ? null : { ...base, kind: 'shape', form, text, colour, frame };
		}
		case 'arrow': {
			const [from, to] = [endOf(value.get('from')), endOf(value.get('to'))];
			const text = textWithin(value.get('text') ?? '', labelLimit);
			return from && to && text !== null ? { ...base, kind: 'arrow', from, to, text, colour } : null;
		}
		case 'image': {
			const file = value.get('file');
			const alt = textWithin(value.get('alt') ?? '', labelLimit);
			if (typeof file !== 'string' || !/^[0-9a-f]{64}$/.test(file) || alt === null) return null;
			return { ...base, kind: 'image', file, alt, frame };
		}
		case 'reply': {
			const [of, text] = [idOrNull(value.get('of')), textWithin(value.get('text'), stickyTextLimit)];
			return of === null || text === null ? null : { ...base, kind: 'reply', of, text };
		}
		case 'reaction': {
			const sign = signs.find((known) => known === value.get('sign'));
			const of = idOrNull(value.get('of'));
			return of === null || !sign ? null : { ...base, kind: 'reaction', of, sign };
		}
		default:
			return null;
	}
}

export function validateMade(value: unknown): Made | null {
	if (typeof value !== 'object' || value === null) return null;
	const { sector, at, item, by, fixed, tag } = value as Record<string, unknown>;
	return {
		...(fixed === true ? { fixed } : {}),
		...(typeof tag === 'string' ? { tag } : {}),
		by: typeof by === 'string' ? by.slice(0, 200) : null,
		sector: sectors.find((known) => known === sector) ?? null,
		at: typeof at === 'number' ? at : 0,
		item: typeof item === 'string' ? item : null
	};
}
