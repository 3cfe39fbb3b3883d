// The laboratory that all pages below belong to.
import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ params, locals: { app } }) => {
	const laboratory = app.laboratories.get(params.laboratory);
	if (!laboratory) error(404, 'no such laboratory');
	return { laboratory };
};
