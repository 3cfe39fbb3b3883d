// The desk: what sessions propose and nobody has answered yet, and every recommendation by status.
import { progressOf } from '#lib/recommendation/desk.ts';
import { outlookOf } from '#lib/recommendation/outlook.ts';
import { dayOf } from '#lib/session/retention.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { app } }) => {
	const recommendations = app.recommendations.list();
	const answered = new Set(recommendations.flatMap(({ records }) => records.map(({ id }) => id)));
	const today = dayOf(app.clock(), app.config.timeZone);
	return {
		inbox: app.records
			.list()
			.filter(({ id }) => !answered.has(id))
			.slice(0, 50)
			.map((record) => ({
				id: record.id,
				title: record.title,
				date: record.date,
				laboratory: record.laboratory.name,
				example: record.example ?? false,
				...app.recommendations.proposal(record)
			})),
		recommendations: recommendations.map((one) => ({
			...{ id: one.id, title: one.title, status: one.status, language: one.language },
			/** Of one session its laboratory; several may have met in different ones. */
			from: one.records.length > 1 ? one.records.length : one.laboratory.name,
			progress: progressOf(one),
			outlook: outlookOf(one, today),
			evidence: one.evidence.length
		})),
		damaged: [...app.recommendations.damaged]
	};
};
