// A lexicon: many named patterns, looked up together in one text. Knows how to find them fast, not what they mean.
import { findPattern, type Pattern, type Place, type Terms } from './pattern.ts';

type Entry = { name: string; pattern: Pattern };
export type Finding = Place & { name: string };

export class Lexicon {
	private readonly terms: Terms;
	/** Entries by each term of their most telling word. */
	private readonly byTerm = new Map<number, Entry[]>();

	constructor(terms: Terms, groups: readonly { name: string; patterns: readonly string[] }[]) {
		this.terms = terms;
		for (const { name, patterns } of groups)
			for (const source of patterns) {
				const entry = { name, pattern: terms.read(source) };
				for (const term of new Set(entry.pattern.key)) this.byTerm.set(term, [...(this.byTerm.get(term) ?? []), entry]);
			}
	}

	/** The names found in a text, each once, where it was found first. */
	find(words: readonly string[]): Finding[] {
		const fits = this.terms.fitting(words);
		const found = new Map<string, Finding>();
		const tried = new Set<Entry>();
		for (const terms of fits)
			for (const term of terms)
				for (const entry of this.byTerm.get(term) ?? []) {
					if (found.has(entry.name) || tried.has(entry)) continue;
					tried.add(entry);
					const place = findPattern(entry.pattern, fits);
					if (place) found.set(entry.name, { name: entry.name, ...place });
				}
		return [...found.values()];
	}

	/** Only the names. */
	names(words: readonly string[]): Set<string> {
		return new Set(this.find(words).map(({ name }) => name));
	}
}
