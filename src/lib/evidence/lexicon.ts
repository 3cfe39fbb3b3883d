// A lexicon: many named patterns, looked up together in one text. Knows how to find them fast, not what they mean.
import { findPattern, mayFit, type Pattern, type Place, type Terms } from './pattern.ts';
import { Rows } from './rows.ts';

type Entry = { name: number; pattern: Pattern };
const none: ReadonlySet<string> = new Set();
export type Finding = Place & { name: string };

export class Lexicon {
	private readonly terms: Terms;
	private readonly groupNames: string[];
	private readonly entries: readonly Entry[];
	/** The patterns of the entries, by the words they need. */
	private readonly rows: Rows;
	/** Number of the last search that found each name. */
	private readonly found: Uint32Array;
	private search = 0;

	constructor(terms: Terms, groups: readonly { name: string; patterns: readonly string[] }[]) {
		this.terms = terms;
		this.groupNames = groups.map(({ name }) => name);
		this.found = new Uint32Array(groups.length);
		this.entries = groups.flatMap(({ patterns }, name) =>
			patterns.map((source) => ({ name, pattern: terms.read(source) }))
		);
		this.rows = new Rows(
			this.entries.map(({ pattern }) => pattern),
			terms.count
		);
	}

	/** The names found in a text, each once. */
	find(words: readonly string[]): Finding[] {
		const fits = this.terms.fitting(words);
		const findings: Finding[] = [];
		const search = ++this.search;
		for (const number of this.rows.within(fits)) {
			const { name, pattern } = this.entries[number] as Entry;
			if (this.found[name] === search) continue;
			const place = findPattern(pattern, fits);
			if (!place) continue;
			this.found[name] = search;
			findings.push({ name: this.groupNames[name] as string, ...place });
		}
		return findings;
	}

	/** Only the names; faster, for where a pattern stands is not looked for. */
	names(words: readonly string[]): ReadonlySet<string> {
		const fits = this.terms.fitting(words);
		const numbers = this.rows.within(fits);
		if (numbers.length === 0) return none;
		const names = new Set<string>();
		const search = ++this.search;
		// by index, here and below: this runs for every passage that was ever written
		for (let at = 0; at < numbers.length; at++) {
			const { name, pattern } = this.entries[numbers[at] as number] as Entry;
			if (this.found[name] === search || !(pattern.loose || findPattern(pattern, fits))) continue;
			this.found[name] = search;
			names.add(this.groupNames[name] as string);
		}
		return names;
	}

	/** The names found in each part of a text: only patterns whose words are all in the text are tried on its parts. */
	namesInParts(words: readonly string[], parts: readonly (readonly string[])[]): ReadonlySet<string>[] {
		const numbers = this.rows.within(this.terms.fitting(words));
		return parts.map((part) => {
			if (numbers.length === 0) return none;
			const names = new Set<string>();
			const fits = this.terms.fitting(part);
			const search = ++this.search;
			for (let at = 0; at < numbers.length; at++) {
				const { name, pattern } = this.entries[numbers[at] as number] as Entry;
				if (this.found[name] === search || !mayFit(pattern, fits) || !findPattern(pattern, fits)) continue;
				this.found[name] = search;
				names.add(this.groupNames[name] as string);
			}
			return names;
		});
	}
}
