// The document of a recommendation, to read and to print.
import { firstSteps, mayBeIssued, recommendationDocument } from '#lib/recommendation/document.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, url, locals: { app } }) => {
	const { recommendation, evidence } = await parent();
	const words = await loadWords(recommendation.language);
	const today = new Date(app.clock()).toISOString().slice(0, 10);
	return {
		example: recommendation.records.some(({ id }) => app.records.get(id)?.example),
		/** Steps of the document that say neither who nor by when, or not both. */
		open: recommendation.steps.slice(0, firstSteps).filter(({ owner, due }) => owner === '' || due === '').length,
		issued: mayBeIssued(recommendation),
		paper: recommendationDocument({
			...{ recommendation, evidence, words, today, origin: url.origin },
			recordOf: (id) => app.records.get(id)
		})
	};
};
