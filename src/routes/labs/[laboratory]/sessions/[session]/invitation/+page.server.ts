// What an invitation says, in the language of the session.
import { error } from '@sveltejs/kit';
import { noticeText } from '#lib/session/notice.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const plan = locals.app.sessions.get(params.session);
	if (!plan || plan.laboratory !== params.laboratory) error(404, 'no such session');
	const { id, title, date, start, end, place, code, language } = plan;
	const notice = noticeText(plan, await loadWords(language));
	return { plan: { id, title, date, start, end, place, code, language }, notice, address: locals.addressForPhones };
};
