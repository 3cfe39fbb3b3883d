// Makes a new laboratory.
import { fail, redirect } from '@sveltejs/kit';
import { readLaboratory } from '#lib/laboratory/laboratory-form.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const read = readLaboratory(await request.formData(), await loadWords(locals.language));
		if (!read.ok) return fail(400, read);
		const { id } = await locals.app.laboratories.create(read.draft);
		redirect(303, `/labs/${id}`);
	}
};
