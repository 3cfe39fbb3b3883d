// All laboratories, each with how many sessions it has in which state.
import { sessionsOf } from '#lib/record/session-lines.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { app } }) => ({
	laboratories: app.laboratories.list().map((laboratory) => {
		const sessions = sessionsOf(laboratory.id, app.sessions.list(laboratory.id), app.records.list());
		const count = (status: string) => sessions.filter((session) => session.status === status).length;
		return { ...laboratory, planned: count('planned'), open: count('open'), closed: count('closed') };
	}),
	damaged: [...app.laboratories.shelf.damaged]
});
