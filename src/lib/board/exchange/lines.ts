// A table or a plain list from a file as texts for stickies. Knows no board.
import Papa from 'papaparse';
import { plainLetters } from '#lib/ui/letters.ts';
import { stickyTextLimit } from '../limits.ts';
import { linesOf } from '../paste.ts';
import type { ImportedTexts, Left } from './import.ts';

/** More stickies than this from one file could not be read by any group. */
export const textLimit = 500;

const names = {
	text: ['karteczka', 'tekst', 'tresc', 'sticky', 'text', 'note', 'card'],
	frame: ['obszar', 'kolumna', 'area', 'frame', 'column']
};
const isNamed = (cell: string, known: readonly string[]) => known.includes(plainLetters(cell).trim());

/** A cell that was guarded against being taken for a formula loses its guard. */
const unguarded = (cell: string): string => cell.replace(/^'(?=\s*[=+\-@＝＋－＠])/, '').trim();

/** A table has one sticky a row: its text column, or all cells of the row joined; a list has one a line. */
export function textsFrom(content: string, isTable: boolean): ImportedTexts {
	const plain = content.replace(/^\ufeff/, '');
	const found = isTable ? rowsOf(plain) : linesOf(plain).map((text) => ({ text, frame: null }));
	const short = found.filter(({ text }) => text.length <= stickyTextLimit);
	const texts = short.slice(0, textLimit);
	const left: Left[] = [
		{ why: 'too_long', count: found.length - short.length },
		{ why: 'too_many', count: short.length - texts.length }
	];
	return { kind: 'texts', texts, left: left.filter(({ count }) => count > 0) };
}

function rowsOf(content: string): { text: string; frame: string | null }[] {
	const rows = Papa.parse<string[]>(content, { skipEmptyLines: 'greedy' }).data;
	const head = rows[0] ?? [];
	const textColumn = head.findIndex((cell) => isNamed(cell, names.text));
	const frameColumn = head.findIndex((cell) => isNamed(cell, names.frame));
	if (textColumn < 0)
		return rows
			.map((row) => ({ text: row.map(unguarded).filter(Boolean).join(' – '), frame: null }))
			.filter(({ text }) => text !== '');
	return rows
		.slice(1)
		.map((row) => ({ text: unguarded(row[textColumn] ?? ''), frame: unguarded(row[frameColumn] ?? '') || null }))
		.filter(({ text }) => text !== '');
}
