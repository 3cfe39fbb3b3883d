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
	/** What each stem that was heard gave to each answer. */
	given: (stem: string, name: string) => number;
};

/** Letters of a stem that count: fewer than the voices keep, so that more forms of a word are one. */
const letters = 6;
/** Saying a word more often or louder than this adds nothing. */
const mostLoudness = 1.5;
/** How many different words are remembered with their stems. */
const remembered = 50_000;

const known = new Map<string, string>();
/** The stem by which a word is looked up; empty for one that tells nothing. */
export function leaningStem(word: string): string {
	const before = known.get(word);
	if (before !== undefined) return before;
	if (known.size > remembered) known.clear();
	const stem = word.length > 1 && !emptyWords.has(word) ? stemOf(word).slice(0, letters) : '';
	known.set(word, stem);
	return stem;
}

/** How much was heard of each stem, dampened: the second mention adds less than the first; and how plainly each sign was given. */
export function heardIn(texts: Iterable<Weighted>): { stems: Map<string, number>; signs: Map<string, number> } {
	const stems = new Map<string, number>();
	const signs = new Map<string, number>();
	for (const { words, weight, signs: found, plainness } of texts) {
		if (plainness > 0) for (const sign of found) signs.set(sign, Math.max(plainness, signs.get(sign) ?? 0));
		if (weight <= 0) continue;
		const once = new Set<string>();
		for (const word of words) {
			const stem = leaningStem(word);
			if (stem === '' || once.has(stem)) continue;
			once.add(stem);
			stems.set(stem, (stems.get(stem) ?? 0) + weight);
		}
	}
	for (const [stem, loudness] of stems) stems.set(stem, Math.sqrt(Math.min(mostLoudness, loudness)));
	return { stems, signs };
}

type Row = { rarity: number; names: Uint8Array; weights: Float64Array };
const hundredth = 0.01;

export class Leanings {
	private readonly names: readonly string[];
	private readonly base: readonly number[];
	private readonly stems = new Map<string, Row>();
	private readonly signs = new Map<string, Row>();

	constructor({ names, base, stems, signs }: LeaningData) {
		this.names = names;
		this.base = base;
		for (const [into, rows] of [
			[this.stems, stems],
			[this.signs, signs]
		] as const)
			for (const [word, [rarity = 0, ...pairs]] of Object.entries(rows))
				into.set(word, {
					rarity: rarity * hundredth,
					names: Uint8Array.from(pairs.filter((_, at) => at % 2 === 0)),
					weights: Float64Array.from(pairs.filter((_, at) => at % 2 === 1).map((weight) => weight * hundredth))
				});
	}

	/** What one sign gives to an answer by itself. */
	ofSign(sign: string, name: string): number {
		const row = this.signs.get(sign);
		const at = row ? row.names.indexOf(this.names.indexOf(name)) : -1;
		return row && at >= 0 ? row.rarity * (row.weights[at] as number) : 0;
	}

	of(texts: Iterable<Weighted>): Leaning {
		const heard = heardIn(texts);
		const sums = Float64Array.from(this.base, (weight) => weight * hundredth);
		let square = 0;
		let known = 0;
		for (const [stem, loudness] of heard.stems) {
			const row = this.stems.get(stem);
			if (!row) continue;
			known++;
			square += (loudness * row.rarity) ** 2;
		}
		const length = Math.sqrt(square) || 1;
		const add = (row: Row | undefined, loudness: number) => {
			if (!row) return;
			const { rarity, names, weights } = row;
			for (let at = 0; at < names.length; at++) {
				const name = names[at] as number;
				sums[name] = (sums[name] as number) + loudness * rarity * (weights[at] as number);
			}
		};
		for (const [stem, loudness] of heard.stems) add(this.stems.get(stem), loudness / length);
		for (const [sign, loudness] of heard.signs) add(this.signs.get(sign), loudness);
		return {
			towards: new Map(this.names.map((name, at) => [name, sums[at] as number])),
			heard: known,
			given: (stem, name) => {
				const row = this.stems.get(stem);
				const at = row ? row.names.indexOf(this.names.indexOf(name)) : -1;
				return row && at >= 0 ? ((heard.stems.get(stem) ?? 0) / length) * row.rarity * (row.weights[at] as number) : 0;
			}
		};
	}
}
