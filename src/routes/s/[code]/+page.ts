// Brings the form only to those who still have to join: a phone that sits already has less to load.
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) =>
	data.phase === 'join' ? { ...data, JoinForm: (await import('#lib/people/JoinForm.svelte')).default } : data;
