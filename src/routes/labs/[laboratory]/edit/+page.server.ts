// Changes what a laboratory says of itself; its records keep what was true when they were made.
import { error, fail, redirect } from '@sveltejs/kit';
import { laboratoryValues, readLaboratory } from '#lib/laboratory/laboratory-form.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => ({ values: laboratoryValues((await parent()).laboratory) });

export const actions: Actions = {
	default: async ({ request, params, locals }) => {
		const read = readLaboratory(await request.formData(), await loadWords(locals.language));
		if (!read.ok) return fail(400, read);
		if (!(await locals.app.laboratories.update(params.laboratory, read.draft))) error(404, 'no such laboratory');
		redirect(303, `/labs/${params.laboratory}`);
	}
};
