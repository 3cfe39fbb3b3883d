// Finding stickies by their words, whatever the case and the accents. Pure.

/** Small letters without marks; ł has none that could be taken off, so it is named. */
export const folded = (text: string): string =>
	text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');

/** Those whose text holds every word of the query, in the given order. */
export function matching<T>(all: readonly T[], query: string, textOf: (each: T) => string): T[] {
	const words = folded(query).split(/\s+/).filter(Boolean);
	if (!words.length) return [];
	return all.filter((each) => {
		const text = folded(textOf(each));
		return words.every((word) => text.includes(word));
	});
}
