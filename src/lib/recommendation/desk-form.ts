// The form in which a recommendation is edited: posted texts in, the changed recommendation or a refusal out. Knows no page.
import type { Words } from '#lib/ui/words.ts';
import { formTexts } from '#lib/ui/form.ts';
import { ranks, type Recommendation, type Step } from './desk.ts';
import type { DeskRefusal } from './status.ts';

const longLimit = 4000;
const lineLimit = 300;
const linesLimit = 30;

const fields = ['title', 'forWhom', 'problem', 'reason', 'addressee', 'owner', 'notes'] as const;
const more = ['rank', 'kind', 'funding', 'risks', 'changedAt'] as const;
export type DeskValues = Record<(typeof fields)[number] | (typeof more)[number], string> & { steps: Step[] };

export const deskValues = (recommendation: Recommendation): DeskValues => ({
	...(Object.fromEntries(fields.map((field) => [field, recommendation[field]])) as Record<
		(typeof fields)[number],
		string
	>),
	rank: recommendation.rank,
	kind: recommendation.kind,
	funding: recommendation.funding.join('\n'),
	risks: recommendation.risks.join('\n'),
	changedAt: String(recommendation.changedAt),
	steps: recommendation.steps
});

const linesOf = (text: string): string[] =>
	text
		.split(/\r?\n/)
		.map((line) => line.trim().slice(0, lineLimit))
		.filter((line) => line !== '')
		.slice(0, linesLimit);

function stepsOf(form: FormData): Step[] {
	const all = (name: string) => form.getAll(name).map((value) => (typeof value === 'string' ? value.trim() : ''));
	const [owners, dues, done] = [all('step_owner'), all('step_due'), new Set(all('step_done'))];
	return all('step_text')
		.map((text, index) => ({
			text: text.slice(0, lineLimit),
			owner: (owners[index] ?? '').slice(0, lineLimit),
			due: /^\d{4}-\d{2}-\d{2}$/.test(dues[index] ?? '') ? (dues[index] ?? '') : '',
			done: done.has(String(index))
		}))
		.filter(({ text }) => text !== '')
		.slice(0, linesLimit);
}

export type ReadDesk = { ok: true; values: DeskValues } | { ok: false; values: DeskValues; refused: DeskRefusal };

export function readDesk(form: FormData, now: Recommendation): ReadDesk {
	const values: DeskValues = { ...formTexts(form, fields), ...formTexts(form, more), steps: stepsOf(form) };
	if (values.title.trim() === '') return { ok: false, values, refused: 'no-title' };
	if (values.changedAt !== String(now.changedAt))
		return { ok: false, values: { ...values, changedAt: String(now.changedAt) }, refused: 'changed-meanwhile' };
	return { ok: true, values };
}

/** The recommendation with what was written. `at` is ms since the epoch. */
export function withValues(recommendation: Recommendation, values: DeskValues, at: number): Recommendation {
	const written = Object.fromEntries(
		fields.map((field) => [field, values[field].trim().slice(0, longLimit)])
	) as Record<(typeof fields)[number], string>;
	const kind = values.kind === 'modernise' ? 'modernise' : 'new';
	return {
		...recommendation,
		...written,
		rank: ranks.find((rank) => rank === values.rank) ?? recommendation.rank,
		kind: recommendation.model ? kind : 'none',
		funding: linesOf(values.funding),
		risks: linesOf(values.risks),
		steps: values.steps,
		changedAt: at
	};
}

export const rankChoices = (words: Words) => ranks.map((rank) => ({ value: rank, label: words(`rank_${rank}`) }));
