// A picture of a record that is open for its participants; only what the record shows.
import { error } from '@sveltejs/kit';
import { pictureResponse } from '#lib/board/images/response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { app } }) => {
	const id = app.shares.recordOf(params.key);
	const shown = id !== null && app.records.get(id)?.images.some(({ file }) => file === params.file);
	const picture = shown ? await app.images.read(id, params.file) : null;
	if (!picture) error(404, 'no such picture');
	return pictureResponse(picture);
};
