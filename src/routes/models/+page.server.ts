// The catalogue: the seven products of the project first, then the other models.
import { catalogue } from '#lib/catalogue/catalogue.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	models: catalogue.models.map(({ id, product, areas, name, oneLine, usually }) => ({
		...{ id, product, areas, name, oneLine, usually }
	})),
	version: catalogue.version
});
