// The form in which a model is amended: posted texts and weights in, a checked content or a sentence for each field out. Knows no page.
import * as v from 'valibot';
import { formErrors } from '#lib/ui/form.ts';
import type { Words } from '#lib/ui/words.ts';
import { amendableSchema, type Amendable } from './amend.ts';

export type ReadAmendment =
	| { ok: true; content: Amendable; note: string }
	| { ok: false; content: Amendable; note: string; errors: Record<string, string> };

/** Concepts come as pairs of `for_concept` and `for_weight` (`against_…`); a weight of 0 or none takes the concept out. */
export function readAmendment(form: FormData, words: Words): ReadAmendment {
	const text = (name: string) => {
		const value = form.get(name);
		return typeof value === 'string' ? value.trim() : '';
	};
	const list = (name: string) =>
		text(name)
			.split(/\r?\n/)
			.map((line) => line.trim())
			.filter((line) => line !== '');
	const weights = (side: 'for' | 'against') => {
		const numbers = form.getAll(`${side}_weight`).map(Number);
		const pairs = form
			.getAll(`${side}_concept`)
			.map((concept, index) => [String(concept), numbers[index] ?? 0] as const);
		return Object.fromEntries(pairs.filter(([concept, weight]) => concept !== '' && weight > 0));
	};
	const content: Amendable = {
		oneLine: { pl: text('pl'), en: text('en') },
		...{ what: text('what'), target: text('target'), addressee: text('addressee') },
		...{ services: list('services'), funding: list('funding'), steps: list('steps'), risks: list('risks') },
		...{ for: weights('for'), against: weights('against') }
	};
	const note = text('note').slice(0, 500);
	const parsed = v.safeParse(amendableSchema, content);
	const errors = parsed.success ? {} : formErrors(parsed.issues, words);
	if (note === '') errors['note'] = words('field_missing');
	return parsed.success && note !== ''
		? { ok: true, content: parsed.output, note }
		: { ok: false, content, note, errors };
}
