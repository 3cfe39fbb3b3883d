// Editing the texts, steps and people of a recommendation.
import { error, fail, redirect } from '@sveltejs/kit';
import { deskValues, readDesk, withValues } from '#lib/recommendation/desk-form.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => ({ values: deskValues((await parent()).recommendation) });

export const actions: Actions = {
	default: async ({ params, request, locals }) => {
		const { app } = locals;
		const now = app.recommendations.get(params.id);
		if (!now) error(404, 'no such recommendation');
		const read = readDesk(await request.formData(), now);
		if (!read.ok) {
			const words = await loadWords(locals.language);
			return fail(read.refused === 'changed-meanwhile' ? 409 : 400, {
				values: read.values,
				refused: words(`desk_refused_${read.refused}`)
			});
		}
		await app.recommendations.change(params.id, (kept) => withValues(kept, read.values, app.clock()));
		redirect(303, `/recommendations/${params.id}`);
	}
};
