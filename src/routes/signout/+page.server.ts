// Signing out: takes the organiser's cookie back.
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
	default: ({ locals }) => {
		locals.signOut();
		redirect(303, '/');
	}
};
