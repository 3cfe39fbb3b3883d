// What many sessions say together, for a territory or a laboratory and a span of time. Puts the parts together; knows no page.
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { replyCite } from '#lib/evidence/place-kinds.ts';
import { fold } from '#lib/evidence/fold.ts';
import { allPassages } from '#lib/evidence/passage.ts';
import { passagesOf } from '#lib/evidence/passages.ts';
import { remarksOf } from '#lib/evidence/remarks.ts';
import type { Sector } from '#lib/people/people.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import { engineOf } from './engine.ts';
import { institutionName, placedName } from './desk-outcomes.ts';
import { matchesIn, type Match } from './over-many-matches.ts';
import { decisionsIn, type DecidedLine } from './over-many-decisions.ts';
import { tradingIn, type FieldGroup } from './over-many-fields.ts';
import { strengthsIn, type Gap, type Strength } from './over-many-strength.ts';
import { themesIn, type Theme } from './over-many-themes.ts';
import type { Said } from './said.ts';

/** Empty parts ask for everything. */
export type Scope = { laboratory: string; territory: string; from: string; to: string };

/** Whether a record lies in the scope; `territory` is the name of a gmina, powiat or województwo. */
export function inScope(record: SessionRecord, { laboratory, territory, from, to }: Scope): boolean {
	const { gmina, powiat, wojewodztwo } = record.territory;
	const asked = fold(territory.trim());
	return (
		(laboratory === '' || record.laboratory.id === laboratory) &&
		(asked === '' || [gmina, powiat, wojewodztwo].some((name) => fold(name.trim()) === asked)) &&
		(from === '' || record.date >= from) &&
		(to === '' || record.date <= to)
	);
}

/** What was really said; where there is nothing yet, what the example made up. */
export function withoutExamples<R extends Pick<SessionRecord, 'example'>>(records: readonly R[]): R[] {
	const real = records.filter(({ example }) => !example);
	return real.length > 0 ? real : [...records];
}

/** The names of places in which sessions were held, each once. */
export function territoriesOf(records: readonly SessionRecord[]): {
	gminy: string[];
	powiaty: string[];
	regions: string[];
} {
	const names = (part: 'gmina' | 'powiat' | 'wojewodztwo') =>
		[...new Set(records.map(({ territory }) => territory[part].trim()))]
			.filter((name) => name !== '')
			.sort((one, other) => one.localeCompare(other, 'pl'));
	return { gminy: names('gmina'), powiaty: names('powiat'), regions: names('wojewodztwo') };
}

export type Institution = { name: string; sector: Sector | null; sessions: string[] };

export type OverMany = {
	sessions: { id: string; title: string; date: string; place: string; people: number }[];
	/** Some of it is made up, for an example. */
	simulated: boolean;
	institutions: Institution[];
	/** Seats by sector. */
	sectors: Partial<Record<Sector, number>>;
	themes: Theme[];
	matches: Match[];
	trading: FieldGroup[];
	decisions: DecidedLine[];
	strengths: Strength[];
	/** Sessions from which nothing follows yet. */
	tooEarly: string[];
	gaps: Gap[];
};

/** The same for any order of the records. */
export function overMany(given: readonly SessionRecord[], catalogue: Catalogue): OverMany {
	const records = [...given].sort((one, other) => one.date.localeCompare(other.date) || (one.id < other.id ? -1 : 1));
	const engine = engineOf(catalogue);
	const said = records.flatMap(saidIn);
	const { strengths, tooEarly, gaps } = strengthsIn(records, catalogue);
	return {
		sessions: records.map(({ id, title, date, territory, participants }) => ({
			...{ id, title, date, people: participants.length },
			place: territory.gmina || territory.powiat || territory.wojewodztwo
		})),
		simulated: records.some(({ example }) => example),
		institutions: institutionsIn(records),
		sectors: sectorsIn(records),
		themes: themesIn(said, engine, records.length),
		matches: matchesIn(said, engine),
		trading: tradingIn(records, said),
		decisions: decisionsIn(said, engine),
		strengths,
		tooEarly,
		gaps
	};
}

function saidIn(record: SessionRecord): Said[] {
	const people = new Map(record.participants.map((participant) => [participant.id, participant]));
	const written = new Map<string, { sector: Sector | null; by: string | null; frame: string | null }>([
		...[...record.stickies, ...record.clusters, ...record.marks].map((one) => [one.id, one] as const),
		...record.stickies.flatMap(({ id, replies = [] }) =>
			replies.map((reply, index) => [replyCite(id, index), { ...reply, frame: null }] as const)
		),
		...remarksOf(record).map(({ cite, sector }) => [cite, { sector, by: null, frame: null }] as const)
	]);
	return passagesOf(record, allPassages).map((passage) => {
		const thing = written.get(passage.cite);
		const author = people.get(thing?.by ?? passage.cite);
		return {
			...{ passage, record },
			sector: thing?.sector ?? author?.sector ?? null,
			frame: thing?.frame ?? '',
			by: author ? institutionName(author.institution) : ''
		};
	});
}

function institutionsIn(records: readonly SessionRecord[]): Institution[] {
	const known = new Map<string, Institution>();
	for (const record of records)
		for (const { institution, sector } of record.participants) {
			const name = placedName(institution, record);
			if (sector === 'citizen' || name === '') continue;
			const before = known.get(fold(name)) ?? { name, sector, sessions: [] };
			if (!before.sessions.includes(record.id)) before.sessions.push(record.id);
			known.set(fold(name), before);
		}
	return [...known.values()].sort(
		(one, other) => other.sessions.length - one.sessions.length || one.name.localeCompare(other.name, 'pl')
	);
}

function sectorsIn(records: readonly SessionRecord[]): OverMany['sectors'] {
	const counts: OverMany['sectors'] = {};
	for (const { participants } of records)
		for (const { sector } of participants) if (sector) counts[sector] = (counts[sector] ?? 0) + 1;
	return counts;
}
