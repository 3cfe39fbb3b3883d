// The models that the sessions also speak for, beside the chosen one; any of them can be taken instead.
import { error, fail, redirect } from '@sveltejs/kit';
import { modelOf } from '#lib/catalogue/catalogue.ts';
import { spokenIn } from '#lib/catalogue/english.ts';
import { withAlternative } from '#lib/recommendation/desk-merge.ts';
import { formTexts } from '#lib/ui/form.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { Actions, PageServerLoad } from './$types';

const shown = 3;

export const load: PageServerLoad = async ({ parent, url, locals: { app } }) => {
	const { recommendation } = await parent();
	const asked = url.searchParams.getAll('model');
	const { alternatives } = recommendation;
	const wanted = asked.length > 0 ? alternatives.filter(({ model }) => asked.includes(model)) : alternatives;
	return {
		shown: wanted.slice(0, shown).map((alternative) => ({
			...alternative,
			risks: (modelOf(app.catalogues.current, alternative.model)?.risks ?? []).map(
				(risk) => spokenIn(recommendation.language, risk).text
			)
		}))
	};
};

export const actions: Actions = {
	take: async ({ params, request, locals }) => {
		const { app } = locals;
		const words = await loadWords(locals.language);
		const { model } = formTexts(await request.formData(), ['model']);
		const now = app.recommendations.get(params.id);
		if (!now) error(404, 'no such recommendation');
		const changed = withAlternative(now, model, app.catalogues.current, await loadWords(now.language), app.clock());
		if (!changed) return fail(400, { refused: words('desk_refused_no-model') });
		await app.recommendations.put(changed);
		redirect(303, `/recommendations/${params.id}`);
	}
};
