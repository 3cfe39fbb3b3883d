// One recommendation: what becomes of it.
import { error, fail, redirect } from '@sveltejs/kit';
import { evidenceFor, withStatus } from '#lib/recommendation/desk.ts';
import { statuses, statusRefusal } from '#lib/recommendation/status.ts';
import { formTexts } from '#lib/ui/form.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	status: async ({ params, request, locals }) => {
		const { app } = locals;
		const words = await loadWords(locals.language);
		const { to, why } = formTexts(await request.formData(), ['to', 'why']);
		const status = statuses.find((one) => one === to);
		const recommendation = app.recommendations.get(params.id);
		if (!recommendation) error(404, 'no such recommendation');
		const refused = status
			? statusRefusal(recommendation.status, status, evidenceFor(recommendation).length, why)
			: 'not-next';
		if (refused || !status) return fail(400, { why, refused: words(`desk_refused_${refused ?? 'not-next'}`) });
		await app.recommendations.change(params.id, (now) => withStatus(now, status, why, app.clock()));
		redirect(303, `/recommendations/${params.id}`);
	},
	remove: async ({ params, request, locals }) => {
		const words = await loadWords(locals.language);
		const { confirmed } = formTexts(await request.formData(), ['confirmed']);
		if (confirmed !== 'yes') return fail(400, { notRemoved: words('form_not_confirmed') });
		await locals.app.recommendations.remove(params.id);
		redirect(303, '/recommendations');
	}
};
