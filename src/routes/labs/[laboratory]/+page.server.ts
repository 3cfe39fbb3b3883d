// A laboratory with its sessions; it can be removed while it has none, and an example always.
import { error, fail, redirect } from '@sveltejs/kit';
import { sessionsOf } from '#lib/record/session-lines.ts';
import { formTexts } from '#lib/ui/form.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals: { app } }) => ({
	sessions: sessionsOf(params.laboratory, app.sessions.list(params.laboratory), app.records.list())
});

export const actions: Actions = {
	remove: async ({ params, request, locals }) => {
		const { app } = locals;
		const words = await loadWords(locals.language);
		const laboratory = app.laboratories.get(params.laboratory);
		if (!laboratory) error(404, 'no such laboratory');
		const { confirmed } = formTexts(await request.formData(), ['confirmed']);
		if (confirmed !== 'yes') return fail(400, { refused: words('form_not_confirmed') });
		const sessions = sessionsOf(laboratory.id, app.sessions.list(laboratory.id), app.records.list());
		if (sessions.length > 0 && !laboratory.example) return fail(409, { refused: words('laboratory_not_empty') });
		for (const { id } of sessions) {
			await app.sessions.remove(id);
			await app.records.remove(id);
		}
		await app.laboratories.remove(laboratory.id);
		redirect(303, '/labs');
	}
};
