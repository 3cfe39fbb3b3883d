// Patterns of what people say: word stems, phrases and words that occur together. Knows no concept and no model.
import { foldWord } from './fold.ts';

/**
 * One pattern of the catalogue, in folded words (no case, no diacritics):
 * `rowy` that word; `row*` every word that begins so; `koparka|kosiarka` either; `bez prac*` one after the other, with at most
 * two words between; `gmin* & parafi*` both anywhere in the text; `& !nie*` and nothing of this kind; `20+` a number of at least 20.
 */
export type Pattern = {
	all: Phrase[];
	none: Phrase[];
	/** The most telling word that a text must hold, by its terms: patterns are looked up by it. */
	key: Word;
	/** The other words that a text must hold, in any order. */
	needed: Word[];
	/** Nothing but words that a text must hold, in any order: found as soon as they are all there. */
	loose: boolean;
};
type Phrase = Word[];
/** Numbers of the terms that may stand in one place. */
type Word = number[];
/** The terms that each word of a text is, or may be but for a typing error; and all of them, each once. */
export type Fits = { words: readonly ReadonlySet<number>[]; terms: readonly number[] };
export type Place = { from: number; to: number };

/** How many words may stand between two words of a phrase. */
const gap = 2;
/** Stems this long forgive one wrong, missing, added or swapped letter, longer ones two. */
const oneTypo = 8;
const twoTypos = 13;
/** A word that fits a stem of this many letters exactly is taken as it stands. */
const knownLetters = 5;
/** How many different words are remembered with the terms that they fit. */
const remembered = 50_000;

/** The stems, words and numbers of many patterns, each once, so that a word is compared with each but once. */
export class Terms {
	private readonly numbers = new Map<string, number>();
	private readonly byLetter = new Map<string, { term: number; text: string; prefix: boolean }[]>();
	private readonly least: { term: number; least: number }[] = [];
	private readonly known = new Map<string, ReadonlySet<number>>();
	/** Several lexicons read the same text one after the other. */
	private last: { words: readonly string[]; fits: Fits } | null = null;
	/** Number of the last text that held each term. */
	private lastSeen = new Uint32Array(0);
	private compared = 0;
	private readonly typos: boolean;

	constructor(typos: boolean) {
		this.typos = typos;
	}

	read(source: string): Pattern {
		const all: Phrase[] = [];
		const none: Phrase[] = [];
		const words: { word: Word; texts: string[] }[] = [];
		for (const part of source.split('&')) {
			const denied = part.trim().startsWith('!');
			const places = part.trim().replace(/^!/, '').split(/\s+/).filter(Boolean);
			const phrase = places.map((place) => {
				const texts = place.split('|').filter(Boolean);
				const word = texts.map((text) => this.term(text));
				if (!denied) words.push({ word, texts });
				return word;
			});
			if (phrase.length > 0) (denied ? none : all).push(phrase);
		}
		const key = tellingWord(words);
		const loose = none.length === 0 && all.every((phrase) => phrase.length === 1);
		return { all, none, key, needed: all.flat().filter((word) => word !== key), loose };
	}

	private term(source: string): number {
		const before = this.numbers.get(source);
		if (before !== undefined) return before;
		const term = this.numbers.size;
		this.numbers.set(source, term);
		if (this.compared > 0) {
			this.known.clear();
			this.last = null;
			this.compared = 0;
			this.lastSeen = new Uint32Array(0);
		}
		const number = /^(\d+)\+$/.exec(source);
		if (number) this.least.push({ term, least: Number(number[1]) });
		const prefix = source.endsWith('*');
		const text = foldWord(prefix ? source.slice(0, -1) : source);
		const letter = text[0] ?? '';
		const near = this.byLetter.get(letter) ?? [];
		near.push({ term, text, prefix });
		this.byLetter.set(letter, near);
		return term;
	}

	get count(): number {
		return this.numbers.size;
	}

	/** For each word the terms that it fits. */
	fitting(words: readonly string[]): Fits {
		if (this.last?.words !== words) this.last = { words, fits: this.compareAll(words) };
		return this.last.fits;
	}

	private compareAll(words: readonly string[]): Fits {
		const terms: number[] = [];
		const text = ++this.compared;
		if (this.lastSeen.length < this.numbers.size) this.lastSeen = new Uint32Array(this.numbers.size);
		const fits: ReadonlySet<number>[] = [];
		for (const word of words) {
			let found = this.known.get(word);
			if (!found) {
				if (this.known.size > remembered) this.known.clear();
				found = this.compare(word);
				this.known.set(word, found);
			}
			fits.push(found);
			if (found.size === 0) continue;
			for (const term of found)
				if (this.lastSeen[term] !== text) {
					this.lastSeen[term] = text;
					terms.push(term);
				}
		}
		return { words: fits, terms };
	}

	private compare(word: string): ReadonlySet<number> {
		const fits = new Set<number>();
		const near = this.byLetter.get(word[0] ?? '') ?? [];
		let known = false;
		for (const { term, text, prefix } of near) {
			if (!(prefix ? word.startsWith(text) : word === text)) continue;
			fits.add(term);
			known ||= text.length >= knownLetters;
		}
		// a word that is right as it stands is no slip of the finger for another one
		if (this.typos && !known)
			for (const { term, text, prefix } of near)
				if (text.length >= oneTypo && startsLike(text, word, prefix)) fits.add(term);
		if (/^\d+$/.test(word)) for (const { term, least } of this.least) if (Number(word) >= least) fits.add(term);
		return fits;
	}
}

/** Long words with few alternatives are met least often. */
function tellingWord(words: readonly { word: Word; texts: readonly string[] }[]): Word {
	const rareness = (texts: readonly string[]) => Math.min(...texts.map(({ length }) => length)) - texts.length / 2;
	const [first, ...rest] = words;
	if (!first) return [];
	return rest.reduce((best, other) => (rareness(other.texts) > rareness(best.texts) ? other : best), first).word;
}

/** Whether each word that a pattern needs is somewhere in a text, by its terms (1 where present): most patterns fail here. */
export function mayFit(needed: readonly Word[], present: Uint8Array): boolean {
	// by index: this runs a thousand times a passage
	next: for (let at = 0; at < needed.length; at++) {
		const word = needed[at] as Word;
		for (let index = 0; index < word.length; index++) if (present[word[index] as number] === 1) continue next;
		return false;
	}
	return true;
}

/** Where a pattern was found first, or null. */
export function findPattern(pattern: Pattern, fits: Fits): Place | null {
	let place: Place | null = null;
	for (const phrase of pattern.all) {
		const found = findPhrase(phrase, fits.words);
		if (!found) return null;
		place ??= found;
	}
	return pattern.none.some((phrase) => findPhrase(phrase, fits.words)) ? null : place;
}

function findPhrase(phrase: Phrase, fits: Fits['words']): Place | null {
	const first = phrase[0] as Word;
	for (let from = 0; from < fits.length; from++) {
		if (!fitsWord(first, fits[from] as ReadonlySet<number>)) continue;
		const to = followed(phrase, fits, from);
		if (to !== null) return { from, to };
	}
	return null;
}

/** Where a phrase that begins at `at` ends, or null when its next words do not follow. */
function followed(phrase: Phrase, fits: Fits['words'], at: number): number | null {
	let end = at;
	for (let index = 1; index < phrase.length; index++) {
		let next = end + 1;
		const reach = Math.min(end + 1 + gap, fits.length - 1);
		while (next <= reach && !fitsWord(phrase[index] as Word, fits[next] as ReadonlySet<number>)) next++;
		if (next > reach) return null;
		end = next;
	}
	return end;
}

const fitsWord = (word: Word, fits: ReadonlySet<number>): boolean => {
	if (fits.size === 0) return false;
	for (let index = 0; index < word.length; index++) if (fits.has(word[index] as number)) return true;
	return false;
};

/** Whether a word begins like a stem but for a typing error; its first letter must be right. */
function startsLike(stem: string, said: string, prefix: boolean): boolean {
	if (said[0] !== stem[0] || said.length < stem.length - 1) return false;
	// one wrong letter leaves one of the next two in its place or beside it: quick to see, and most words fail here
	if (said[1] !== stem[1] && said[2] !== stem[2] && said[1] !== stem[2] && said[2] !== stem[1]) return false;
	const allowed = stem.length >= twoTypos ? 2 : 1;
	for (let length = stem.length - allowed; length <= stem.length + allowed; length++) {
		if (length > said.length || (!prefix && length !== said.length)) continue;
		if (distance(stem, said.slice(0, length), allowed) <= allowed) return true;
	}
	return false;
}

/** Letters to change, add, drop or swap with a neighbour to make one word of the other; stops counting above `limit`. */
function distance(a: string, b: string, limit: number): number {
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
