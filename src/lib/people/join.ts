// What a person fills in to join, read from a form, with a sentence for each field that needs one more look. Pure.
import * as v from 'valibot';
import { institutionLimit, nameLimit, type Introduction } from './people.ts';
import { introductionSchema } from './introduction.ts';

export type Typed = { institution: string; sector: string; name: string };
export type JoinErrors = Partial<
	Record<
		keyof Typed,
		{
			key: 'join_sector_missing' | 'join_institution_missing' | 'join_institution_long' | 'join_name_long';
			limit?: number;
		}
	>
>;
export type Joining = { typed: Typed; introduction: Introduction | null; errors: JoinErrors };

const textOf = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value : '');

/** `citizen`: what stands for the institution of somebody who comes in their own name and wrote none. */
export function readIntroduction(form: Pick<FormData, 'get'>, citizen: string): Joining {
	const typed: Typed = {
		institution: textOf(form.get('institution')).slice(0, 1000),
		sector: textOf(form.get('sector')).slice(0, 40),
		name: textOf(form.get('name')).slice(0, 1000)
	};
	if (typed.sector === 'citizen' && typed.institution.trim() === '') typed.institution = citizen;
	const parsed = v.safeParse(introductionSchema, typed);
	if (parsed.success) return { typed, introduction: parsed.output, errors: {} };
	const wrong = new Set(parsed.issues.map((issue) => v.getDotPath(issue)));
	const errors: JoinErrors = {};
	if (wrong.has('sector')) errors.sector = { key: 'join_sector_missing' };
	if (wrong.has('name')) errors.name = { key: 'join_name_long', limit: nameLimit };
	if (wrong.has('institution')) {
		errors.institution =
			typed.institution.trim() === ''
				? { key: 'join_institution_missing' }
				: { key: 'join_institution_long', limit: institutionLimit };
	}
	return { typed, introduction: null, errors };
}
