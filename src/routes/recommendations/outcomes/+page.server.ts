// What became of the recommendations: by laboratory, institution or territory.
import { lastOutcome } from '#lib/recommendation/consultations.ts';
import { countsOf, groupings, outcomesBy } from '#lib/recommendation/desk-outcomes.ts';
import { progressOf } from '#lib/recommendation/desk.ts';
import { byUrgency, isOverdue, outlookOf } from '#lib/recommendation/outlook.ts';
import { dayOf } from '#lib/session/retention.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals: { app } }) => {
	const by = groupings.find((one) => one === url.searchParams.get('by')) ?? 'laboratory';
	const only = url.searchParams.get('name');
	const all = app.recommendations.list();
	const today = dayOf(app.clock(), app.config.timeZone);
	const groups = outcomesBy(by, all, (id) => app.records.get(id));
	return {
		by,
		only,
		names: groups.map(({ name }) => name),
		today,
		counts: countsOf(all.filter(({ mergedInto }) => mergedInto === null)),
		overdue: all.filter((one) => one.mergedInto === null && isOverdue(outlookOf(one, today))).length,
		groups: groups
			.filter(({ name }) => only === null || only === '' || name === only)
			.map(({ name, counts, recommendations }) => ({
				name,
				counts,
				recommendations: recommendations
					.map((one) => ({
						...{ id: one.id, title: one.title, status: one.status, owner: one.owner, language: one.language },
						since: one.history.at(-1)?.at ?? one.createdAt,
						outlook: outlookOf(one, today),
						progress: progressOf(one),
						outcome: lastOutcome(one.consultations)
					}))
					.sort((one, other) => byUrgency(one.outlook, other.outlook))
			}))
	};
};
