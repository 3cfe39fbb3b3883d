// The notice on personal data that people read before they join. Knows no page.
import { calendarDate } from '#lib/ui/time.ts';
import type { Words } from '#lib/ui/words.ts';
import type { Plan } from './plan.ts';
import { keepUntil } from './retention.ts';

/** The organiser's own notice, or the standard one where none was written; paragraphs are parted by an empty line. */
export function noticeText(plan: Pick<Plan, 'notice' | 'date' | 'retentionMonths'>, words: Words): string {
	const until = calendarDate(keepUntil(plan.date, plan.retentionMonths), words.language);
	return plan.notice || words('notice_standard', { until });
}
