// The form of a session's facts: posted texts in, a draft or a sentence for each field out. Knows no page.
import * as v from 'valibot';
import { formErrors, formTexts } from '#lib/ui/form.ts';
import type { Language, Words } from '#lib/ui/words.ts';
import { planDraftSchema, type PlanDraft } from './plan.ts';

const fields = ['title', 'date', 'start', 'end', 'place', 'language', 'notice', 'retentionMonths'] as const;
export type PlanValues = Record<(typeof fields)[number], string>;

/** What a new session starts with; `date` is YYYY-MM-DD. */
export const newPlanValues = (date: string, language: Language): PlanValues => ({
	title: '',
	date,
	start: '10:00',
	end: '13:00',
	place: '',
	language,
	notice: '',
	retentionMonths: '60'
});

export const planValues = (plan: PlanDraft): PlanValues => ({
	title: plan.title,
	date: plan.date,
	start: plan.start,
	end: plan.end,
	place: plan.place,
	language: plan.language,
	notice: plan.notice,
	retentionMonths: String(plan.retentionMonths)
});

export type ReadPlan =
	{ ok: true; draft: PlanDraft } | { ok: false; values: PlanValues; errors: Record<string, string> };

export function readPlan(form: FormData, words: Words): ReadPlan {
	const values = formTexts(form, fields);
	const parsed = v.safeParse(planDraftSchema, {
		...values,
		language: values.language || undefined,
		retentionMonths: values.retentionMonths === '' ? undefined : Number(values.retentionMonths)
	});
	if (parsed.success) return { ok: true, draft: parsed.output };
	return { ok: false, values, errors: formErrors(parsed.issues, words) };
}
