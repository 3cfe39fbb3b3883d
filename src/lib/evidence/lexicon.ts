// A lexicon: many named patterns, looked up together in one text. Knows how to find them fast, not what they mean.
import { findPattern, readPattern, wordFits, type Pattern } from './pattern.ts';

type Entry = { name: string; pattern: Pattern };
export type Finding = { name: string; from: number; to: number };

/** How many different words are remembered with the patterns that may begin with them. */
const rememberedWords = 50_000;

export class Lexicon {
	private readonly byLetter = new Map<string, Entry[]>();
	private readonly numeric: Entry[] = [];
	private readonly candidates = new Map<string, Entry[]>();
	private readonly typos: boolean;

	constructor(groups: readonly { name: string; patterns: readonly string[] }[], typos = true) {
		this.typos = typos;
		for (const { name, patterns } of groups)
			for (const source of patterns) this.add({ name, pattern: readPattern(source) });
	}

	private add(entry: Entry): void {
		const first = entry.pattern.all[0]?.[0] ?? [];
		if (first.some(({ least }) => least !== undefined)) this.numeric.push(entry);
		for (const letter of new Set(first.map(({ text }) => text[0] ?? ''))) {
			if (letter === '') continue;
			this.byLetter.set(letter, [...(this.byLetter.get(letter) ?? []), entry]);
		}
	}

	/** Entries whose first word may be this one. */
	private beginningWith(word: string): Entry[] {
		const before = this.candidates.get(word);
		if (before) return before;
		if (this.candidates.size > rememberedWords) this.candidates.clear();
		const pool = /^\d/.test(word)
			? [...this.numeric, ...(this.byLetter.get(word[0] as string) ?? [])]
			: this.byLetter.get(word[0] as string);
		const found = (pool ?? []).filter(({ pattern }) => {
			const first = pattern.all[0]?.[0];
			return first !== undefined && wordFits(first, word, this.typos);
		});
		this.candidates.set(word, found);
		return found;
	}

	/** The names found in a text, each once, where it was found first. */
	find(words: readonly string[]): Finding[] {
		const found = new Map<string, Finding>();
		const tried = new Set<Entry>();
		for (const word of words)
			for (const entry of this.beginningWith(word)) {
				if (found.has(entry.name) || tried.has(entry)) continue;
				tried.add(entry);
				const place = findPattern(entry.pattern, words, this.typos);
				if (place) found.set(entry.name, { name: entry.name, ...place });
			}
		return [...found.values()];
	}

	has(words: readonly string[]): boolean {
		return words.some((word) =>
			this.beginningWith(word).some(({ pattern }) => findPattern(pattern, words, this.typos) !== null)
		);
	}
}
