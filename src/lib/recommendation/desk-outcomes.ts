// Sorts recommendations by laboratory, institution or territory, to say what became of them. Pure; knows no page.
import { fold } from '#lib/evidence/fold.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import type { Recommendation } from './desk.ts';
import { statuses, type Status } from './status.ts';

export const groupings = ['laboratory', 'institution', 'territory'] as const;
export type Grouping = (typeof groupings)[number];

/** "Gmina Mochowo – sekretarz" is the municipality of Mochowo. */
export const institutionName = (text: string): string =>
	text
		.split(/\s+[–—-]\s+|\s*[,(;/]\s*/)[0]!
		.replace(/\s+/g, ' ')
		.trim();

/** The same name means the same body only where it is its own: "GOPS" becomes "GOPS (Mochowo)". */
export function placedName(institution: string, { territory }: Pick<SessionRecord, 'territory'>): string {
	const name = institutionName(institution);
	const place = territory.gmina || territory.powiat;
	const isOwn = /[„"“]/.test(name) || place === '' || fold(name).includes(fold(place).slice(0, 5));
	return isOwn || name === '' ? name : `${name} (${place})`;
}

/** Who answers for it, and who sat at the table from which it came. */
function institutionsOf(
	{ owner, steps, records }: Recommendation,
	recordOf: (id: string) => SessionRecord | null
): string[] {
	const seated = records
		.flatMap(({ id }) => recordOf(id)?.participants ?? [])
		.filter(({ sector }) => sector !== 'citizen')
		.map(({ institution }) => institution);
	return [owner, ...steps.map((step) => step.owner), ...seated].map(institutionName).filter((name) => name !== '');
}

export type OutcomeGroup = {
	name: string;
	recommendations: Recommendation[];
	counts: { status: Status; count: number }[];
};

/** Groups by name in alphabetical order; a nameless one comes last. Those taken into another are left out. */
export function outcomesBy(
	by: Grouping,
	recommendations: readonly Recommendation[],
	recordOf: (id: string) => SessionRecord | null
): OutcomeGroup[] {
	const groups = new Map<string, { name: string; all: Set<Recommendation> }>();
	const put = (name: string, recommendation: Recommendation) => {
		const key = name.toLowerCase();
		const group = groups.get(key) ?? { name, all: new Set() };
		groups.set(key, group);
		group.all.add(recommendation);
	};
	for (const recommendation of recommendations) {
		if (recommendation.mergedInto !== null) continue;
		const { gmina, powiat, wojewodztwo } = recommendation.territory;
		if (by === 'laboratory') put(recommendation.laboratory.name, recommendation);
		else if (by === 'territory') put(gmina || powiat || wojewodztwo, recommendation);
		else for (const name of institutionsOf(recommendation, recordOf)) put(name, recommendation);
	}
	return [...groups.values()]
		.map(({ name, all }) => ({ name, recommendations: [...all], counts: countsOf([...all]) }))
		.sort((one, other) =>
			(one.name === '') !== (other.name === '') ? (one.name === '' ? 1 : -1) : one.name.localeCompare(other.name, 'pl')
		);
}

export const countsOf = (recommendations: readonly Recommendation[]): OutcomeGroup['counts'] =>
	statuses
		.map((status) => ({ status, count: recommendations.filter((one) => one.status === status).length }))
		.filter(({ count }) => count > 0);
