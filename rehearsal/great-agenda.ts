// The hour of the great rehearsal: an item for every activity, every way to write and every way to decide, and who comes. Pure data.
import * as v from 'valibot';
import { agendaItemSchema, type AgendaItem } from '#lib/agenda/agenda.ts';
import type { BallotMethod } from '#lib/ballot/ballot.ts';
import { sectors } from '#lib/people/people.ts';
import type { Introduction } from '#lib/people/people.ts';

export type Crowd = { early: number; late: number };
export const fullHall: Crowd = { early: 22, late: 3 };

export const guests = (session: number, crowd: Crowd): Introduction[] =>
	Array.from({ length: crowd.early + crowd.late }, (_, index) => ({
		institution: `Instytucja ${index + 1}`,
		sector: sectors[(index + session) % sectors.length]!,
		name: index % 3 === 0 ? `Osoba ${index + 1}` : ''
	}));

const item = (id: string, minutes: number, title: string, activity: unknown, more: object = {}): AgendaItem =>
	v.parse(agendaItemSchema, { id, title, minutes, activity, ...more });

const choices = ['Sklep społeczny', 'Magazyn żywności', 'Świetlica', 'Warsztat'];
const ballot = (id: string, minutes: number, method: BallotMethod, secret: boolean, more: object = {}): AgendaItem => {
	const own = ['single', 'approval', 'score', 'ranking'].includes(method);
	const plan = { question: `Pytanie ${id}?`, method, secret, dots: 5, choices: own ? choices : [], ...more };
	return item(id, minutes, `Głosowanie ${id}`, { kind: 'ballot', ballot: plan });
};

/** Sixty minutes. */
export const greatAgenda: AgendaItem[] = [
	item('opening', 3, 'Otwarcie', { kind: 'talk' }),
	item('quiet', 5, 'Ciche pisanie', { kind: 'board', template: 'needs' }, { quiet: true }),
	item('round', 5, 'Po kolei', { kind: 'board', template: 'open' }, { quiet: true, privacy: 'named' }),
	item('tables', 6, 'Stoliki', { kind: 'board', template: 'tables' }, { privacy: 'named' }),
	item('nameless', 4, 'Bez podpisu', { kind: 'board', template: 'resources' }, { privacy: 'anonymous' }),
	ballot('dots', 3, 'dots', false, { rules: { area: 'quiet' } }),
	item('break', 4, 'Przerwa', { kind: 'break' }),
	item('note', 6, 'Notatka', { kind: 'note' }),
	ballot('single', 2, 'single', true),
	ballot('approval', 2, 'approval', false, { rules: { minimum: 1, maximum: 3 } }),
	ballot('motion', 3, 'yes-no-abstain', true, { rules: { quorum: 50, base: 'cast' } }),
	ballot('score', 2, 'score', true),
	ballot('ranking', 3, 'ranking', false),
	ballot('consent', 5, 'consent', false, { proposal: 'Otwieramy sklep w marcu.' }),
	item('skipped', 2, 'Ogłoszenia', { kind: 'note' }),
	item('writing', 3, 'Na koniec', { kind: 'board', template: 'tasks' }, { quiet: true }),
	ballot('fist', 2, 'fist', true)
];
