// Things on their way to another place or another board: packed as text, unpacked strictly, put down with new ids.
// Knows no clipboard and no screen.
import * as Y from 'yjs';
import { makeId } from '#lib/people/ids.ts';
import { byHand, thingsOf } from '../board.ts';
import { around, type Place } from '../slots.ts';
import { validateThing, type ArrowEnd, type Thing } from '../thing.ts';

/** The type under which a parcel lies on the clipboard, beside the plain text. */
export const parcelType = 'application/x-narada-board';
const version = 1;
/** More things than this in one paste are an accident. */
export const parcelLimit = 2000;

/** Answers belong to their sticky, clusters to their members: they are not carried. */
const carried = new Set<Thing['kind']>(['sticky', 'text', 'stroke', 'shape', 'arrow', 'image', 'frame']);
export const isCarried = (thing: Thing): boolean => carried.has(thing.kind);

export const packed = (things: readonly Thing[]): string =>
	JSON.stringify({ narada: version, things: things.filter(isCarried) });

function mapFrom(thing: Record<string, unknown>): Y.Map<unknown> {
	const value = new Y.Map<unknown>();
	for (const [key, part] of Object.entries(thing)) {
		if (key === 'id' || part === null || part === undefined) continue;
		value.set(key, key === 'text' && typeof part === 'string' ? new Y.Text(part) : part);
	}
	return value;
}

/** What another device or program may have written: everything in it that is well-formed. */
export function unpacked(text: string): Thing[] {
	let content: unknown;
	try {
		content = JSON.parse(text);
	} catch {
		return [];
	}
	if (typeof content !== 'object' || content === null) return [];
	const { narada, things } = content as Record<string, unknown>;
	if (narada !== version || !Array.isArray(things)) return [];
	// a document of its own: a map is read only where it lies
	const scratch = new Y.Doc();
	const found: Thing[] = [];
	for (const part of things.slice(0, parcelLimit)) {
		if (typeof part !== 'object' || part === null || !('id' in part) || typeof part.id !== 'string') continue;
		if (thingsOf(scratch).has(part.id)) continue;
		try {
			thingsOf(scratch).set(part.id, mapFrom(part as Record<string, unknown>));
		} catch {
			continue;
		}
		const thing = validateThing(part.id, thingsOf(scratch).get(part.id));
		if (thing && isCarried(thing)) found.push(thing);
	}
	scratch.destroy();
	return found;
}

type Home = {
	/** How far they go, board units. */
	dx: number;
	dy: number;
	/** The frame at a place, for what did not bring its own. */
	frameAt: (place: Place) => string | null;
	/** Added to the order of each, so that copies lie above what is there. */
	lift?: number;
	/** Ids that stay valid because the things come from this very board. */
	knows: (id: string) => boolean;
};

/** Puts them down with new ids, in one change; returns the ids in the given order. Locks are not carried. */
export function putDown(doc: Y.Doc, things: readonly Thing[], { dx, dy, frameAt, knows, lift = 0 }: Home): string[] {
	const ids = new Map(things.map(({ id }) => [id, makeId()]));
	const groups = new Map<string, string>();
	const groupOf = (group: string) => groups.get(group) ?? groups.set(group, makeId()).get(group)!;
	const end = ({ thing, x, y }: ArrowEnd): ArrowEnd => ({
		thing: thing === null ? null : (ids.get(thing) ?? (knows(thing) ? thing : null)),
		x: Math.round(x + dx),
		y: Math.round(y + dy)
	});
	doc.transact(() => {
		for (const thing of things) {
			const [x, y, width, height] = thing.place;
			const place: Place = [Math.round(x + dx), Math.round(y + dy), width, height];
			const value: Record<string, unknown> = { ...thing, place, order: thing.order + lift, locked: undefined };
			if (thing.group) value.group = groupOf(thing.group);
			if ('frame' in thing) value.frame = (thing.frame !== null && ids.get(thing.frame)) || frameAt(place);
			if (thing.kind === 'sticky') {
				value.cluster = thing.cluster !== null && knows(thing.cluster) ? thing.cluster : null;
				value.into = null;
			}
			if (thing.kind === 'frame') value.item = null;
			if (thing.kind === 'arrow') [value.from, value.to] = [end(thing.from), end(thing.to)];
			thingsOf(doc).set(ids.get(thing.id)!, mapFrom(value));
		}
	}, byHand);
	return [...ids.values()];
}

export const boundsOf = (things: readonly Thing[]): Place | null => around(things.map(({ place }) => place));
