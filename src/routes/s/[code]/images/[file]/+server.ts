// A picture of a board, for whoever sits in the session, the hall's screen and the organiser.
import { error } from '@sveltejs/kit';
import { pictureResponse } from '#lib/board/images/response.ts';
import { normaliseCode } from '#lib/session/plan.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals }) => {
	const { app } = locals;
	const plan = app.sessions.byCode(normaliseCode(params.code));
	const seen = plan !== null && (await app.pictures.maySee(plan.id, locals));
	const picture = seen ? await app.images.read(plan.id, params.file) : null;
	if (!picture) error(404, 'no such picture');
	return pictureResponse(picture);
};
