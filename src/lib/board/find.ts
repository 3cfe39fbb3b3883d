// Finding stickies by their words, whatever the case and the accents. Pure.
import { plainLetters } from '#lib/ui/letters.ts';

/** Those whose text holds every word of the query, in the given order. */
export function matching<T>(all: readonly T[], query: string, textOf: (each: T) => string): T[] {
	const words = plainLetters(query).split(/\s+/).filter(Boolean);
	if (!words.length) return [];
	return all.filter((each) => {
		const text = plainLetters(textOf(each));
		return words.every((word) => text.includes(word));
	});
}
