// Patterns of what people say: word stems, phrases and words that occur together. Knows no concept and no model.
import { foldWord } from './fold.ts';

/**
 * One pattern of the catalogue, in folded words (no case, no diacritics):
 * `rowy` that word; `row*` every word that begins so; `koparka|kosiarka` either; `bez prac*` one after the other, with at most
 * two words between; `gmin* & parafi*` both anywhere in the text; `& !nie*` and nothing of this kind; `20+` a number of at least 20.
 */
export type Pattern = { all: Phrase[]; none: Phrase[] };
type Phrase = Word[];
type Word = { text: string; prefix: boolean; least?: number }[];

/** How many words may stand between two words of a phrase. */
const gap = 2;
/** Stems this long forgive one wrong, missing, added or swapped letter, longer ones two. */
const oneTypo = 7;
const twoTypos = 12;

export function readPattern(source: string): Pattern {
	const all: Phrase[] = [];
	const none: Phrase[] = [];
	for (const part of source.split('&')) {
		const trimmed = part.trim();
		(trimmed.startsWith('!') ? none : all).push(trimmed.replace(/^!/, '').split(/\s+/).filter(Boolean).map(readWord));
	}
	return { all, none };
}

const readWord = (source: string): Word =>
	source
		.split('|')
		.filter(Boolean)
		.map((text) => {
			const number = /^(\d+)\+$/.exec(text);
			if (number) return { text: '', prefix: false, least: Number(number[1]) };
			return text.endsWith('*')
				? { text: foldWord(text.slice(0, -1)), prefix: true }
				: { text: foldWord(text), prefix: false };
		});

/** Where a pattern was found: the word numbers of its first finding, or null. */
export function findPattern(
	pattern: Pattern,
	words: readonly string[],
	typos: boolean
): { from: number; to: number } | null {
	let place: { from: number; to: number } | null = null;
	for (const phrase of pattern.all) {
		const found = findPhrase(phrase, words, typos);
		if (!found) return null;
		place ??= found;
	}
	if (pattern.none.some((phrase) => findPhrase(phrase, words, false))) return null;
	return place;
}

function findPhrase(phrase: Phrase, words: readonly string[], typos: boolean): { from: number; to: number } | null {
	const [first, ...rest] = phrase;
	if (!first) return null;
	for (let from = 0; from < words.length; from++) {
		if (!wordFits(first, words[from] as string, typos)) continue;
		let at = from;
		const complete = rest.every((word) => {
			for (let next = at + 1; next <= at + 1 + gap && next < words.length; next++) {
				if (!wordFits(word, words[next] as string, typos)) continue;
				at = next;
				return true;
			}
			return false;
		});
		if (complete) return { from, to: at };
	}
	return null;
}

export const wordFits = (word: Word, said: string, typos: boolean): boolean =>
	word.some(({ text, prefix, least }) => {
		if (least !== undefined) return /^\d+$/.test(said) && Number(said) >= least;
		if (prefix ? said.startsWith(text) : said === text) return true;
		return typos && text.length >= oneTypo && startsLike(text, said, prefix);
	});

/** Whether a word begins like a stem but for a typing error; its first letter must be right. */
function startsLike(stem: string, said: string, prefix: boolean): boolean {
	if (said[0] !== stem[0] || said.length < stem.length - 1) return false;
	const allowed = stem.length >= twoTypos ? 2 : 1;
	for (let length = stem.length - allowed; length <= stem.length + allowed; length++) {
		if (length > said.length || (!prefix && length !== said.length)) continue;
		if (distance(stem, said.slice(0, length), allowed) <= allowed) return true;
	}
	return false;
}

const known = new Map<string, number>();
/** How many results are remembered; the same few words come back in every record. */
const remembered = 20_000;

/** Letters to change, add, drop or swap with a neighbour to make one word of the other; stops counting above `limit`. */
function distance(a: string, b: string, limit: number): number {
	const key = `${a} ${b}`;
	const before = known.get(key);
	if (before !== undefined) return before;
	if (known.size > remembered) known.clear();
	const result = countEdits(a, b, limit);
	known.set(key, result);
	return result;
}

function countEdits(a: string, b: string, limit: number): number {
	let above: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		let least = i;
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1];
			let cost = Math.min(
				(last[j] as number) + 1,
				(row[j - 1] as number) + 1,
				(last[j - 1] as number) + (same ? 0 : 1)
			);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				cost = Math.min(cost, (above[j - 2] as number) + 1);
			row.push(cost);
			least = Math.min(least, cost);
		}
		if (least > limit) return limit + 1;
		above = last;
		last = row;
	}
	return last[b.length] as number;
}
