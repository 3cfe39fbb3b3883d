// The form of a laboratory: posted texts in, a draft or a sentence for each field out. Knows no page.
import * as v from 'valibot';
import { formErrors, formTexts } from '#lib/ui/form.ts';
import type { Words } from '#lib/ui/words.ts';
import { laboratoryDraftSchema, type Laboratory, type LaboratoryDraft } from './laboratory.ts';

const fields = ['name', 'purpose', 'gmina', 'powiat', 'wojewodztwo', 'circle'] as const;
export type LaboratoryValues = Record<(typeof fields)[number], string>;

export const emptyLaboratory: LaboratoryValues = {
	name: '',
	purpose: '',
	gmina: '',
	powiat: '',
	wojewodztwo: '',
	circle: 'changing'
};

export const laboratoryValues = ({ name, purpose, territory, circle }: Laboratory): LaboratoryValues => ({
	name,
	purpose,
	...territory,
	circle
});

export type ReadLaboratory =
	{ ok: true; draft: LaboratoryDraft } | { ok: false; values: LaboratoryValues; errors: Record<string, string> };

export function readLaboratory(form: FormData, words: Words): ReadLaboratory {
	const values = formTexts(form, fields);
	const { name, purpose, gmina, powiat, wojewodztwo, circle } = values;
	const territory = { gmina, powiat, wojewodztwo };
	const parsed = v.safeParse(laboratoryDraftSchema, { name, purpose, territory, circle: circle || undefined });
	if (parsed.success) return { ok: true, draft: parsed.output };
	return { ok: false, values, errors: formErrors(parsed.issues, words) };
}
