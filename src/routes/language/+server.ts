// Keeps the reader's choice of language in a cookie and goes back to the page it was made on.
import { redirect } from '@sveltejs/kit';
import { samePlace } from '#lib/ui/same-place.ts';
import { languages } from '#lib/ui/words.ts';
import type { RequestHandler } from './$types';

const year = 365 * 24 * 60 * 60;

export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	const language = languages.find((known) => known === form.get('language'));
	if (language) {
		cookies.set('narada_language', language, {
			path: '/',
			maxAge: year,
			sameSite: 'lax',
			secure: url.protocol === 'https:'
		});
	}
	redirect(303, samePlace(String(form.get('back') ?? '/'), url.origin));
};
