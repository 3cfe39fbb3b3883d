// Who may facilitate: the organiser, whoever came by the facilitator's link, and a device that has a facilitator's seat already.
import { error, redirect } from '@sveltejs/kit';
import { normaliseCode, type Plan } from '#lib/session/plan.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, locals, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const plan = locals.app.sessions.byCode(normaliseCode(params.code));
	if (!plan) error(404);
	const key = url.searchParams.get('key');
	if (!(await isSeated(locals, plan))) {
		if (!locals.organiser && key !== plan.facilitatorKey)
			redirect(303, `/signin?next=${encodeURIComponent(url.pathname)}`);
		if (plan.status !== 'closed') await takeSeat(locals, plan);
	}
	if (key !== null) redirect(303, url.pathname);

	const { id, title, code, date, start, place, agenda } = plan;
	const laboratory = locals.app.laboratories.get(plan.laboratory)?.name ?? '';
	const at = `/s/${code}`;
	return {
		closed: plan.status === 'closed',
		plan: { id, title, code, date, start, place, agenda, laboratory, laboratoryId: plan.laboratory },
		links: {
			/** For other devices. */
			join: `${locals.addressForPhones}${at}`,
			facilitator: `${locals.addressForPhones}${at}/run?key=${plan.facilitatorKey}`,
			/** On this device. */
			projector: `${at}/screen?key=${plan.projectorKey}`,
			record: `/archive/${id}`
		}
	};
};

async function isSeated(locals: App.Locals, plan: Plan): Promise<boolean> {
	const seat = locals.seatOf(plan.id, 'facilitator');
	return seat !== null && (await locals.app.sessions.seat(plan.id, seat)) !== null;
}

/** Facilitators introduce themselves by their laboratory: nothing is asked of them. */
async function takeSeat(locals: App.Locals, plan: Plan): Promise<void> {
	const institution = locals.app.laboratories.get(plan.laboratory)?.name ?? plan.title;
	const seat = await locals.app.sessions.facilitate(plan, { institution, sector: 'public', name: '' });
	locals.sit(plan.id, 'facilitator', seat.id);
}
