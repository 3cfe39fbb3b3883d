// Loads the sentences of the session's language: guests read it, not the organiser.
import { loadWords } from '#lib/ui/words.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => ({ ...data, guestWords: await loadWords(data.plan.language) });
