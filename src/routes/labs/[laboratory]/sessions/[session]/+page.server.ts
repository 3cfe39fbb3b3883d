// A session while it is prepared: its facts and agenda are changed here, and it can still be removed.
import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { agendaSchema } from '#lib/agenda/agenda.ts';
import { ownTemplateNameSchema } from '#lib/agenda/templates.ts';
import { planValues, readPlan } from '#lib/session/plan-form.ts';
import { keepUntil } from '#lib/session/retention.ts';
import { formErrors, formTexts } from '#lib/ui/form.ts';
import { loadWords } from '#lib/ui/words.ts';
import type { Actions, PageServerLoad } from './$types';

const planOf = (params: { laboratory: string; session: string }, { app }: App.Locals) => {
	const plan = app.sessions.get(params.session);
	if (!plan || plan.laboratory !== params.laboratory) error(404, 'no such session');
	return plan;
};

export const load: PageServerLoad = async ({ params, locals }) => {
	const plan = planOf(params, locals);
	const { app } = locals;
	const agenda = plan.status === 'planned' ? plan.agenda : (await app.sessions.live(plan.id)).state.agenda;
	return {
		plan: { ...plan, agenda },
		topics: plan.status === 'planned' ? [...app.sessions.carried(plan).topics] : [],
		values: planValues(plan),
		keepUntil: keepUntil(plan.date, plan.retentionMonths),
		address: locals.addressForPhones,
		hasRecord: app.records.get(plan.id) !== null
	};
};

export const actions: Actions = {
	update: async ({ params, request, locals }) => {
		if (planOf(params, locals).status === 'closed') error(409, 'the session is closed');
		const read = readPlan(await request.formData(), await loadWords(locals.language));
		if (!read.ok) return fail(400, { update: read });
		await locals.app.sessions.update(params.session, read.draft);
		redirect(303, `/labs/${params.laboratory}/sessions/${params.session}`);
	},

	agenda: async ({ params, request, locals }) => {
		const plan = planOf(params, locals);
		const words = await loadWords(locals.language);
		const { agenda, before } = formTexts(await request.formData(), ['agenda', 'before']);
		const parsed = v.safeParse(agendaSchema, readJson(agenda));
		if (!parsed.success) return fail(400, { agenda: words('agenda_refused') });
		if (before !== '' && !sameAgenda(readJson(before), plan.agenda))
			return fail(409, { agenda: words('agenda_changed_elsewhere') });
		const saved = await locals.app.sessions.saveAgenda(plan.id, parsed.output);
		if (!saved) return fail(409, { agenda: words('agenda_not_planned') });
		return { saved: true };
	},

	/** Keeps the agenda as it is now as a template of the organiser's own. */
	keep: async ({ params, request, locals }) => {
		const plan = planOf(params, locals);
		const words = await loadWords(locals.language);
		const { name } = formTexts(await request.formData(), ['name']);
		const parsed = v.safeParse(ownTemplateNameSchema, name);
		if (!parsed.success) return fail(400, { keep: { name, error: formErrors(parsed.issues, words)[''] ?? '' } });
		const agenda = plan.status === 'planned' ? plan.agenda : (await locals.app.sessions.live(plan.id)).state.agenda;
		const { name: kept } = await locals.app.templates.create(parsed.output, v.parse(agendaSchema, agenda));
		return { kept };
	},

	remove: async ({ params, request, locals }) => {
		const words = await loadWords(locals.language);
		const { confirmed } = formTexts(await request.formData(), ['confirmed']);
		if (confirmed !== 'yes') return fail(400, { refused: words('form_not_confirmed') });
		if (planOf(params, locals).status !== 'planned') return fail(409, { refused: words('session_remove_refused') });
		await locals.app.sessions.remove(params.session);
		redirect(303, `/labs/${params.laboratory}`);
	}
};

function readJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

/** Whether the planner that saves had seen what is kept now. */
function sameAgenda(seen: unknown, kept: unknown): boolean {
	const parsed = v.safeParse(agendaSchema, seen);
	return parsed.success && JSON.stringify(parsed.output) === JSON.stringify(v.parse(agendaSchema, kept));
}
