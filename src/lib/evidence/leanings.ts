// How much a text leans to each of several answers, by weights of words that were learned from labelled examples. Knows the words, not the answers.
import { emptyWords, stemOf } from './voices.ts';

/** Weights as they are written down, in hundredths. */
export type LeaningData = {
	/** The answers. */
	names: readonly string[];
	/** What each answer has before a word was heard. */
	base: readonly number[];
	/** By stem: its rarity, then number of the answer and weight in turn. */
	stems: Readonly<Record<string, readonly number[]>>;
	/** The same for signs that are no words. */
	signs: Readonly<Record<string, readonly number[]>>;
};

/** A text, how much it counts, the signs found in it and how plain they are, 0–1. */
export type Weighted = { words: readonly string[]; weight: number; signs: Iterable<string>; plainness: number };

export type Leaning = {
	/** By answer; the higher the more it leans to it. */
	towards: ReadonlyMap<string, number>;
	/** How many different stems were heard of which something is known. */
	heard: number;
	/** What words, each counted once, gave to an answer. */
	given: (words: readonly string[], name: string) => number;
};

/** Letters of a stem that count: fewer than the voices keep, so that more forms of a word are one. */
const letters = 6;
/** Saying a word more often or louder than this adds nothing. */
const mostLoudness = 1.5;
/** How many different words are remembered with their stems. */
const remembered = 50_000;

/** The stem by which a word is looked up; empty for one that tells nothing. */
export const leaningStem = (word: string): string =>
	word.length > 1 && !emptyWords.has(word) ? stemOf(word).slice(0, letters) : '';

/** The second mention adds less than the first. */
const dampened = (loudness: number): number => Math.sqrt(Math.min(mostLoudness, loudness));

function note(signs: Map<string, number>, found: Iterable<string>, plainness: number): void {
	if (plainness > 0) for (const sign of found) signs.set(sign, Math.max(plainness, signs.get(sign) ?? 0));
}

/** How much was heard of each stem, known or not, and how plainly each sign was given; to learn from. */
export function heardIn(texts: Iterable<Weighted>): { stems: Map<string, number>; signs: Map<string, number> } {
	const stems = new Map<string, number>();
	const signs = new Map<string, number>();
	for (const { words, weight, signs: found, plainness } of texts) {
		note(signs, found, plainness);
		if (weight <= 0) continue;
		const once = new Set<string>();
		for (const word of words) {
			const stem = leaningStem(word);
			if (stem === '' || once.has(stem)) continue;
			once.add(stem);
			stems.set(stem, (stems.get(stem) ?? 0) + weight);
		}
	}
	for (const [stem, loudness] of stems) stems.set(stem, dampened(loudness));
	return { stems, signs };
}

/** `loud` and `text` say how much the text that is being read held of it. */
type Row = { rarity: number; names: Uint8Array; weights: Float64Array; loud: number; text: number; passage: number };
const hundredth = 0.01;

export class Leanings {
	private readonly names: readonly string[];
	private readonly base: readonly number[];
	private readonly stems: ReadonlyMap<string, Row>;
	private readonly signs: ReadonlyMap<string, Row>;
	/** What is known of each word that was ever read; null for one of which nothing is. */
	private readonly words = new Map<string, Row | null>();
	private text = 0;
	private passage = 0;

	constructor({ names, base, stems, signs }: LeaningData) {
		this.names = names;
		this.base = base;
		this.stems = rowsOf(stems);
		this.signs = rowsOf(signs);
	}

	/** What one sign gives to an answer by itself. */
	ofSign(sign: string, name: string): number {
		const row = this.signs.get(sign);
		return row ? row.rarity * weightIn(row, this.names.indexOf(name)) : 0;
	}

	of(texts: Iterable<Weighted>): Leaning {
		const sums = Float64Array.from(this.base, (weight) => weight * hundredth);
		const signs = new Map<string, number>();
		const heard = this.hear(texts, signs);
		let square = 0;
		const amounts = new Map<Row, number>();
		for (const row of heard) {
			const amount = dampened(row.loud) * row.rarity;
			amounts.set(row, amount);
			square += amount ** 2;
		}
		const length = Math.sqrt(square) || 1;
		const add = ({ names, weights }: Row, amount: number) => {
			for (let at = 0; at < names.length; at++) {
				const name = names[at] as number;
				sums[name] = (sums[name] as number) + amount * (weights[at] as number);
			}
		};
		for (const [row, amount] of amounts) add(row, amount / length);
		for (const [sign, plainness] of signs) {
			const row = this.signs.get(sign);
			if (row) add(row, plainness * row.rarity);
		}
		return {
			towards: new Map(this.names.map((name, at) => [name, sums[at] as number])),
			heard: heard.length,
			given: (words, name) => {
				const number = this.names.indexOf(name);
				const rows = new Set(words.map((word) => this.rowOf(word)));
				let sum = 0;
				for (const row of rows) if (row) sum += ((amounts.get(row) ?? 0) / length) * weightIn(row, number);
				return sum;
			}
		};
	}

	/** The known stems of a text, each once, with how loudly each was said; a passage that repeats one counts it once. */
	private hear(texts: Iterable<Weighted>, signs: Map<string, number>): Row[] {
		const heard: Row[] = [];
		const text = ++this.text;
		for (const { words, weight, signs: found, plainness } of texts) {
			note(signs, found, plainness);
			if (weight <= 0) continue;
			const passage = ++this.passage;
			for (let at = 0; at < words.length; at++) {
				const row = this.rowOf(words[at] as string);
				if (!row || row.passage === passage) continue;
				row.passage = passage;
				if (row.text !== text) {
					row.text = text;
					row.loud = 0;
					heard.push(row);
				}
				row.loud += weight;
			}
		}
		return heard;
	}

	private rowOf(word: string): Row | null {
		const before = this.words.get(word);
		if (before !== undefined) return before;
		if (this.words.size > remembered) this.words.clear();
		const row = this.stems.get(leaningStem(word)) ?? null;
		this.words.set(word, row);
		return row;
	}
}

const rowsOf = (given: LeaningData['stems']): Map<string, Row> =>
	new Map(
		Object.entries(given).map(([word, [rarity = 0, ...pairs]]) => {
			const names = Uint8Array.from(pairs.filter((_, at) => at % 2 === 0));
			const weights = Float64Array.from(pairs.filter((_, at) => at % 2 === 1).map((weight) => weight * hundredth));
			return [word, { rarity: rarity * hundredth, names, weights, loud: 0, text: 0, passage: 0 }];
		})
	);

function weightIn({ names, weights }: Row, name: number): number {
	const at = names.indexOf(name);
	return at < 0 ? 0 : (weights[at] as number);
}
