// The shelf of records, all of them or those that hold the words of a query, with the places that do.
import { askedIn, holdsAll } from '#lib/evidence/archive-search.ts';
import type { PageServerLoad } from './$types';

/** Recommendations and models named beside the records. */
const besidesShown = 6;

export const load: PageServerLoad = ({ locals: { app, language }, url }) => {
	const query = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
	const asked = askedIn(query);
	const isFound = (...texts: string[]) => asked.length > 0 && holdsAll(texts.join('\n'), asked);
	return {
		query,
		total: app.records.list().length,
		damaged: [...app.records.damaged],
		erased: app.retention.erased(),
		found: app.records.find(query).map(({ record, places, more }) => ({
			...{ id: record.id, title: record.title, date: record.date, place: record.place, territory: record.territory },
			...{ places, more },
			laboratory: record.laboratory.name,
			example: record.example ?? false,
			people: record.participants.length,
			stickies: record.stickies.length,
			decisions: record.decisions.length,
			until: app.retention.untilOf(record.id)
		})),
		recommendations: app.recommendations
			.list()
			.filter(({ title, forWhom, problem, reason, notes }) => isFound(title, forWhom, problem, reason, notes))
			.slice(0, besidesShown)
			.map(({ id, title, status }) => ({ id, title, status })),
		models: app.catalogues.current.models
			.filter(({ name, oneLine }) => isFound(name[language], oneLine[language]))
			.slice(0, besidesShown)
			.map(({ id, name, oneLine }) => ({ id, name: name[language], oneLine: oneLine[language] }))
	};
};
