// A pasted list or table as texts for stickies. Knows no clipboard.
import { stickyTextLimit } from './limits.ts';

/** More lines than this in one paste are an accident. */
export const pasteLimit = 200;

/** One text per line or spreadsheet cell, without list marks; empty ones are left out. */
export const linesOf = (text: string): string[] =>
	text
		.split(/[\r\n\t]+/)
		.map((line) => line.replace(/^\s*(?:[-–—*•·▪◦]|\d{1,3}[.)])\s+/, '').trim())
		.filter(Boolean);

/** What a paste becomes, and how many of its lines found no room because they were too many or too long. */
export function pasted(text: string): { texts: string[]; left: number } {
	const lines = linesOf(text);
	const texts = lines.filter((line) => line.length <= stickyTextLimit).slice(0, pasteLimit);
	return { texts, left: lines.length - texts.length };
}
