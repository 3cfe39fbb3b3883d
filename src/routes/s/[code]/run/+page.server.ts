// Who may facilitate: the organiser, whoever came by the facilitator's link, and a device that has a facilitator's seat already.
import { error, redirect, type Cookies } from '@sveltejs/kit';
import type { Plan } from '#lib/session/plan.ts';
import { seatCookie, seatLifetime } from '../../../../../server/identity.ts';
import { addressForPhones } from '../../../../../server/addresses.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, cookies, locals }) => {
	const { app, language } = locals;
	const plan = app.sessions.byCode(params.code);
	if (!plan) error(404);
	const seated = await hasSeat(app, cookies, plan);
	const byLink = url.searchParams.get('key') === plan.facilitatorKey;
	if (!seated) {
		if (!byLink && !locals.organiser) redirect(303, `/signin?next=${encodeURIComponent(url.pathname)}`);
		if (plan.status !== 'closed') await takeSeat(app, cookies, plan, url.protocol === 'https:');
	}
	if (url.searchParams.has('key')) redirect(303, url.pathname);

	const laboratory = app.laboratories.get(plan.laboratory);
	const address = isThisMachine(url.hostname) ? addressForPhones(app.config, Number(url.port)) : url.origin;
	return {
		language,
		session: plan.id,
		closed: plan.status === 'closed',
		plan: {
			title: plan.title,
			code: plan.code,
			date: plan.date,
			start: plan.start,
			place: plan.place,
			laboratory: laboratory?.name ?? '',
			laboratoryId: plan.laboratory,
			agenda: plan.agenda
		},
		/** Addresses for other devices; a phone cannot reach "localhost". */
		links: {
			join: `${address}/s/${plan.code}`,
			facilitator: `${address}/s/${plan.code}/run?key=${plan.facilitatorKey}`,
			projector: `/s/${plan.code}/screen?key=${plan.projectorKey}`,
			record: `/archive/${plan.id}`
		}
	};
};

const isThisMachine = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);

async function hasSeat(app: App.Locals['app'], cookies: Cookies, plan: Plan): Promise<boolean> {
	const seat = app.identity.seatOf(cookies.get(seatCookie(plan.id, 'facilitator')), plan.id, 'facilitator');
	return seat !== null && (await app.sessions.seat(plan.id, seat)) !== null;
}

async function takeSeat(app: App.Locals['app'], cookies: Cookies, plan: Plan, secure: boolean): Promise<void> {
	const institution = app.laboratories.get(plan.laboratory)?.name ?? plan.title;
	const seat = await app.sessions.facilitate(plan, { institution, sector: 'public', name: '' });
	cookies.set(seatCookie(plan.id, 'facilitator'), app.identity.seatValue(plan.id, 'facilitator', seat.id), {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure,
		maxAge: seatLifetime / 1000
	});
}
