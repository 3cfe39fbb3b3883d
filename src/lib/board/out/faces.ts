// The letters of a page: which of our faces has a letter, and how wide a text becomes. Knows no file.
import type PDFKit from 'pdfkit';
import type { Measure } from '../fit-text.ts';

type Document = PDFKit.PDFDocument;
export type Weight = 'regular' | 'bold';

export const faceNames = [
	'regular-latin',
	'regular-extended',
	'regular-any',
	'bold-latin',
	'bold-extended',
	'bold-any'
] as const;
export type FaceName = (typeof faceNames)[number];
/** The file of a face (TTF or WOFF). */
export type FaceFile = (name: FaceName) => Buffer;

export function registerFaces(document: Document, fileOf: FaceFile): void {
	for (const name of faceNames) document.registerFont(name, fileOf(name));
}

/** Which part of our face has a letter; what it has not (other scripts, signs) comes from a face that has nearly all. */
function partOf(point: number): 'latin' | 'extended' | 'any' {
	if (point <= 0xff || (point >= 0x2010 && point <= 0x2027) || point === 0x20ac || point === 0x2122) return 'latin';
	return point >= 0x100 && point <= 0x17f ? 'extended' : 'any';
}

/** A line in pieces of one face each; no-break spaces and joiners stay with what they join. */
export function runsOf(text: string, weight: Weight): { face: FaceName; text: string }[] {
	const runs: { face: FaceName; text: string }[] = [];
	for (const letter of text.normalize('NFC')) {
		const part = partOf(letter.codePointAt(0)!);
		const last = runs.at(-1);
		const joins = last && (/^[\s\p{M}\p{Cf}]$/u.test(letter) || last.face === `${weight}-${part}`);
		if (joins) last.text += letter;
		else runs.push({ face: `${weight}-${part}`, text: letter });
	}
	return runs;
}

/** Width of a line on a page, in the unit of `size`. */
export function widthOf(document: Document, text: string, weight: Weight, size: number): number {
	let width = 0;
	for (const run of runsOf(text, weight)) width += document.font(run.face, size).widthOfString(run.text);
	return width;
}

/** Measures with the faces of the page. */
export const measureOn = (document: Document): Measure => {
	const widths = new Map<string, number>();
	return (text) => {
		let width = widths.get(text);
		if (width === undefined) widths.set(text, (width = widthOf(document, text, 'regular', 100) / 100));
		return width;
	};
};
