// Makes a new session from a template, the organiser's own among them, or from the agenda of an earlier one.
import { error, fail, redirect } from '@sveltejs/kit';
import { schedule } from '#lib/agenda/agenda.ts';
import { newItemId } from '#lib/agenda/item-id.ts';
import { agendaFrom, agendaFromTemplate, templateNamed } from '#lib/agenda/templates.ts';
import { newPlanValues, readPlan } from '#lib/session/plan-form.ts';
import { formTexts } from '#lib/ui/form.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { Actions, PageServerLoad } from './$types';

const week = 7 * 24 * 3600 * 1000;

export const load: PageServerLoad = ({ params, locals: { app, language } }) => ({
	values: newPlanValues(new Date(app.clock() + week).toISOString().slice(0, 10), language),
	own: app.templates.list().map(({ id, name, agenda }) => ({
		...{ id, name },
		minutes: schedule(agenda).total,
		titles: agenda.map(({ title }) => title)
	})),
	earlier: app.sessions
		.list()
		.filter(({ agenda }) => agenda.length > 0)
		.sort((one, other) => Number(other.laboratory === params.laboratory) - Number(one.laboratory === params.laboratory))
		.slice(0, 100)
		.map(({ id, title, date }) => ({ id, title, date }))
});

export const actions: Actions = {
	create: async ({ request, params, locals }) => {
		const { app } = locals;
		if (!app.laboratories.get(params.laboratory)) error(404, 'no such laboratory');
		const form = await request.formData();
		const read = readPlan(form, await loadWords(locals.language));
		const { template, from } = formTexts(form, ['template', 'from']);
		if (!read.ok) return fail(400, { ...read, template, from });
		const kept = app.sessions.get(from) ?? app.templates.get(template);
		const agenda = kept
			? agendaFrom(kept.agenda, newItemId)
			: agendaFromTemplate(templateNamed(template), await loadWords(read.draft.language), newItemId);
		const { id } = await app.sessions.create(params.laboratory, read.draft, agenda);
		redirect(303, `/labs/${params.laboratory}/sessions/${id}`);
	},

	forget: async ({ request, params, locals }) => {
		const { own } = formTexts(await request.formData(), ['own']);
		if (locals.app.templates.get(own)) await locals.app.templates.remove(own);
		redirect(303, `/labs/${params.laboratory}/sessions/new`);
	}
};
