// How much room a free text needs. Pure; widths come from the measure it is given.
import { lineHeight, wrapText, type Measure } from '../fit-text.ts';
import type { Place } from '../slots.ts';

/** A text that nobody made narrower is at most so wide, in heights of its letters. */
export const widestText = 22;
/** Narrowest text, in heights of its letters. */
export const narrowestText = 2;
/** Browsers break lines a little earlier than the sum of the words says. */
const slack = 1.04;

/** As wide as its longest line. */
export const naturalWidth = (text: string, size: number, measure: Measure): number =>
	Math.min(widestText, Math.max(narrowestText, ...text.split('\n').map((line) => measure(line) * slack))) * size;

export const heightOfText = (text: string, width: number, size: number, measure: Measure): number =>
	wrapText(text, width / (size * slack), measure).length * size * lineHeight;

/** The place after writing: a width that somebody chose stays, any other follows the words. */
export function placeOfText(text: string, before: Place, size: number, measure: Measure, chosen: boolean): Place {
	const width = chosen ? before[2] : naturalWidth(text, size, measure);
	return [before[0], before[1], Math.ceil(width), Math.ceil(heightOfText(text, width, size, measure))];
}

/** Whether the width of a text is not the one that its words have by themselves. */
export const isChosenWidth = (text: string, width: number, size: number, measure: Measure): boolean =>
	Math.abs(width - naturalWidth(text, size, measure)) > size / 2;
