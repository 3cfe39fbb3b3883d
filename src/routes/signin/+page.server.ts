// Signing in: the organiser's password for a signed cookie.
import { fail, redirect } from '@sveltejs/kit';
import { formTexts } from '#lib/ui/form.ts';
import { samePlace } from '#lib/ui/same-place.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const next = samePlace(url.searchParams.get('next') ?? '/', url.origin);
	if (locals.organiser) redirect(303, next);
	return { next, passwordIsSet: locals.app.organiser.setupKey === null };
};

export const actions: Actions = {
	default: async ({ request, locals, url, getClientAddress }) => {
		const { password, next } = formTexts(await request.formData(), ['password', 'next']);
		const outcome = await locals.app.organiser.signIn(password, getClientAddress());
		if (outcome === 'too-many') return fail(429, { error: 'signin_too_many' as const });
		if (outcome === 'wrong') return fail(400, { error: 'signin_wrong' as const });
		locals.signIn();
		redirect(303, samePlace(next || '/', url.origin));
	}
};
