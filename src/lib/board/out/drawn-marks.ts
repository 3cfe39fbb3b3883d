// Frames, clusters and marks on paper: their lines and words. Knows no document.
import { lineHeight, wrapText, type Measure } from '../fit-text.ts';
import { labelFoot, labelLetters, roomAbove } from '../clusters/label.ts';
import { along, arrowPath, type Curve } from '../marks/arrow-geometry.ts';
import { inkOfStroke } from '../marks/ink-path.ts';
import { inkOf, inks, labelSize, lineWidth } from '../marks/mark.ts';
import { shapePath, wordRoom } from '../marks/shape-geometry.ts';
import { plainPapers } from '../paper.ts';
import type { Place } from '../slots.ts';
import type { Arrow, Cluster, Frame, Picture, Shape, Stroke, TextThing } from '../thing.ts';
import type { Part } from './part.ts';
import { cut, ink, softInk, wordsWithin } from './drawn-sticky.ts';

const labelSizes = [labelSize, 18, 15, 12] as const;
const frameNameSize = 30;
const promptSize = 19;
/** The ground of a frame. */
const paper = '#fffdf8';

export function groundParts({ name, prompt, place }: Frame, measure: Measure): Part[] {
	const [x, y, width] = place;
	const text = cut(name, width - 80, frameNameSize * 1.1, measure);
	const line = { kind: 'words', x: x + 40, anchor: 'start' } as const;
	const parts: Part[] = [
		{ kind: 'rectangle', place, radius: 24, fill: paper, line: '#ddd8cc' },
		{ ...line, text, y: y + 36, size: frameNameSize, bold: true, ink }
	];
	if (!prompt) return parts;
	const asked = cut(prompt, width - 80, promptSize, measure);
	return [...parts, { ...line, text: asked, y: y + 60, size: promptSize, bold: false, ink: softInk }];
}

/** A colour laid thinly on the ground of a frame, as the canvas shows a group. */
function thin(colour: string): string {
	const part = (hex: string, at: number) => parseInt(hex.slice(at, at + 2), 16);
	const mixed = [1, 3, 5].map((at) => Math.round(0.34 * part(colour, at) + 0.66 * part(paper, at)));
	return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The ground of a group, and its name, which lies above the cards that come between them; `cards`: everybody's. */
export function hullParts({ name, colour }: Cluster, hull: Place, cards: readonly Place[], measure: Measure) {
	const [x, , width] = hull;
	const line = colour ? inks[colour] : '#8a8373';
	const fill = thin(colour ? plainPapers[colour] : '#c9c1ae');
	const em = measure(name) * 1.1 + 1;
	const { least, most } = labelLetters(roomAbove(hull, cards), width - 24, em);
	// paper is read from near: no card's foot is covered
	const size = Math.min(24, least < 20 ? least : most);
	const text = cut(name, width - 24 - size, size * 1.1, measure);
	const height = size * 1.3 + 2;
	const [foot, wide] = [labelFoot(hull), (measure(text) * 1.1 + 1) * size];
	const ground: Part = { kind: 'rectangle', place: hull, radius: 18, fill, line };
	const label: Part[] = [
		{ kind: 'rectangle', place: [x + 12, foot - height, wide, height], radius: height / 2, fill: paper, line },
		{
			kind: 'words',
			text,
			x: x + 12 + size / 2,
			y: foot - size * 0.36,
			size,
			anchor: 'start',
			bold: true,
			ink
		}
	];
	return { ground, label };
}

export function textParts(text: TextThing, measure: Measure): Part[] {
	const [x, y, width] = text.place;
	return wrapText(text.text, width / text.size, measure).map((line, index) => ({
		kind: 'words',
		text: line,
		x,
		y: y + text.size * (0.95 + index * lineHeight),
		size: text.size,
		anchor: 'start',
		bold: false,
		ink: inkOf(text)
	}));
}

export function shapeParts(shape: Shape, measure: Measure): Part[] {
	const [x, y, width, height] = shape.place;
	const [left, top, wide, tall] = wordRoom(shape.form, shape.place);
	const data = shapePath(shape.form, width, height, lineWidth / 2);
	return [
		{ kind: 'path', data, at: [x, y], fill: null, line: inkOf(shape), width: lineWidth },
		...wordsWithin(shape.text, [x + left, y + top, wide, tall], measure, labelSizes, inkOf(shape))
	];
}

export const strokeParts = (stroke: Stroke): Part[] => [
	{
		kind: 'path',
		data: inkOfStroke(stroke),
		at: [stroke.place[0], stroke.place[1]],
		fill: inkOf(stroke),
		line: null,
		width: 0
	}
];

export function arrowParts(arrow: Arrow, curve: Curve, measure: Measure): Part[] {
	const line: Part = {
		kind: 'path',
		data: arrowPath(curve),
		at: [0, 0],
		fill: null,
		line: inkOf(arrow),
		width: lineWidth
	};
	if (!arrow.text.trim()) return [line];
	const [x, y] = along(curve, 0.5);
	const width = Math.min(240, measure(arrow.text) * labelSize * 1.1 + 16);
	const lines = wrapText(arrow.text, width / labelSize, measure);
	const height = lines.length * labelSize * lineHeight + 6;
	const place = [x - width / 2, y - height / 2, width, height] as const;
	return [
		line,
		{ kind: 'rectangle', place, radius: 6, fill: paper, line: null },
		...wordsWithin(arrow.text, place, measure, labelSizes, inkOf(arrow))
	];
}

export const pictureParts = ({ place, file, alt }: Picture): Part[] => [{ kind: 'picture', place, file, alt }];
