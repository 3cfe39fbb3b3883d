// A picture of a record, for the organiser; only what the record shows.
import { error } from '@sveltejs/kit';
import { pictureResponse } from '#lib/board/images/response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { app } }) => {
	const shown = app.records.get(params.record)?.images.some(({ file }) => file === params.file);
	const picture = shown ? await app.images.read(params.record, params.file) : null;
	if (!picture) error(404, 'no such picture');
	return pictureResponse(picture);
};
