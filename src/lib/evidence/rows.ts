// Which of many patterns may be in a text, told by the words that each needs, laid out in one row of numbers. Knows no place of a word.
import type { Fits, Pattern } from './pattern.ts';

/**
 * Most patterns fail because one word is missing, some forty of them for each passage of a record. So for each term of a telling
 * word there is one stretch of numbers, read from left to right: for each pattern its own number, where the next one begins, and
 * then each further word that it needs, as the number of its terms and the terms.
 */
export class Rows {
	private readonly row: Int32Array;
	/** Where the stretch of each term begins; it ends where the next begins. */
	private readonly starts: Int32Array;
	/** Number of the last search that reached each pattern, so that none is told twice. */
	private readonly reached: Uint32Array;
	private search = 0;

	constructor(patterns: readonly Pattern[], terms: number) {
		const byTerm: number[][] = Array.from({ length: terms }, () => []);
		patterns.forEach(({ key, needed }, number) => {
			for (const term of new Set(key)) {
				const stretch = byTerm[term] as number[];
				const length = 2 + needed.reduce((sum, word) => sum + 1 + word.length, 0);
				stretch.push(number, length);
				for (const word of needed) stretch.push(word.length, ...word);
			}
		});
		this.starts = new Int32Array(terms + 1);
		byTerm.forEach(({ length }, term) => (this.starts[term + 1] = (this.starts[term] as number) + length));
		this.row = Int32Array.from(byTerm.flat());
		this.reached = new Uint32Array(patterns.length);
	}

	/** The numbers of the patterns whose words are all in a text, each once, in the order of its words. */
	within({ terms, held, text }: Fits): readonly number[] {
		const { row, starts, reached } = this;
		const search = ++this.search;
		let numbers: number[] | null = null;
		for (let index = 0; index < terms.length; index++) {
			const term = terms[index] as number;
			if (term + 1 >= starts.length) continue;
			const end = starts[term + 1] as number;
			let next = starts[term] as number;
			while (next < end) {
				const start = next;
				next += row[start + 1] as number;
				const number = row[start] as number;
				if (!holds(row, start + 2, next, held, text) || reached[number] === search) continue;
				reached[number] = search;
				(numbers ??= []).push(number);
			}
		}
		return numbers ?? none;
	}
}

const none: readonly number[] = [];

/** Whether a text holds one term of each word that is laid out between two places of a row. */
function holds(row: Int32Array, from: number, to: number, held: Uint32Array, text: number): boolean {
	let at = from;
	while (at < to) {
		const end = at + 1 + (row[at] as number);
		do at++;
		while (at < end && held[row[at] as number] !== text);
		if (at === end) return false;
		at = end;
	}
	return true;
}
