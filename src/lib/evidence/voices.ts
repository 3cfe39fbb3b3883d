// How much a text sounds like sentences that people are known to say about each of several things. Knows the words, not the things.
import { wordsOf } from './fold.ts';

/** Words that tell nothing; folded. */
const empty = new Set(
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
	...new Set(words.filter((word) => word.length > 1 && !empty.has(word)).map(stemOf))
];

/** Words that hardly tell one thing from another are left out. */
const leastWeight = 0.3;

export class Voices {
	private readonly weights = new Map<string, Map<string, number>>();

	constructor(spoken: readonly { name: string; sentences: readonly string[] }[]) {
		const counts = new Map<string, Map<string, number>>();
		for (const { name, sentences } of spoken)
			for (const sentence of sentences)
				for (const stem of stemsOf(wordsOf(sentence))) {
					const row = counts.get(stem) ?? new Map<string, number>();
					row.set(name, (row.get(name) ?? 0) + 1);
					counts.set(stem, row);
				}
		const total = spoken.length;
		for (const [stem, row] of counts) {
			const all = [...row.values()].reduce((sum, count) => sum + count, 0);
			const weights = new Map<string, number>();
			for (const [name, count] of row) {
				// log of how much likelier the word is here than anywhere, smoothed; only words that speak for something count
				const weight = Math.log((count + 0.1) / (all / total + 0.6));
				if (weight >= leastWeight) weights.set(name, weight);
			}
			this.weights.set(stem, weights);
		}
	}

	/** For each name how much the words sound like it, about 0–1 and rarely above. */
	like(words: readonly string[]): Map<string, number> {
		const sums = new Map<string, number>();
		const stems = stemsOf(words);
		for (const stem of stems)
			for (const [name, weight] of this.weights.get(stem) ?? []) sums.set(name, (sums.get(name) ?? 0) + weight);
		for (const [name, sum] of sums) sums.set(name, sum / (3 + Math.sqrt(stems.length) * 2));
		return sums;
	}
}
