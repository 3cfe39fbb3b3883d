// Loads the example laboratory.
import { redirect } from '@sveltejs/kit';
import { loadWords } from '#lib/ui/words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { app } }) => ({
	known: app.laboratories.list().find(({ example }) => example)?.id ?? null
});

export const actions: Actions = {
	default: async ({ locals }) => {
		const { id } = await locals.app.example(await loadWords(locals.language));
		redirect(303, `/labs/${id}`);
	}
};
