// The parts of a participant's page that nobody needs to vote: each is fetched once, all of them before the Wi-Fi gets worse.
import { once } from '#lib/ui/once.ts';

export const boardPart = once(() => import('./BoardPhone.svelte'));
export const notesPart = once(() => import('./NotesPhone.svelte'));
export const decisionsPart = once(() => import('./DecisionsPhone.svelte'));
export const dotsPart = once(() => import('#lib/ballot/DotsPhone.svelte'));
export const floorPart = once(() => Promise.all([import('./FloorPhone.svelte'), import('./TablesPhone.svelte')]));
export const agendaPart = once(() => import('./AgendaPhone.svelte'));
export const endPart = once(() => import('./EndPhone.svelte'));
export const belowPart = once(() => import('./BelowPhone.svelte'));

export const allParts = (): Promise<unknown> =>
	Promise.all([
		boardPart(),
		dotsPart(),
		notesPart(),
		decisionsPart(),
		floorPart(),
		agendaPart(),
		endPart(),
		belowPart()
	]);
