// The shelf of records, all of them or those that hold the words of a query.
import { findRecords } from '#lib/record/search.ts';
import { keepUntil } from '#lib/session/retention.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { app }, url }) => {
	const query = (url.searchParams.get('q') ?? '').slice(0, 200);
	const records = app.records.list();
	const today = new Date(app.clock()).toISOString().slice(0, 10);
	return {
		query,
		total: records.length,
		damaged: [...app.records.damaged],
		found: findRecords(records, query).map((record) => {
			const plan = app.sessions.get(record.id);
			return {
				...{ id: record.id, title: record.title, date: record.date, place: record.place, territory: record.territory },
				laboratory: record.laboratory.name,
				example: record.example ?? false,
				people: record.participants.length,
				stickies: record.stickies.length,
				decisions: record.decisions.length,
				overdue: plan !== null && keepUntil(record.date, plan.retentionMonths) < today
			};
		})
	};
};
