// The shelf of records: those of a laboratory, of a year, that hold the words of a query, with the places that do; or all.
import { askedIn, holdsAll } from '#lib/evidence/archive-search.ts';
import type { PageServerLoad } from './$types';

/** Empty where the day is not known. */
const yearOf = ({ date }: { date: string }): string => /^\d{4}/.exec(date)?.[0] ?? '';

/** Recommendations and models named beside the records. */
const besidesShown = 6;

export const load: PageServerLoad = ({ locals: { app, language }, url }) => {
	const query = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
	const laboratory = url.searchParams.get('laboratory') ?? '';
	const year = url.searchParams.get('year') ?? '';
	const all = app.records.list();
	const asked = askedIn(query);
	const isFound = (...texts: string[]) => asked.length > 0 && holdsAll(texts.join('\n'), asked);
	return {
		...{ query, laboratory, year },
		total: all.length,
		laboratories: [...new Map(all.map((record) => [record.laboratory.id, record.laboratory.name]))]
			.map(([id, name]) => ({ id, name }))
			.filter(({ id, name }) => id && name)
			.sort((one, other) => one.name.localeCompare(other.name, language)),
		years: [...new Set(all.map(yearOf))].filter(Boolean),
		damaged: [...app.records.damaged],
		erased: app.retention.erased(),
		found: app.records
			.find(query)
			.filter(({ record }) => !laboratory || record.laboratory.id === laboratory)
			.filter(({ record }) => !year || yearOf(record) === year)
			.map(({ record, places, more }) => ({
				...{ id: record.id, title: record.title, date: record.date, place: record.place, territory: record.territory },
				...{ places, more },
				year: yearOf(record),
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
