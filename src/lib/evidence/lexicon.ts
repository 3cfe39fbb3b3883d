// A lexicon: many named patterns, looked up together in one text. Knows how to find them fast, not what they mean.
import { findPattern, type Pattern, type Place, type Terms } from './pattern.ts';

/** `tried` is the number of the last search that tried the entry, so that no search tries it twice. */
type Entry = { name: number; pattern: Pattern; tried: number };
export type Finding = Place & { name: string };

export class Lexicon {
	private readonly terms: Terms;
	private readonly groupNames: string[];
	/** Entries by each term of their most telling word. */
	private readonly byTerm: Entry[][] = [];
	/** Number of the last search that found each name. */
	private readonly found: number[];
	private search = 0;

	constructor(terms: Terms, groups: readonly { name: string; patterns: readonly string[] }[]) {
		this.terms = terms;
		this.groupNames = groups.map(({ name }) => name);
		this.found = groups.map(() => 0);
		groups.forEach(({ patterns }, name) => {
			for (const source of patterns) {
				const entry = { name, pattern: terms.read(source), tried: 0 };
				for (const term of new Set(entry.pattern.key)) (this.byTerm[term] ??= []).push(entry);
			}
		});
	}

	/** The names found in a text, each once. */
	find(words: readonly string[]): Finding[] {
		const fits = this.terms.fitting(words);
		const findings: Finding[] = [];
		const search = ++this.search;
		for (const terms of fits)
			for (const term of terms) {
				const entries = this.byTerm[term];
				if (!entries) continue;
				for (const entry of entries) {
					if (entry.tried === search || this.found[entry.name] === search) continue;
					entry.tried = search;
					const place = findPattern(entry.pattern, fits);
					if (!place) continue;
					this.found[entry.name] = search;
					findings.push({ name: this.groupNames[entry.name] as string, ...place });
				}
			}
		return findings;
	}

	/** Only the names. */
	names(words: readonly string[]): Set<string> {
		return new Set(this.find(words).map(({ name }) => name));
	}
}
