// The one-time link of the first start: sets the organiser's password and signs in.
import { fail, redirect } from '@sveltejs/kit';
import { formTexts } from '#lib/ui/form.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const key = url.searchParams.get('key') ?? '';
	const shortest = locals.app.organiser.shortestPassword;
	return { key, shortest, usable: locals.app.organiser.setupKey !== null && key !== '' };
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const { key, password, again } = formTexts(await request.formData(), ['key', 'password', 'again']);
		const shortest = locals.app.organiser.shortestPassword;
		const words = await loadWords(locals.language);
		if (password.length < shortest) return fail(400, { password: words('setup_too_short', { count: shortest }) });
		if (password !== again) return fail(400, { again: words('setup_not_the_same') });
		if ((await locals.app.organiser.setUp(key, password)) !== 'ok')
			return fail(400, { link: words('setup_link_used') });
		locals.signIn();
		redirect(303, '/');
	}
};
