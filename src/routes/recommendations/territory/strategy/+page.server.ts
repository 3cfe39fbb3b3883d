// Assumptions for a strategy, to read and to print.
import { overMany } from '#lib/recommendation/over-many.ts';
import { strategyDocument } from '#lib/recommendation/over-many-strategy.ts';
import { loadWords } from '#lib/ui/words.ts';
import { recordsIn, scopeOf, scopeWords } from '../scope.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => {
	const words = await loadWords(locals.language);
	const catalogue = locals.app.catalogues.current;
	const scope = scopeOf(url);
	const laboratory = locals.app.laboratories.get(scope.laboratory)?.name ?? null;
	const many = overMany(recordsIn(locals, scope), catalogue);
	const today = new Date(locals.app.clock()).toISOString().slice(0, 10);
	const scopeIn = scopeWords(scope, laboratory, words);
	return {
		query: url.searchParams.toString(),
		paper: strategyDocument({ many, catalogue, words, scope: scopeIn, origin: url.origin, today })
	};
};
