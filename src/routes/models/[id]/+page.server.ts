// One model of the catalogue, and for the organiser the recommendations that propose it.
import { error } from '@sveltejs/kit';
import { modelOf } from '#lib/catalogue/catalogue.ts';
import { confusionsOf } from '#lib/catalogue/confusions.ts';
import { frozenModel } from '#lib/recommendation/desk-draft.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals: { app, organiser } }) => {
	const catalogue = app.catalogues.current;
	const citing = organiser ? app.recommendations.list().filter(({ model }) => model?.id === params.id) : [];
	const recommendations = citing.map(({ id, title, status, language }) => ({ id, title, status, language }));
	const model = modelOf(catalogue, params.id);
	if (!model) {
		const removed = citing[0]?.model;
		if (!removed) error(404, 'no such model');
		return { model: null, removed, recommendations, amended: 0 };
	}
	const signal = catalogue.signals.models.find((one) => one.model === model.id);
	const labels = (weights: Record<string, number> = {}) =>
		Object.entries(weights)
			.filter(([id]) => !id.startsWith('name-'))
			.sort(([, one], [, other]) => other - one)
			.flatMap(([id]) => catalogue.concepts.find((concept) => concept.id === id)?.label ?? []);
	return {
		model,
		removed: null,
		sources: frozenModel(catalogue, model).sources,
		needs: catalogue.preconditions.filter((need) => need.model === model.id),
		speaksFor: labels(signal?.for),
		speaksAgainst: labels(signal?.against),
		differs: confusionsOf(model.id).map(({ name, models }) => ({
			name,
			others: models
				.filter((id) => id !== model.id)
				.map((id) => ({ id, name: modelOf(catalogue, id)?.name ?? { pl: id, en: id } }))
		})),
		recommendations,
		amended: app.catalogues.versionsOf(model.id).length
	};
};
