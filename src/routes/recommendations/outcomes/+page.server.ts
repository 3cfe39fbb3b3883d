// What became of the recommendations: by laboratory, institution or territory.
import { countsOf, groupings, outcomesBy } from '#lib/recommendation/desk-outcomes.ts';
import { progressOf } from '#lib/recommendation/desk.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { app } }) => {
	const by = groupings.find((one) => one === url.searchParams.get('by')) ?? 'laboratory';
	const only = url.searchParams.get('name');
	const all = app.recommendations.list();
	const groups = outcomesBy(by, all, (id) => app.records.get(id));
	return {
		by,
		only,
		names: groups.map(({ name }) => name),
		counts: countsOf(all.filter(({ mergedInto }) => mergedInto === null)),
		groups: groups
			.filter(({ name }) => only === null || only === '' || name === only)
			.map(({ name, counts, recommendations }) => ({
				name,
				counts,
				recommendations: recommendations.map((one) => ({
					...{ id: one.id, title: one.title, status: one.status, owner: one.owner, language: one.language },
					since: one.history.at(-1)?.at ?? one.createdAt,
					why: one.history.at(-1)?.reason ?? '',
					progress: progressOf(one),
					outcome: one.consultations.findLast(({ outcome }) => outcome !== null)?.outcome ?? null
				}))
			}))
	};
};
