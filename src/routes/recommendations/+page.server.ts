// The desk: what sessions propose and nobody has answered yet, and every recommendation by status.
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { app } }) => {
	const recommendations = app.recommendations.list();
	const answered = new Set(recommendations.flatMap(({ records }) => records.map(({ id }) => id)));
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
		recommendations: recommendations.map(
			({ id, title, status, kind, confidence, changedAt, laboratory, records, steps, evidence }) => ({
				...{ id, title, status, kind, confidence, changedAt },
				/** Of one session its laboratory; several may have met in different ones. */
				from: records.length > 1 ? records.length : laboratory.name,
				steps: { done: steps.filter(({ done }) => done).length, all: steps.length },
				evidence: evidence.length
			})
		),
		damaged: [...app.recommendations.damaged]
	};
};
