// Marks: what lies on a board beside stickies and frames, that is texts, strokes, shapes and arrows. Knows no document.
import type { Place } from '../slots.ts';
import type { Arrow, Shape, ShapeForm, StickyColour, Stroke, TextThing, Thing } from '../thing.ts';

export type Mark = TextThing | Stroke | Shape | Arrow;
export type MarkKind = Mark['kind'];

export const isMark = (thing: Thing): thing is Mark =>
	thing.kind === 'text' || thing.kind === 'stroke' || thing.kind === 'shape' || thing.kind === 'arrow';

/** What a thing says, in one line; empty when it says nothing. */
export function wordsOf(thing: Thing): string {
	const said = 'text' in thing ? thing.text : 'name' in thing ? thing.name : thing.kind === 'image' ? thing.alt : '';
	return said.replace(/\s+/g, ' ').trim();
}

/** Where a thing ends, for arrows and for the pointer. */
export type Outline = { form: ShapeForm; place: Place };

export const outlineOf = (thing: Thing): Outline => ({
	form: thing.kind === 'shape' ? thing.form : 'rectangle',
	place: thing.place
});

/** Free colours as lines and letters: each at least 4.5 : 1 on the paper of the board. */
export const inks: Record<StickyColour, string> = {
	yellow: '#7a5b00',
	orange: '#9a4a08',
	pink: '#a8316a',
	violet: '#6a48b8',
	blue: '#1a5f9e',
	green: '#2c6e2a'
};
export const plainInk = '#221f19';

export const inkOf = ({ colour }: { colour: StickyColour | null }): string => (colour ? inks[colour] : plainInk);

/** Board units: thickness of the lines of arrows and shapes, and the length of an arrow's head. */
export const lineWidth = 4;
export const headLength = 22;
/** Height of the letters in shapes and on arrows, board units. */
export const labelSize = 22;
