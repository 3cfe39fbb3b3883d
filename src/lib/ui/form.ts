// Reads the fields of a posted form and says in one sentence what a schema refuses. Knows no noun.
import type { BaseIssue } from 'valibot';
import type { Words } from './words.ts';

/** The texts of these fields; a missing one is empty, a file is not a text. */
export function formTexts<const Name extends string>(form: FormData, names: readonly Name[]): Record<Name, string> {
	const text = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');
	return Object.fromEntries(names.map((name) => [name, text(form.get(name))])) as Record<Name, string>;
}

/** One sentence for each refused field, by the last part of its path. */
export function formErrors(issues: readonly BaseIssue<unknown>[], words: Words): Record<string, string> {
	const errors: Record<string, string> = {};
	for (const issue of issues) {
		const field = String(issue.path?.at(-1)?.key ?? '');
		errors[field] ??= sentence(issue, words);
	}
	return errors;
}

function sentence(issue: BaseIssue<unknown>, words: Words): string {
	const limit = Number(issue.requirement);
	switch (issue.type) {
		case 'min_length':
			return words('field_missing');
		case 'max_length':
			return words('field_too_long', { count: limit });
		case 'min_value':
			return words('field_too_small', { limit });
		case 'max_value':
			return words('field_too_big', { limit });
		case 'iso_date':
			return words('field_not_a_date');
		default:
			return words('field_wrong');
	}
}
