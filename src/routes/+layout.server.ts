// What every page knows of its reader: the language and whether the organiser is signed in.
import { hallMessages, isHallPage } from '#lib/ui/hall-words.ts';
import { loadMessages } from '#lib/ui/words.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, route }) => ({
	language: locals.language,
	organiser: locals.organiser,
	messages: isHallPage(route.id) ? hallMessages(await loadMessages(locals.language)) : null
});
