// Who may open the hall's screen: whoever has its link, and a browser that already organises or facilitates this session.
import { error, redirect } from '@sveltejs/kit';
import type { ProjectorView } from '#lib/protocol/views.ts';
import { hallOf } from '#lib/session/hall.ts';
import { normaliseCode, type Plan } from '#lib/session/plan.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const plan = locals.app.sessions.byCode(normaliseCode(params.code));
	if (!plan) error(404, 'no such session');
	const session = { id: plan.id, title: plan.title };
	const key = url.searchParams.get('key');
	if (locals.seatOf(plan.id, 'projector') === null) {
		if (key !== plan.projectorKey && !(await mayProject(locals, plan))) return { allowed: false as const, session };
		locals.sit(plan.id, 'projector', 'screen');
	}
	if (key !== null) redirect(303, url.pathname);
	const live = await locals.app.sessions.live(plan.id);
	const view = live.view({ role: 'projector' }) as ProjectorView;
	const now = hallOf(view);
	// while people write quietly, the hall is told only how much
	if (now.kind === 'board' && !view.blank && !now.item?.quiet)
		locals.firstBoard = await locals.app.firstBoard(live, now.of, locals.language);
	return {
		allowed: true as const,
		session,
		view,
		address: locals.addressForPhones
	};
};

async function mayProject(locals: App.Locals, plan: Plan): Promise<boolean> {
	if (locals.organiser) return true;
	const seat = locals.seatOf(plan.id, 'facilitator');
	return seat !== null && (await locals.app.sessions.seat(plan.id, seat)) !== null;
}
