// What many sessions say together.
import { modelOf } from '#lib/catalogue/catalogue.ts';
import { overMany, territoriesOf } from '#lib/recommendation/over-many.ts';
import type { PageServerLoad } from './$types';
import { recordsIn, scopeOf } from './scope.ts';

export const load: PageServerLoad = ({ url, locals }) => {
	const { app } = locals;
	const catalogue = app.catalogues.current;
	const scope = scopeOf(url);
	const records = recordsIn(locals, scope);
	const many = overMany(records, catalogue);
	const concepts = new Set(many.themes.map(({ concept }) => concept));
	const models = new Set([...many.strengths, ...many.gaps].map(({ model }) => model));
	return {
		scope,
		many,
		query: url.searchParams.toString(),
		labels: Object.fromEntries(
			catalogue.concepts.filter(({ id }) => concepts.has(id)).map(({ id, label }) => [id, label])
		),
		names: Object.fromEntries([...models].map((id) => [id, modelOf(catalogue, id)?.name ?? { pl: id, en: id }])),
		laboratories: app.laboratories.list().map(({ id, name }) => ({ id, name })),
		territories: territoriesOf(app.records.list()),
		answered: app.recommendations
			.list()
			.filter(({ records: drawn }) => drawn.some(({ id }) => records.some((record) => record.id === id)))
			.map(({ id, title, status, language }) => ({ id, title, status, language }))
	};
};
