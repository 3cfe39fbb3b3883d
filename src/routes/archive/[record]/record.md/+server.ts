// A record as Markdown in the reader's language, to take away.
import { error } from '@sveltejs/kit';
import { recordMarkdown } from '#lib/record/markdown.ts';
import { fileName } from '#lib/record/file-name.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals }) => {
	const record = await locals.app.sessions.recordOf(params.record);
	if (!record) error(404, 'no such record');
	const text = recordMarkdown(record, await loadWords(locals.language), locals.app.config.timeZone);
	return new Response(text, {
		headers: {
			'content-type': 'text/markdown; charset=utf-8',
			'content-disposition': `attachment; filename="${fileName(record)}.md"`,
			'cache-control': 'no-store'
		}
	});
};
