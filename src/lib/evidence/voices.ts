// How much a text sounds like sentences that people are known to say about each of several things. Knows the words, not the things.
import { wordsOf } from './fold.ts';

/** Words that tell nothing; folded. */
export const emptyWords = new Set(
	'i a o w z ze na do od po za u dla przez pod nad bez przy przed miedzy albo lub czy ale ze to ten ta te tego tej tych tym jest sa byc bedzie beda byl byla bylo sie nie tak co jak kto kiedy gdzie jaki jaka ktory ktora ktore juz jeszcze tylko tez oraz by aby zeby bo gdy jesli sa my nas nam nasz wy oni on ona im ich jego jej go mu swoj swoje swoja kazdy wszyscy bardzo moze mozna trzeba niech no'.split(
		' '
	)
);

const endings =
	/(?:owaniem|owania|owaniu|owanie|owych|owymi|owego|owej|owym|ami|ach|ego|emu|ymi|imi|iem|iej|ych|ich|owi|ow|om|em|am|ej|ym|im|ie|ia|iu|io|ac|ec|yc|ic|ujemy|uje|emy|imy|amy|ymy|cie|al|ala|ali|il|ila|ili|a|e|i|o|u|y)$/;

/** A word without its ending, at least four letters of it. */
export function stemOf(word: string): string {
	if (word.length <= 4) return word;
	const stem = word.replace(endings, '');
	return (stem.length >= 4 ? stem : word.slice(0, 4)).slice(0, 7);
}

export const stemsOf = (words: readonly string[]): string[] => [
	...new Set(words.filter((word) => word.length > 1 && !emptyWords.has(word)).map(stemOf))
];

/** Words that hardly tell one thing from another are left out. */
const leastWeight = 0.3;
/** A likeness below this is none. */
const faint = 0.03;
/** How many different words are remembered with what they weigh. */
const remembered = 50_000;

/** What a stem weighs for each name that it speaks for, by number of the name. */
type Weights = { names: number[]; weights: number[] };
/** `seen` is the number of the last text that held it, so that no text counts it twice. */
type Stem = { weights: Weights | undefined; seen: number };

export class Voices {
	private readonly names: readonly string[];
	private readonly byStem = new Map<string, Weights>();
	/** What is known of each word that was ever read; null for one that tells nothing. */
	private readonly byWord = new Map<string, Stem | null>();
	private readonly stems = new Map<string, Stem>();
	private compared = 0;
	/** What the text that is being read weighs for each name. */
	private readonly sums: Float64Array;

	constructor(spoken: readonly { name: string; sentences: readonly string[] }[]) {
		this.names = spoken.map(({ name }) => name);
		this.sums = new Float64Array(spoken.length);
		const counts = new Map<string, number[]>();
		spoken.forEach(({ sentences }, name) => {
			for (const sentence of sentences)
				for (const stem of stemsOf(wordsOf(sentence))) {
					const row = counts.get(stem) ?? spoken.map(() => 0);
					row[name] = (row[name] ?? 0) + 1;
					counts.set(stem, row);
				}
		});
		for (const [stem, row] of counts) {
			const all = row.reduce((sum, count) => sum + count, 0);
			const found: Weights = { names: [], weights: [] };
			row.forEach((count, name) => {
				if (count === 0) return;
				// log of how much likelier the word is here than anywhere, smoothed; only words that speak for something count
				const weight = Math.log((count + 0.1) / (all / spoken.length + 0.6));
				if (weight < leastWeight) return;
				found.names.push(name);
				found.weights.push(weight);
			});
			if (found.names.length > 0) this.byStem.set(stem, found);
		}
	}

	/** For each name how much more the words sound like it than like all on average, about 0–1 and rarely above. */
	like(words: readonly string[]): Map<string, number> {
		const { sums } = this;
		sums.fill(0);
		if (this.byWord.size > remembered) this.forget();
		const text = ++this.compared;
		let different = 0;
		let total = 0;
		for (let index = 0; index < words.length; index++) {
			const stem = this.stem(words[index] as string);
			if (!stem || stem.seen === text) continue;
			stem.seen = text;
			different++;
			if (!stem.weights) continue;
			const { names, weights } = stem.weights;
			for (let at = 0; at < names.length; at++) {
				const weight = weights[at] as number;
				const name = names[at] as number;
				sums[name] = (sums[name] as number) + weight;
				total += weight;
			}
		}
		const likeness = new Map<string, number>();
		if (total === 0) return likeness;
		const mean = total / this.names.length;
		const length = 3 + Math.sqrt(different) * 2;
		for (let at = 0; at < sums.length; at++) {
			const above = ((sums[at] as number) - mean) / length;
			if (above > faint) likeness.set(this.names[at] as string, above);
		}
		return likeness;
	}

	private stem(word: string): Stem | null {
		const before = this.byWord.get(word);
		if (before !== undefined) return before;
		const stem = word.length > 1 && !emptyWords.has(word) ? this.known(stemOf(word)) : null;
		this.byWord.set(word, stem);
		return stem;
	}

	private known(text: string): Stem {
		const before = this.stems.get(text);
		if (before) return before;
		const stem: Stem = { weights: this.byStem.get(text), seen: 0 };
		this.stems.set(text, stem);
		return stem;
	}

	private forget(): void {
		this.byWord.clear();
		this.stems.clear();
	}
}
