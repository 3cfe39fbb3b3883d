// Amending a model; only the organiser may, and every version is kept.
import { error, fail, redirect } from '@sveltejs/kit';
import { amendableOf } from '#lib/catalogue/amend.ts';
import { readAmendment } from '#lib/catalogue/amend-form.ts';
import { modelOf } from '#lib/catalogue/catalogue.ts';
import { formTexts } from '#lib/ui/form.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { Actions, PageServerLoad } from './$types';

function onlyOrganiser({ organiser }: App.Locals, id: string): void {
	if (!organiser) redirect(303, `/signin?next=${encodeURIComponent(`/models/${id}/amend`)}`);
}

export const load: PageServerLoad = ({ params, locals }) => {
	onlyOrganiser(locals, params.id);
	const { catalogues } = locals.app;
	const catalogue = catalogues.current;
	const model = modelOf(catalogue, params.id);
	if (!model) error(404, 'no such model');
	return {
		model: { id: model.id, name: model.name },
		content: amendableOf(catalogue, model),
		concepts: catalogue.concepts.map(({ id, label }) => ({ id, label })),
		versions: catalogues.versionsOf(model.id).map(({ at, note }) => ({ at, note }))
	};
};

export const actions: Actions = {
	amend: async ({ params, request, locals }) => {
		onlyOrganiser(locals, params.id);
		const read = readAmendment(await request.formData(), await loadWords(locals.language));
		if (!read.ok) return fail(400, read);
		if (!(await locals.app.catalogues.amend(params.id, read.content, read.note))) error(404, 'no such model');
		redirect(303, `/models/${params.id}`);
	},
	restore: async ({ params, request, locals }) => {
		onlyOrganiser(locals, params.id);
		const words = await loadWords(locals.language);
		const { catalogues } = locals.app;
		const { version } = formTexts(await request.formData(), ['version']);
		const builtIn = modelOf(catalogues.builtIn, params.id);
		if (!builtIn) error(404, 'no such model');
		const number = Number(version);
		const content =
			number === 1 ? amendableOf(catalogues.builtIn, builtIn) : catalogues.versionsOf(params.id)[number - 2]?.content;
		if (!content) error(400, 'no such version');
		await catalogues.amend(params.id, content, words('amend_restored', { number }));
		redirect(303, `/models/${params.id}`);
	}
};
