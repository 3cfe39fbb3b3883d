// How marks are put on a board and changed. Knows no screen and no pointer; every change is one transaction.
import * as Y from 'yjs';
import { makeId } from '#lib/people/ids.ts';
import { byHand, moveThing, thing, thingsOf } from '../board.ts';
import { labelLimit, stickyTextLimit } from '../limits.ts';
import type { Place } from '../slots.ts';
import type { Arrow, ArrowEnd, ShapeForm, StickyColour } from '../thing.ts';
import { packed, pieces, simplifiedLong, type Sample } from './stroke.ts';

type New = { id?: string; frame: string | null; colour: StickyColour | null; order?: number };
export type NewText = New & { place: Place; text: string; size: number };
export type NewShape = New & { place: Place; form: ShapeForm; text: string };
export type NewArrow = Omit<New, 'frame'> & { from: ArrowEnd; to: ArrowEnd; text: string };
export type NewStroke = New & {
	samples: readonly Sample[];
	/** Board units. */
	width: number;
	/** Board units that the line may be moved by to need fewer points. */
	tolerance: number;
};

/** Shapes lie under stickies, everything else above them. */
export const shapeOrder = -1;
export const markOrder = 1;

const rounded = (place: Place): number[] => place.map(Math.round);
const whole = ({ thing: held, x, y }: ArrowEnd): ArrowEnd => ({ thing: held, x: Math.round(x), y: Math.round(y) });

function add(doc: Y.Doc, values: Record<string, unknown>, { id, colour, order }: Omit<New, 'frame'>, usual: number) {
	const key = id ?? makeId();
	const value = new Y.Map<unknown>();
	for (const [name, each] of Object.entries(values)) if (each !== null) value.set(name, each);
	if (colour) value.set('colour', colour);
	value.set('order', order ?? usual);
	thingsOf(doc).set(key, value);
	return key;
}

export function addText(doc: Y.Doc, given: NewText, origin: unknown = byHand): string {
	const { text, frame, size, place } = given;
	const shared = new Y.Text(text.slice(0, stickyTextLimit));
	const values = { kind: 'text', place: rounded(place), size: Math.round(size), frame, text: shared };
	return doc.transact(() => add(doc, values, given, markOrder), origin);
}

export function addShape(doc: Y.Doc, given: NewShape, origin: unknown = byHand): string {
	const { text, form, frame, place } = given;
	const values = { kind: 'shape', place: rounded(place), form, frame, text: new Y.Text(text.slice(0, labelLimit)) };
	return doc.transact(() => add(doc, values, given, shapeOrder), origin);
}

/** The place around two ends, for whoever knows places alone; where an arrow really runs is computed when it is drawn. */
export function placeOfEnds(from: ArrowEnd, to: ArrowEnd): Place {
	const [left, top] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
	return [left, top, Math.max(1, Math.abs(from.x - to.x)), Math.max(1, Math.abs(from.y - to.y))];
}

export function addArrow(doc: Y.Doc, given: NewArrow, origin: unknown = byHand): string {
	const [from, to] = [whole(given.from), whole(given.to)];
	const text = new Y.Text(given.text.slice(0, labelLimit));
	const values = { kind: 'arrow', place: rounded(placeOfEnds(from, to)), from, to, text };
	return doc.transact(() => add(doc, values, given, markOrder), origin);
}

/** A drawn line as one stroke, or as several of one group when it is too long for one; `id` is that of the first. */
export function addStroke(doc: Y.Doc, given: NewStroke, origin: unknown = byHand): string[] {
	const { samples, width, frame } = given;
	if (!samples.length) return [];
	const parts = pieces(simplifiedLong(samples, given.tolerance));
	const group = parts.length > 1 ? makeId() : null;
	return doc.transact(
		() =>
			parts.map((part, index) => {
				const { place, points } = packed(part, width);
				const rest = index ? { ...given, id: undefined } : given;
				return add(doc, { kind: 'stroke', place: rounded(place), points, width, frame, group }, rest, markOrder);
			}),
		origin
	);
}

function valueOf(doc: Y.Doc, id: string): Y.Map<unknown> | null {
	const value = thingsOf(doc).get(id);
	return value instanceof Y.Map ? value : null;
}

/** Sets the ends of an arrow; false when it is gone. */
export function holdArrow(
	doc: Y.Doc,
	id: string,
	ends: Partial<Pick<Arrow, 'from' | 'to'>>,
	origin: unknown = byHand
): boolean {
	const arrow = thing(doc, id);
	const value = valueOf(doc, id);
	if (arrow?.kind !== 'arrow' || !value) return false;
	doc.transact(() => {
		if (ends.from) value.set('from', whole(ends.from));
		if (ends.to) value.set('to', whole(ends.to));
		value.set('place', rounded(placeOfEnds(ends.from ?? arrow.from, ends.to ?? arrow.to)));
	}, origin);
	return true;
}

/** The other way round. */
export function turnArrow(doc: Y.Doc, id: string, origin: unknown = byHand): boolean {
	const arrow = thing(doc, id);
	return arrow?.kind === 'arrow' && holdArrow(doc, id, { from: arrow.to, to: arrow.from }, origin);
}

export function formShape(doc: Y.Doc, id: string, form: ShapeForm, origin: unknown = byHand): void {
	const value = valueOf(doc, id);
	if (value?.get('kind') === 'shape') doc.transact(() => value.set('form', form), origin);
}

/** Place of a text and the height of its letters together, so that they change as one. */
export function sizeText(doc: Y.Doc, id: string, place: Place, size: number, origin: unknown = byHand): void {
	const value = valueOf(doc, id);
	if (value?.get('kind') !== 'text') return;
	doc.transact(() => {
		moveThing(doc, id, place, undefined, origin);
		if (value.get('size') !== Math.round(size)) value.set('size', Math.round(size));
	}, origin);
}
