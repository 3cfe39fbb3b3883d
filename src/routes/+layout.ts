// Loads the sentences of the reader's language, and of no other.
import { loadWords } from '#lib/ui/words.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data }) => ({ ...data, words: await loadWords(data.language) });
