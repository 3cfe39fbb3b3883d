// One sticky on paper: its colour, its text as large as it fits, and at its foot who wrote it. Knows no document.
import { sectors, type Sector } from '#lib/people/people.ts';
import { fitText, lineHeight, wrapText, type Measure } from '../fit-text.ts';
import { footHeight, paperPadding, plainPapers } from '../paper.ts';
import type { Place } from '../slots.ts';
import { signShapes } from '../reactions/sign-shapes.ts';
import type { Sign, Sticky } from '../thing.ts';
import type { Part } from './part.ts';

/** Colours of `app.css` for a file that stands alone, in the order of the sectors. */
const papers = ['#c9deed', '#f3dba1', '#c8e5b8', '#e1d3ed', '#fdd2b4', '#fbcdd4'] as const;
const fresh = '#f4efd9';
export const ink = '#221f19';
export const softInk = '#5b544a';
const footSize = 13;

const paperOf = (sticky: Sticky, sector: Sector | null): string =>
	(sticky.colour ? plainPapers[sticky.colour] : sector ? papers[sectors.indexOf(sector)] : undefined) ?? fresh;

/** `signs`: with how often each was given; they stand at the right of the foot. */
export function stickyParts(
	sticky: Sticky,
	sector: Sector | null,
	foot: string,
	measure: Measure,
	signs: readonly (readonly [sign: Sign, count: number])[] = []
): Part[] {
	const [x, y, width, height] = sticky.place;
	const room: Place = [
		x + paperPadding,
		y + paperPadding,
		width - 2 * paperPadding,
		height - paperPadding - footHeight
	];
	const parts: Part[] = [
		{ kind: 'rectangle', place: sticky.place, radius: 3, fill: paperOf(sticky, sector), line: null },
		...wordsWithin(sticky.text, room, measure)
	];
	const given = signParts(signs, x + width - paperPadding, y + height - 11);
	parts.push(...given.parts);
	if (foot)
		parts.push({
			kind: 'words',
			text: cut(foot, width - 2 * paperPadding - given.width, footSize, measure),
			x: x + paperPadding,
			y: y + height - 11,
			size: footSize,
			anchor: 'start',
			bold: false,
			ink
		});
	return parts;
}

/** Drawings with numbers, ending at `right`, on a base line. */
function signParts(signs: readonly (readonly [sign: Sign, count: number])[], right: number, base: number) {
	const parts: Part[] = [];
	let left = right;
	for (const [sign, count] of [...signs].reverse()) {
		const digits = String(count);
		left -= digits.length * footSize * 0.6;
		parts.push({ kind: 'words', text: digits, x: left, y: base, size: footSize, anchor: 'start', bold: false, ink });
		left -= 18;
		parts.push({ kind: 'path', data: signShapes[sign], at: [left, base - 12.5], fill: ink, line: null, width: 0 });
		left -= 6;
	}
	return { parts: parts.reverse(), width: right - left };
}

/** A line that ends with dots where there is no more room. */
export function cut(text: string, room: number, size: number, measure: Measure): string {
	if (measure(text) * size <= room) return text;
	const letters = [...text];
	while (letters.length && (measure(letters.join('')) + 1) * size > room) letters.pop();
	return `${letters.join('').trimEnd()}…`;
}

/** A text in the middle of a room, as large as it fits. */
export function wordsWithin(
	text: string,
	[x, y, width, height]: Place,
	measure: Measure,
	sizes?: readonly number[],
	colour: string = ink
): Part[] {
	if (!text.trim()) return [];
	const { size } = sizes ? fitText(text, width, height, measure, sizes) : fitText(text, width, height, measure);
	const lines = wrapText(text, width / size, measure);
	const first = y + height / 2 - ((lines.length - 1) * size * lineHeight) / 2 + size * 0.35;
	return lines.map((line, index) => ({
		kind: 'words',
		text: line,
		x: x + width / 2,
		y: first + index * size * lineHeight,
		size,
		anchor: 'middle',
		bold: false,
		ink: colour
	}));
}
