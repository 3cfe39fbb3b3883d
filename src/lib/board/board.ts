// The board: what lies on it, how it is read from a Yjs document that anyone may have written to, and how it is changed.
// Knows no screen, no socket and no clock.
import * as Y from 'yjs';
import { makeId } from '#lib/people/ids.ts';
import { difference } from './difference.ts';
import { frameNameLimit, labelLimit, stickyTextLimit } from './limits.ts';
import { letGo } from './marks/let-go.ts';
import { inOrder, shown } from './order.ts';
import { around, byReading, slotGap, Slots, stickyHeight, stickySize, tallHeight, type Place } from './slots.ts';
import {
	idIsWellFormed,
	idOrNull,
	isPlace,
	validateMade,
	validateThing,
	type Arrow,
	type ArrowEnd,
	type Frame,
	type Kind,
	type Made,
	type Sticky,
	type StickyColour,
	type Thing
} from './thing.ts';

/** Origin of changes by this person's hand; only they can be undone here. */
export const byHand = Symbol('by hand');

export const thingsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('things');
export const madeMapOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('made');

/** Everything well-formed of one kind, without reading what the others say. */
export function thingsOfKind<K extends Kind>(doc: Y.Doc, kind: K): Extract<Thing, { kind: K }>[] {
	const all: Extract<Thing, { kind: K }>[] = [];
	thingsOf(doc).forEach((value, id) => {
		if (!(value instanceof Y.Map) || value.get('kind') !== kind) return;
		const found = validateThing(id, value);
		if (found?.kind === kind) all.push(found as Extract<Thing, { kind: K }>);
	});
	return all;
}

/** Everything well-formed on the board, in the order of the document. */
export function things(doc: Y.Doc): Thing[] {
	const all: Thing[] = [];
	thingsOf(doc).forEach((value, id) => {
		const thing = validateThing(id, value);
		if (thing) all.push(thing);
	});
	return all;
}

/** How many things on the board are malformed, for the report that names what was left out. */
export const malformed = (doc: Y.Doc): number => thingsOf(doc).size - things(doc).length;

export const thing = (doc: Y.Doc, id: string): Thing | null => validateThing(id, thingsOf(doc).get(id));

/** Shown stickies in the one order of list, canvas and record; merged ones are sources of the one shown for them. */
export function stickies(doc: Y.Doc): Sticky[] {
	return inOrder(thingsOfKind(doc, 'frame'), thingsOfKind(doc, 'cluster'), shown(thingsOfKind(doc, 'sticky')));
}

/** Frames in reading order. */
export const frames = (doc: Y.Doc): Frame[] => thingsOfKind(doc, 'frame').sort(byReading);

/** The server's attestation of a thing; null while it has none. */
export const made = (doc: Y.Doc, id: string): Made | null => validateMade(madeMapOf(doc).get(id));

/** Where things lie, without their texts: cheap enough to be asked with every new sticky. */
export type Layout = {
	frames: Map<string, Place>;
	/** And pictures, which take slots as they do. */
	stickies: Map<string, { place: Place; frame: string | null }>;
};

export function layoutOf(doc: Y.Doc): Layout {
	const layout: Layout = { frames: new Map(), stickies: new Map() };
	thingsOf(doc).forEach((value, id) => {
		const lying = lyingAs(id, value);
		if (lying?.kind === 'frame') layout.frames.set(id, lying.place);
		else if (lying) layout.stickies.set(id, lying);
	});
	return layout;
}

/** A frame, or what takes slots: a picture or a shown sticky. */
export type Lying = { kind: 'frame' | 'image' | 'sticky'; place: Place; frame: string | null };

/** Where such a thing lies, without what it says; null for anything else. */
export function lyingAs(id: string, value: unknown): Lying | null {
	if (!(value instanceof Y.Map) || !idIsWellFormed(id)) return null;
	const kind: unknown = value.get('kind');
	if (kind !== 'frame' && kind !== 'image' && (kind !== 'sticky' || idOrNull(value.get('into')) !== null)) return null;
	const place: unknown = value.get('place');
	return isPlace(place) ? { kind, place, frame: idOrNull(value.get('frame')) } : null;
}

/** The free slots of a frame, or right of all frames when there is none. */
export function freeSlots(doc: Y.Doc, frame: string | null): Slots {
	const { frames, stickies } = layoutOf(doc);
	const all = [...stickies.values()];
	const home = frame === null ? undefined : frames.get(frame);
	// what lies in other frames makes room when this one is full, so it takes no slot here
	const near = home ? all.filter((each) => each.frame === frame || each.frame === null) : all;
	const bounds = around(frames.values());
	const beside: Place = bounds ? [bounds[0] + bounds[2] + slotGap, bounds[1], 1000, bounds[3]] : [0, 0, 1800, 1100];
	// a text is not covered by what comes next; a shape may be ground to stand on
	const texts = thingsOfKind(doc, 'text').filter((each) => !home || each.frame === frame);
	return new Slots(
		home ?? beside,
		[...near, ...texts].map(({ place }) => place)
	);
}

/** Where a new sticky goes when nobody pointed. */
export const nextPlace = (doc: Y.Doc, frame: string | null, height: number = stickySize): Place =>
	freeSlots(doc, frame).take(stickySize, height);

export type NewSticky = {
	id?: string;
	text: string;
	frame: string | null;
	place?: Place;
	colour?: StickyColour | null;
	cluster?: string | null;
};

export function addSticky(doc: Y.Doc, sticky: NewSticky, origin: unknown = byHand): string {
	const id = sticky.id ?? makeId();
	doc.transact(() => {
		const place = sticky.place ?? nextPlace(doc, sticky.frame, stickyHeight(sticky.text));
		const value = new Y.Map<unknown>();
		value.set('kind', 'sticky');
		value.set('place', rounded(place));
		if (sticky.frame !== null) value.set('frame', sticky.frame);
		if (sticky.colour) value.set('colour', sticky.colour);
		if (sticky.cluster) value.set('cluster', sticky.cluster);
		value.set('text', new Y.Text(sticky.text.slice(0, stickyTextLimit)));
		thingsOf(doc).set(id, value);
	}, origin);
	return id;
}

const mapOf = (doc: Y.Doc, id: string): Y.Map<unknown> | null => {
	const value = thingsOf(doc).get(id);
	return value instanceof Y.Map ? value : null;
};

const rounded = (place: Place): number[] => place.map(Math.round);

/** The shared text of a sticky, for an editor that follows it letter by letter. */
export function stickyText(doc: Y.Doc, id: string): Y.Text | null {
	const text = mapOf(doc, id)?.get('text');
	return text instanceof Y.Text ? text : null;
}

/** Changes only what differs, so that two people can write in one sticky. False when the sticky is gone. */
export function editSticky(doc: Y.Doc, id: string, text: string, origin: unknown = byHand): boolean {
	const shared = stickyText(doc, id);
	if (!shared) return false;
	const before = shared.toString();
	const { at, remove, insert } = difference(before, text.slice(0, Math.max(stickyTextLimit, before.length)));
	if (remove || insert) {
		doc.transact(() => {
			if (remove) shared.delete(at, remove);
			if (insert) shared.insert(at, insert);
			fitHeight(doc, id);
		}, origin);
	}
	return true;
}

/** Gives a long text a sticky of two slots, and a short one a single slot; other heights were made by hand and stay. */
export function fitHeight(doc: Y.Doc, id: string, origin: unknown = byHand): void {
	const sticky = thing(doc, id);
	if (sticky?.kind !== 'sticky') return;
	const [x, y, width, before] = sticky.place;
	const height = stickyHeight(sticky.text);
	if (before === height || (before !== stickySize && before !== tallHeight)) return;
	doc.transact(() => mapOf(doc, id)?.set('place', [x, y, width, height]), origin);
}

/** One write for the whole move; `frame` is written only when it changes. */
export function moveThing(
	doc: Y.Doc,
	id: string,
	place: Place,
	frame?: string | null,
	origin: unknown = byHand
): boolean {
	const value = mapOf(doc, id);
	if (!value) return false;
	doc.transact(() => {
		value.set('place', rounded(place));
		if (frame !== undefined && frame !== (value.get('frame') ?? null)) value.set('frame', frame);
	}, origin);
	return true;
}

/** Both ends of an arrow; one that holds on to a thing is found there, wherever its point lies. */
export function moveEnds(doc: Y.Doc, { id, from, to }: Arrow, dx: number, dy: number, origin: unknown = byHand): void {
	const value = mapOf(doc, id);
	const shifted = (end: ArrowEnd) => ({ ...end, x: Math.round(end.x + dx), y: Math.round(end.y + dy) });
	if (!value) return;
	doc.transact(() => {
		value.set('from', shifted(from));
		value.set('to', shifted(to));
	}, origin);
}

const heightOf = (doc: Y.Doc, id: string): number => thing(doc, id)?.place[3] ?? stickySize;

/** Into the next free slot of another frame, as the list does it; out of its cluster, which stays where it is. */
export const moveToFrame = (doc: Y.Doc, id: string, frame: string | null, origin: unknown = byHand): boolean =>
	doc.transact(() => {
		const value = mapOf(doc, id);
		if (typeof value?.get('cluster') === 'string') value.set('cluster', null);
		return moveThing(doc, id, nextPlace(doc, frame, heightOf(doc, id)), frame, origin);
	}, origin);

export function colourSticky(doc: Y.Doc, id: string, colour: StickyColour | null, origin: unknown = byHand): void {
	const value = mapOf(doc, id);
	if (value) doc.transact(() => value.set('colour', colour), origin);
}

/** Things with the same group are chosen and moved together. */
export function setGroup(doc: Y.Doc, id: string, group: string | null, origin: unknown = byHand): void {
	const value = mapOf(doc, id);
	if (value) doc.transact(() => (group === null ? value.delete('group') : value.set('group', group)), origin);
}

export function raiseThing(doc: Y.Doc, id: string, order: number, origin: unknown = byHand): void {
	const value = mapOf(doc, id);
	if (value) doc.transact(() => value.set('order', order), origin);
}

/** A locked thing stays where it is, for everybody; facilitators only, the server refuses it from others. */
export function lockThing(doc: Y.Doc, id: string, locked: boolean, origin: unknown = byHand): void {
	const value = mapOf(doc, id);
	if (value) doc.transact(() => (locked ? value.set('locked', true) : value.delete('locked')), origin);
}

export function removeThing(doc: Y.Doc, id: string, origin: unknown = byHand): void {
	const place = mapOf(doc, id)?.get('place');
	doc.transact(() => {
		if (isPlace(place)) letGo(thingsOf(doc), id, place);
		thingsOf(doc).delete(id);
	}, origin);
}

/** Many at once, each in a slot of its own; returns their ids. */
export function addStickies(
	doc: Y.Doc,
	texts: readonly string[],
	frame: string | null,
	origin: unknown = byHand
): string[] {
	const slots = freeSlots(doc, frame);
	return doc.transact(
		() =>
			texts.map((text) => addSticky(doc, { text, frame, place: slots.take(stickySize, stickyHeight(text)) }, origin)),
		origin
	);
}

export type NewFrame = {
	id?: string;
	name: string;
	place: Place;
	item?: string | null;
	prompt?: string;
	/** Stays put until a facilitator unlocks it. */
	locked?: boolean;
};

/** Facilitators and the server only; the server refuses it from others. */
export function addFrame(doc: Y.Doc, frame: NewFrame, origin: unknown = byHand): string {
	const id = frame.id ?? makeId();
	doc.transact(() => {
		const value = new Y.Map<unknown>();
		value.set('kind', 'frame');
		value.set('place', rounded(frame.place));
		value.set('name', frame.name.slice(0, frameNameLimit));
		if (frame.item) value.set('item', frame.item);
		if (frame.prompt) value.set('prompt', frame.prompt.slice(0, labelLimit));
		if (frame.locked) value.set('locked', true);
		thingsOf(doc).set(id, value);
	}, origin);
	return id;
}

/** Facilitators only, as everything about frames; an empty name changes nothing. */
export function renameFrame(doc: Y.Doc, id: string, name: string, origin: unknown = byHand): void {
	const value = mapOf(doc, id);
	const next = name.replace(/\s+/g, ' ').trim().slice(0, frameNameLimit);
	if (value?.get('kind') === 'frame' && next && value.get('name') !== next)
		doc.transact(() => value.set('name', next), origin);
}
