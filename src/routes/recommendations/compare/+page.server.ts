// Recommendations side by side, and the deed of taking one into another.
import { error, fail, redirect } from '@sveltejs/kit';
import { mergedAway, mergeInto } from '#lib/recommendation/desk-merge.ts';
import { formTexts } from '#lib/ui/form.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { Actions, PageServerLoad } from './$types';

const columnsLimit = 4;

export const load: PageServerLoad = ({ url, locals: { app } }) => {
	const ids = [...new Set(url.searchParams.getAll('id'))].slice(0, columnsLimit);
	const columns = ids.map((id) => app.recommendations.get(id)).filter((one) => one !== null);
	return { columns };
};

export const actions: Actions = {
	merge: async ({ request, locals }) => {
		const { app } = locals;
		const words = await loadWords(locals.language);
		const form = await request.formData();
		const { into } = formTexts(form, ['into']);
		const from = form
			.getAll('from')
			.map(String)
			.filter((id) => id !== into);
		const one = app.recommendations.get(into);
		if (!one) error(404, 'no such recommendation');
		const others = from.map((id) => app.recommendations.get(id)).filter((other) => other !== null);
		if (others.length === 0) return fail(400, { refused: words('merge_nothing') });
		const at = app.clock();
		const reason = words('merge_reason', { title: one.title });
		await app.recommendations.change(into, (kept) => others.reduce((sum, other) => mergeInto(sum, other, at), kept));
		for (const other of others) await app.recommendations.change(other.id, (kept) => mergedAway(kept, one, reason, at));
		redirect(303, `/recommendations/${into}`);
	}
};
