// Dropping evidence, turning it round, and adding more from a record.
import { error, fail, redirect } from '@sveltejs/kit';
import { chooseEvidence } from '#lib/recommendation/desk-choose.ts';
import { evidenceKey, withEvidence } from '#lib/recommendation/desk.ts';
import { citable } from '#lib/recommendation/desk-evidence.ts';
import { formTexts } from '#lib/ui/form.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent, locals: { app } }) => {
	const { recommendation } = await parent();
	const record = app.records.get(url.searchParams.get('record') ?? recommendation.records[0]?.id ?? '');
	const cited = new Set(recommendation.evidence.map(evidenceKey));
	return {
		records: app.records.list().map(({ id, title, date }) => ({ id, title, date })),
		record: record && { id: record.id, title: record.title, date: record.date },
		places: record
			? citable(record)
					.map((place, index) => ({ ...place, index }))
					.filter(({ cite, text }) => !cited.has(evidenceKey({ record: record.id, cite, quote: text })))
			: []
	};
};

export const actions: Actions = {
	default: async ({ params, request, locals }) => {
		const { app } = locals;
		const words = await loadWords(locals.language);
		const now = app.recommendations.get(params.id);
		if (!now) error(404, 'no such recommendation');
		const form = await request.formData();
		const { record: from, changedAt } = formTexts(form, ['record', 'changedAt']);
		if (changedAt !== String(now.changedAt)) return fail(409, { refused: words('desk_refused_changed-meanwhile') });
		const chosen = chooseEvidence(now, app.records.get(from), form);
		if (!chosen.ok) return fail(400, { refused: words(`desk_refused_${chosen.refused}`) });
		const { evidence, records } = chosen;
		await app.recommendations.change(params.id, (kept) => ({
			...withEvidence(kept, evidence),
			records,
			changedAt: app.clock()
		}));
		redirect(303, `/recommendations/${params.id}`);
	}
};
