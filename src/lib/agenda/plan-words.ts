// How long a planned agenda is and when it ends, in a sentence; nothing where there is nothing. Knows no screen.
import { clockAfter, duration } from '#lib/ui/time.ts';
import type { Words } from '#lib/ui/words.ts';

/** `total` and `late` in minutes; `late` is null where no end was planned. `start`: HH:MM or empty. */
export function planSummary(
	{ total, late }: { total: number; late: number | null },
	start: string,
	words: Words
): string {
	if (total === 0) return '';
	const sum = words('agenda_total', { length: duration(total, words.language) });
	if (!start) return sum;
	const time = clockAfter(start, total);
	if (late === null) return `${sum} ${words('agenda_ends', { time })}`;
	const length = duration(Math.abs(late), words.language);
	if (late === 0) return `${sum} ${words('agenda_ends_on_time', { time })}`;
	return `${sum} ${words(late > 0 ? 'agenda_ends_late' : 'agenda_ends_early', { time, length })}`;
}
