// The catalogue: the seven products of the project first, then the other models.
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { app } }) => ({
	models: app.catalogues.current.models.map(({ id, product, areas, name, oneLine, usually }) => ({
		...{ id, product, areas, name, oneLine, usually }
	})),
	version: app.catalogues.current.version
});
