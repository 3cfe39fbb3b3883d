// The participant's page: finds the session of a code, shows what fits its state, and gives people their seats.
import { error, fail, redirect } from '@sveltejs/kit';
import { readIntroduction } from '#lib/people/join.ts';
import type { ParticipantView } from '#lib/protocol/views.ts';
import { noticeText } from '#lib/session/notice.ts';
import { nowOf } from '#lib/session/now.ts';
import { codeIsWellFormed, normaliseCode, type Plan } from '#lib/session/plan.ts';
import { keepUntil } from '#lib/session/retention.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { Actions, PageServerLoad } from './$types';

function planOf(locals: App.Locals, typed: string): Plan {
	const code = normaliseCode(typed);
	const plan = locals.app.sessions.byCode(code);
	if (!plan) error(404, 'no such session');
	if (code !== typed && codeIsWellFormed(code)) redirect(307, `/s/${code}`);
	return plan;
}

export const load: PageServerLoad = async ({ params, locals, setHeaders, depends }) => {
	depends('session:status');
	setHeaders({ 'cache-control': 'no-store' });
	const plan = planOf(locals, params.code);
	const session = {
		id: plan.id,
		code: plan.code,
		title: plan.title,
		date: plan.date,
		start: plan.start,
		place: plan.place
	};
	if (plan.status === 'planned') return { phase: 'early' as const, session };
	const known = locals.seatOf(plan.id, 'participant');
	if (plan.status === 'closed' && known === null) return { phase: 'over' as const, session };
	const live = await locals.app.sessions.live(plan.id);
	const seat = known === null ? undefined : live.seat(known);
	if (seat) {
		const keptUntil = keepUntil(plan.date, plan.retentionMonths);
		const view = live.view({ role: 'participant', seat }) as ParticipantView;
		const now = nowOf(view);
		if (now.kind === 'board' || now.kind === 'dots')
			locals.firstBoard = await locals.app.firstBoard(live, now.item?.id ?? null, locals.language);
		return { phase: 'live' as const, session, keptUntil, view };
	}
	if (plan.status === 'closed') return { phase: 'over' as const, session };
	const notice = { text: noticeText(plan, await loadWords(locals.language)), version: plan.noticeVersion };
	return { phase: 'join' as const, session, notice, removed: known !== null };
};

export const actions: Actions = {
	join: async ({ params, locals, request }) => {
		const { app } = locals;
		const plan = planOf(locals, params.code);
		const here = `/s/${plan.code}`;
		const known = locals.seatOf(plan.id, 'participant');
		if (known !== null && (await app.sessions.seat(plan.id, known))) redirect(303, here);

		const form = await request.formData();
		const citizen = (await loadWords(locals.language))('join_citizen');
		const { typed, introduction, errors } = readIntroduction(form, citizen);
		if (!introduction) return fail(400, { typed, errors });
		if (form.get('notice') !== String(plan.noticeVersion))
			return fail(409, { typed, problem: 'notice_changed' as const });

		const seat = await app.sessions.join(plan, introduction).catch((reason: unknown) => {
			if (app.journal.works) throw reason;
			return 'storage' as const;
		});
		if (seat === 'storage') return fail(503, { typed, problem: 'join_not_now' as const });
		if (seat === 'too-many') return fail(409, { typed, problem: 'join_full' as const });
		if (typeof seat !== 'string') locals.sit(plan.id, 'participant', seat.id);
		redirect(303, here);
	}
};
