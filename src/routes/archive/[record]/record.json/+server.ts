// A record as it is stored, to take away.
import { error } from '@sveltejs/kit';
import { fileName } from '#lib/record/file-name.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals: { app } }) => {
	const record = await app.sessions.recordOf(params.record);
	if (!record) error(404, 'no such record');
	return new Response(`${JSON.stringify(record, null, 2)}\n`, {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': `attachment; filename="${fileName(record)}.json"`,
			'cache-control': 'no-store'
		}
	});
};
