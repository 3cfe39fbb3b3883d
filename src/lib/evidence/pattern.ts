// Patterns of what people say: word stems, phrases and words that occur together. Knows no concept and no model.
import { foldWord } from './fold.ts';
import { oneTypo, startsLike } from './slip.ts';

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
/**
 * The terms that each word of a text is, or may be but for a typing error; and all of them, each once. Until the next text is
 * read, `held` has the number of this `text` for each of them.
 */
export type Fits = {
	words: readonly (readonly number[])[];
	terms: readonly number[];
	held: Uint32Array;
	text: number;
};
export type Place = { from: number; to: number };

/** How many words may stand between two words of a phrase. */
const gap = 2;
/** A word that fits a stem of this many letters exactly is taken as it stands. */
const knownLetters = 5;
/** How many different words are remembered with the terms that they fit. */
const remembered = 50_000;

/** The stems, words and numbers of many patterns, each once, so that a word is compared with each but once. */
export class Terms {
	private readonly numbers = new Map<string, number>();
	/** Terms by their whole text, and by how they begin. */
	private readonly whole = new Map<string, number[]>();
	private readonly stems = new Map<string, number[]>();
	/** By their first letter those that are long enough to forgive a slip. */
	private readonly forgiving = new Map<string, { term: number; text: string; prefix: boolean }[]>();
	private readonly least: { term: number; least: number }[] = [];
	private readonly known = new Map<string, readonly number[]>();
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
		put(prefix ? this.stems : this.whole, text, term);
		if (this.typos && text.length >= oneTypo) put(this.forgiving, text[0] ?? '', { term, text, prefix });
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
		const { known, lastSeen } = this;
		const fits: (readonly number[])[] = [];
		// by index, here and below: this runs for every word that was ever written
		for (let at = 0; at < words.length; at++) {
			const word = words[at] as string;
			let found = known.get(word);
			if (!found) {
				if (known.size > remembered) known.clear();
				found = this.compare(word);
				known.set(word, found);
			}
			fits.push(found);
			for (let index = 0; index < found.length; index++) {
				const term = found[index] as number;
				if (lastSeen[term] === text) continue;
				lastSeen[term] = text;
				terms.push(term);
			}
		}
		return { words: fits, terms, held: lastSeen, text };
	}

	/** The terms that a word is, by their numbers; then those that it may be but for a slip; then the numbers that it reaches. */
	private compare(word: string): readonly number[] {
		const fits = [...(this.whole.get(word) ?? nothing)];
		let longest = fits.length > 0 ? word.length : 0;
		for (let length = 1; length <= word.length; length++)
			for (const term of this.stems.get(word.slice(0, length)) ?? nothing) {
				fits.push(term);
				longest = Math.max(longest, length);
			}
		fits.sort((a, b) => a - b);
		// a word that is right as it stands is no slip of the finger for another one
		if (longest < knownLetters)
			for (const { term, text, prefix } of this.forgiving.get(word[0] ?? '') ?? [])
				if (startsLike(text, word, prefix)) fits.push(term);
		if (/^\d+$/.test(word)) for (const { term, least } of this.least) if (Number(word) >= least) fits.push(term);
		return fits;
	}
}

const nothing: readonly number[] = [];

function put<T>(lists: Map<string, T[]>, key: string, item: T): void {
	const list = lists.get(key);
	if (list) list.push(item);
	else lists.set(key, [item]);
}

/** Long words with few alternatives are met least often. */
function tellingWord(words: readonly { word: Word; texts: readonly string[] }[]): Word {
	const rareness = (texts: readonly string[]) => Math.min(...texts.map(({ length }) => length)) - texts.length / 2;
	const [first, ...rest] = words;
	if (!first) return [];
	return rest.reduce((best, other) => (rareness(other.texts) > rareness(best.texts) ? other : best), first).word;
}

/** Whether each word that a pattern needs is somewhere in a text: most patterns fail here. */
export function mayFit({ key, needed }: Pattern, fits: Fits): boolean {
	if (!holds(fits, key)) return false;
	for (let at = 0; at < needed.length; at++) if (!holds(fits, needed[at] as Word)) return false;
	return true;
}

function holds({ held, text }: Fits, word: Word): boolean {
	for (let index = 0; index < word.length; index++) if (held[word[index] as number] === text) return true;
	return false;
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
		if (!fitsWord(first, fits[from] as readonly number[])) continue;
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
		while (next <= reach && !fitsWord(phrase[index] as Word, fits[next] as readonly number[])) next++;
		if (next > reach) return null;
		end = next;
	}
	return end;
}

const fitsWord = (word: Word, fits: readonly number[]): boolean => {
	for (let at = 0; at < fits.length; at++)
		for (let index = 0; index < word.length; index++) if (word[index] === fits[at]) return true;
	return false;
};
