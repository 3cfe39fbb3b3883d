// What people do in an agenda item, in one line. Knows no screen.
import type { Words } from '#lib/ui/words.ts';
import type { Activity } from './activity.ts';

/** "Tablica: zasoby", "Głosowanie kropkami (5 na osobę): Które pomysły są najważniejsze?", "Rozmowa, 3 rundy przy stolikach" */
export function activityLine(activity: Activity, words: Words, rounds?: { count: number }): string {
	const line = deedLine(activity, words);
	return rounds ? `${line}, ${words('agenda_rounds_line', { count: rounds.count })}` : line;
}

function deedLine(activity: Activity, words: Words): string {
	const kind = words(`kind_${activity.kind}`);
	if (activity.kind === 'board') return `${kind}: ${words(`board_template_${activity.template}`)}`;
	if (activity.kind !== 'ballot') return kind;
	const { method, question, dots } = activity.ballot;
	return `${words(`ballot_line_${method}`, { count: dots })}: ${question}`;
}
