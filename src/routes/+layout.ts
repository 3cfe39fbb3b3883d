// The sentences of the reader's language, and of no other: those that came with the page, else all of them.
import { loadWords, wordsFrom } from '#lib/ui/words.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data: { messages, ...data } }) => ({
	...data,
	words: messages ? wordsFrom(data.language, messages) : await loadWords(data.language)
});
