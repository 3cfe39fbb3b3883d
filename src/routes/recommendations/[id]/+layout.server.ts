// The recommendation that all pages below belong to, with its evidence looked up in the records.
import { error } from '@sveltejs/kit';
import { evidenceViews } from '#lib/recommendation/desk-evidence.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ params, locals: { app } }) => {
	const recommendation = app.recommendations.get(params.id);
	if (!recommendation) error(404, 'no such recommendation');
	const recordOf = (id: string) => app.records.get(id);
	return {
		recommendation,
		evidence: evidenceViews(recommendation.evidence, recordOf, recommendation.records),
		example: recommendation.records.some(({ id }) => recordOf(id)?.example ?? false)
	};
};
