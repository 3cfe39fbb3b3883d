// One model of the catalogue, and for the organiser the recommendations that propose it.
import { error } from '@sveltejs/kit';
import { modelOf } from '#lib/catalogue/catalogue.ts';
import { confusionsOf } from '#lib/catalogue/confusions.ts';
import { spokenIn } from '#lib/catalogue/english.ts';
import { frozenModel } from '#lib/recommendation/desk-draft.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, locals: { app, organiser, language } }) => {
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
	const said = (text: string) => spokenIn(language, text);
	const texts = {
		...{ what: said(model.what), target: said(model.target), addressee: said(model.addressee) },
		...{ services: model.services.map(said), funding: model.funding.map(said) },
		...{ steps: model.steps.map(said), risks: model.risks.map(said) }
	};
	const needs = catalogue.preconditions.filter((need) => need.model === model.id);
	const facts = [...needs, ...model.legal];
	const isPolish = [texts.what, ...texts.services, ...texts.funding, ...texts.steps, ...texts.risks];
	return {
		model,
		texts,
		/** Something of it was not translated. */
		mixed: language === 'en' && (isPolish.some(({ lang }) => lang === 'pl') || facts.some(({ english }) => !english)),
		removed: null,
		sources: frozenModel(catalogue, model).sources,
		needs,
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
