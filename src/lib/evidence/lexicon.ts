// A lexicon: many named patterns, looked up together in one text. Knows how to find them fast, not what they mean.
import { findPattern, mayFit, type Pattern, type Place, type Terms } from './pattern.ts';

/** `tried` is the number of the last search that tried the entry, so that no search tries it twice. */
type Entry = { name: number; pattern: Pattern; tried: number };
const none: readonly Entry[] = [];
export type Finding = Place & { name: string };

export class Lexicon {
	private readonly terms: Terms;
	private readonly groupNames: string[];
	/** Entries by each term of their most telling word. */
	private readonly byTerm: Entry[][] = [];
	/** Number of the last search that found each name. */
	private readonly found: number[];
	private search = 0;
	/** 1 for each term of the text that is being searched. */
	private present = new Uint8Array(0);

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
		this.mark(fits.terms, 1);
		for (const term of fits.terms)
			for (const entry of this.byTerm[term] ?? none) {
				if (entry.tried === search || this.found[entry.name] === search) continue;
				entry.tried = search;
				if (!mayFit(entry.pattern.needed, this.present)) continue;
				const place = findPattern(entry.pattern, fits);
				if (!place) continue;
				this.found[entry.name] = search;
				findings.push({ name: this.groupNames[entry.name] as string, ...place });
			}
		this.mark(fits.terms, 0);
		return findings;
	}

	/** Only the names; faster, for where a pattern stands is not looked for. */
	names(words: readonly string[]): Set<string> {
		const fits = this.terms.fitting(words);
		const names = new Set<string>();
		if (fits.terms.length === 0) return names;
		const search = ++this.search;
		this.mark(fits.terms, 1);
		for (let at = 0; at < fits.terms.length; at++) {
			const entries = this.byTerm[fits.terms[at] as number] ?? none;
			for (let index = 0; index < entries.length; index++) {
				const entry = entries[index] as Entry;
				if (entry.tried === search || this.found[entry.name] === search) continue;
				entry.tried = search;
				const { pattern } = entry;
				if (!mayFit(pattern.needed, this.present) || !(pattern.loose || findPattern(pattern, fits))) continue;
				this.found[entry.name] = search;
				names.add(this.groupNames[entry.name] as string);
			}
		}
		this.mark(fits.terms, 0);
		return names;
	}

	/** The names found in each part of a text: only patterns whose words are all in the text are tried on its parts. */
	namesInParts(words: readonly string[], parts: readonly (readonly string[])[]): Set<string>[] {
		const whole = this.terms.fitting(words);
		const entries = new Set<Entry>();
		this.mark(whole.terms, 1);
		for (const term of whole.terms)
			for (const entry of this.byTerm[term] ?? none) if (mayFit(entry.pattern.needed, this.present)) entries.add(entry);
		this.mark(whole.terms, 0);
		return parts.map((part) => {
			const fits = this.terms.fitting(part);
			const names = new Set<string>();
			for (const { name, pattern } of entries) {
				const groupName = this.groupNames[name] as string;
				if (!names.has(groupName) && findPattern(pattern, fits)) names.add(groupName);
			}
			return names;
		});
	}

	private mark(terms: readonly number[], value: 0 | 1): void {
		if (this.present.length < this.terms.count) this.present = new Uint8Array(this.terms.count);
		for (const term of terms) this.present[term] = value;
	}
}
