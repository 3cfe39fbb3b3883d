// The first page: for the organiser what to do next, for everybody else the field for a code.
import { fail, redirect } from '@sveltejs/kit';
import { codeIsWellFormed, normaliseCode } from '#lib/session/plan.ts';
import { sessionsOf } from '#lib/record/session-lines.ts';
import { formTexts } from '#lib/ui/form.ts';
import type { Actions, PageServerLoad } from './$types';

/** How many of each the page shows. */
const shown = 5;

export const load: PageServerLoad = ({ locals: { app, organiser } }) => {
	if (!organiser) return { home: null };
	const laboratories = app.laboratories.list();
	const records = app.records.list();
	const sessions = laboratories.flatMap(({ id }) => sessionsOf(id, app.sessions.list(id), records));
	const planned = sessions
		.filter(({ status }) => status === 'planned')
		.sort((one, other) => one.date.localeCompare(other.date));
	return {
		home: {
			laboratories: Object.fromEntries(laboratories.map(({ id, name }) => [id, name])),
			newest: laboratories[0]?.id ?? null,
			open: sessions.filter(({ status }) => status === 'open'),
			planned: planned.slice(0, shown),
			closed: sessions
				.filter(({ status }) => status === 'closed')
				.sort((one, other) => other.date.localeCompare(one.date))
				.slice(0, shown),
			more: planned.length > shown
		}
	};
};

export const actions: Actions = {
	default: async ({ request, locals }) => {
		const typed = formTexts(await request.formData(), ['code']).code;
		const code = normaliseCode(typed);
		if (!codeIsWellFormed(code)) return fail(400, { typed, error: 'join_code_malformed' as const });
		if (!locals.app.sessions.byCode(code)) return fail(404, { typed, error: 'join_code_unknown' as const });
		redirect(303, `/s/${code}`);
	}
};
