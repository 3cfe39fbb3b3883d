// Assumptions for a strategy, to read and to print.
import { strategyIn } from '../scope.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals }) => ({
	query: url.searchParams.toString(),
	paper: (await strategyIn(url, locals)).paper
});
