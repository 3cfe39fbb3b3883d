// What a proposal for running late says on its button, and what is said once it was taken. Knows no screen.
import { clockTime, duration } from '#lib/ui/time.ts';
import type { Words } from '#lib/ui/words.ts';
import type { LiveItem } from './agenda.ts';
import type { Replan } from './replan.ts';

/** `offer` for the button, `done` for the moment after. */
export function replanWords(
	replan: Replan,
	agenda: readonly LiveItem[],
	words: Words
): { offer: string; done: string } {
	const itemOf = (id: string) => agenda.find((item) => item.id === id);
	const titleOf = (id: string) => itemOf(id)?.title ?? '';
	switch (replan.kind) {
		case 'shorten': {
			const changes = replan.changes
				.map(({ item, minutes }) =>
					words('agenda_late_shorten_one', {
						title: titleOf(item),
						time: duration((itemOf(item)?.minutes ?? minutes) - minutes, words.language)
					})
				)
				.join(', ');
			return { offer: words('agenda_late_shorten', { changes }), done: words('agenda_late_said_shorten', { changes }) };
		}
		case 'drop': {
			const named = { title: titleOf(replan.item), time: duration(replan.minutes, words.language) };
			return { offer: words('agenda_late_drop', named), done: words('agenda_late_said_drop', named) };
		}
		case 'extend': {
			const end = { end: clockTime(replan.endsAt, words.language) };
			return { offer: words('agenda_late_extend', end), done: words('agenda_late_said_extend', end) };
		}
	}
}
