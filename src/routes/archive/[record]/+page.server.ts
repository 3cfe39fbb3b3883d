// One record, its notes rendered; opening it for its participants, and erasing it with everything that led to it.
import { error, fail, redirect } from '@sveltejs/kit';
import { renderNote } from '#lib/note/render.ts';
import { keepUntil } from '#lib/session/retention.ts';
import { formTexts } from '#lib/ui/form.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { Actions, PageServerLoad } from './$types';

const sharedAt = (key: string | null, origin: string) => (key === null ? null : `${origin}/record/${key}`);

export const load: PageServerLoad = async ({ params, locals: { app, addressForPhones } }) => {
	if (app.records.damaged.includes(params.record)) return { damaged: `${params.record}.json`, record: null };
	const record = await app.sessions.recordOf(params.record);
	if (!record) error(404, 'no such record');
	const plan = app.sessions.get(record.id);
	return {
		damaged: null,
		record,
		notes: record.notes.map(({ id, title, markdown }) => ({ id, title, html: renderNote(markdown) })),
		/** Its board on paper, while the session is kept. */
		paper: plan ? `/s/${plan.code}/board` : null,
		keepUntil: plan ? keepUntil(plan.date, plan.retentionMonths) : null,
		zone: app.config.timeZone,
		shared: sharedAt(app.shares.keyOf(record.id), addressForPhones)
	};
};

export const actions: Actions = {
	share: async ({ params, locals: { app } }) => {
		if (!app.records.get(params.record)) error(404, 'no such record');
		await app.shares.share(params.record);
	},
	unshare: async ({ params, locals: { app } }) => {
		await app.shares.close(params.record);
	},
	erase: async ({ params, request, locals }) => {
		const { app } = locals;
		if (!app.records.get(params.record)) error(404, 'no such record');
		const { confirmed } = formTexts(await request.formData(), ['confirmed']);
		if (confirmed !== 'yes') return fail(400, { refused: (await loadWords(locals.language))('form_not_confirmed') });
		await app.retention.erase(params.record);
		redirect(303, '/archive');
	}
};
