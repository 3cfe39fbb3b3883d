// One recommendation: what becomes of it.
import { error, fail, redirect } from '@sveltejs/kit';
import { consultationViews, withoutConsultation } from '#lib/recommendation/consultations.ts';
import { consultationItem, withConsultation } from '#lib/recommendation/desk-consult.ts';
import { evidenceFor, withStatus } from '#lib/recommendation/desk.ts';
import { outlookOf } from '#lib/recommendation/outlook.ts';
import { statuses, statusRefusal } from '#lib/recommendation/status.ts';
import { dayOf } from '#lib/session/retention.ts';
import { formTexts } from '#lib/ui/form.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { Actions, PageServerLoad } from './$types';

/** Its own, and those of the recommendations that it took in. */
const idsOf = (id: string, app: App.Locals['app']): string[] => [
	id,
	...app.recommendations
		.list()
		.filter(({ mergedInto }) => mergedInto === id)
		.map((one) => one.id)
];

export const load: PageServerLoad = async ({ parent, locals: { app } }) => {
	const { recommendation, example } = await parent();
	/** What was made up for the example is asked in its sessions, what was really said in others. */
	const isMadeUp = (laboratory: string) => app.laboratories.get(laboratory)?.example ?? false;
	const consultations = consultationViews(recommendation.consultations, idsOf(recommendation.id, app), {
		planOf: (id) => app.sessions.get(id),
		recordOf: (id) => app.records.get(id)
	});
	const asked = new Set(consultations.filter(({ state }) => state !== 'taken-off').map(({ session }) => session));
	const own = (laboratory: string) => (laboratory === recommendation.laboratory.id ? 0 : 1);
	return {
		planned: app.sessions
			.list()
			.filter(
				({ id, status, laboratory }) => status === 'planned' && !asked.has(id) && isMadeUp(laboratory) === example
			)
			.sort((one, other) => own(one.laboratory) - own(other.laboratory) || one.date.localeCompare(other.date))
			.map(({ id, title, date }) => ({ id, title, date })),
		consultations,
		outlook: outlookOf(recommendation, dayOf(app.clock(), app.config.timeZone)),
		laboratory: app.laboratories.get(recommendation.laboratory.id)?.id ?? null
	};
};

export const actions: Actions = {
	status: async ({ params, request, locals }) => {
		const { app } = locals;
		const words = await loadWords(locals.language);
		const { to, why } = formTexts(await request.formData(), ['to', 'why']);
		const status = statuses.find((one) => one === to);
		const recommendation = app.recommendations.get(params.id);
		if (!recommendation) error(404, 'no such recommendation');
		const refused = status
			? statusRefusal(recommendation.status, status, evidenceFor(recommendation).length, why)
			: 'not-next';
		if (refused || !status) return fail(400, { why, refused: words(`desk_refused_${refused ?? 'not-next'}`) });
		await app.recommendations.change(params.id, (now) => withStatus(now, status, why, app.clock()));
		redirect(303, `/recommendations/${params.id}`);
	},
	consult: async ({ params, request, locals }) => {
		const { app } = locals;
		const words = await loadWords(locals.language);
		const { session } = formTexts(await request.formData(), ['session']);
		const recommendation = app.recommendations.get(params.id);
		if (!recommendation) error(404, 'no such recommendation');
		const plan = app.sessions.get(session);
		const inItsWords = await loadWords(recommendation.language);
		const agenda = plan && withConsultation(plan.agenda, consultationItem(recommendation, inItsWords));
		const saved = plan && agenda ? await app.sessions.saveAgenda(plan.id, agenda) : null;
		if (!saved) return fail(400, { notAsked: words('consult_refused') });
		const at = app.clock();
		const asked = { session: saved.id, title: saved.title, date: saved.date, at, outcome: null };
		await app.recommendations.change(params.id, (now) => ({
			...now,
			changedAt: at,
			consultations: [...now.consultations.filter((one) => one.session !== saved.id), asked]
		}));
		redirect(303, `/recommendations/${params.id}#consult`);
	},
	/** Takes the question off the agenda of a planned session; of one that is gone only from the list. */
	withdraw: async ({ params, request, locals }) => {
		const { app } = locals;
		const { session } = formTexts(await request.formData(), ['session']);
		if (!app.recommendations.get(params.id)) error(404, 'no such recommendation');
		const plan = app.sessions.get(session);
		const agenda = plan && withoutConsultation(plan.agenda, idsOf(params.id, app));
		const refused = plan !== null && !(agenda && (await app.sessions.saveAgenda(plan.id, agenda)));
		if (refused || app.records.get(session))
			return fail(409, { notAsked: (await loadWords(locals.language))('consult_withdraw_refused') });
		await app.recommendations.change(params.id, (now) => ({
			...now,
			changedAt: app.clock(),
			consultations: now.consultations.filter((one) => one.session !== session || one.outcome !== null)
		}));
		redirect(303, `/recommendations/${params.id}#consult`);
	},
	remove: async ({ params, request, locals }) => {
		const words = await loadWords(locals.language);
		const { confirmed } = formTexts(await request.formData(), ['confirmed']);
		if (confirmed !== 'yes') return fail(400, { notRemoved: words('form_not_confirmed') });
		await locals.app.recommendations.remove(params.id);
		redirect(303, '/recommendations');
	}
};
