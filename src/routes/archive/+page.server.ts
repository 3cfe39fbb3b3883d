// The shelf of records, all of them or those that hold the words of a query.
import { findRecords } from '#lib/record/search.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { app }, url }) => {
	const query = (url.searchParams.get('q') ?? '').slice(0, 200);
	const records = app.records.list();
	return {
		query,
		total: records.length,
		damaged: [...app.records.damaged],
		erased: app.retention.erased(),
		found: findRecords(records, query).map((record) => {
			return {
				...{ id: record.id, title: record.title, date: record.date, place: record.place, territory: record.territory },
				laboratory: record.laboratory.name,
				example: record.example ?? false,
				people: record.participants.length,
				stickies: record.stickies.length,
				decisions: record.decisions.length,
				until: app.retention.untilOf(record.id)
			};
		})
	};
};
