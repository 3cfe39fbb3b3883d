// How strongly many sessions speak for each model: sessions, sectors and institutions behind it, and what speaks against. Pure.
import { modelOf, type Catalogue, type ModelId } from '#lib/catalogue/catalogue.ts';
import type { Area } from '#lib/catalogue/terms.ts';
import { fold } from '#lib/evidence/fold.ts';
import type { Sector } from '#lib/people/people.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import { placedName } from './desk-outcomes.ts';
import { recommend } from './recommend.ts';
import type { Citation, RecommendationKind } from './recommendation.ts';

export type Strength = {
	model: ModelId;
	kind: RecommendationKind;
	areas: Area[];
	/** Sessions from which it follows first. */
	sessions: string[];
	/** Sessions in which something speaks for it, without coming first. */
	alsoIn: string[];
	sectors: Sector[];
	institutions: string[];
	evidenceFor: Citation[];
	/** Also from sessions that rejected it. */
	evidenceAgainst: Citation[];
};

/** A precondition that sessions show as missing. */
export type Gap = {
	model: ModelId;
	key: string;
	text: string;
	english?: string;
	kind: 'hard' | 'soft';
	sessions: string[];
};

/** A model that ranks below the first is named where its score is at least this share of the first. */
const closeShare = 0.75;
const quotesShown = 6;
const gapsShown = 15;

export function strengthsIn(
	records: readonly SessionRecord[],
	catalogue: Catalogue
): { strengths: Strength[]; tooEarly: string[]; gaps: Gap[] } {
	const strengths = new Map<ModelId, Strength>();
	const gaps = new Map<string, Gap>();
	const tooEarly: string[] = [];
	const against = new Map<ModelId, Citation[]>();
	const strengthOf = (model: ModelId, kind: RecommendationKind): Strength => {
		const known = strengths.get(model) ?? emptyStrength(model, kind, modelOf(catalogue, model)?.areas ?? []);
		strengths.set(model, known);
		return known;
	};
	for (const record of records) {
		const { best, kind, ranked, rejected } = recommend([record], catalogue);
		for (const { model, citations } of rejected)
			if (citations.length > 0) against.set(model, [...(against.get(model) ?? []), ...citations]);
		if (best === null) {
			tooEarly.push(record.id);
			continue;
		}
		const [first, ...others] = ranked;
		if (!first) continue;
		const strength = strengthOf(best, kind);
		strength.sessions.push(record.id);
		strength.evidenceFor.push(...first.evidenceFor);
		strength.evidenceAgainst.push(...first.evidenceAgainst);
		for (const { institution, sector } of record.participants) {
			if (sector && !strength.sectors.includes(sector)) strength.sectors.push(sector);
			const name = placedName(institution, record);
			const known = strength.institutions.some((other) => fold(other) === fold(name));
			if (sector !== 'citizen' && name !== '' && !known) strength.institutions.push(name);
		}
		for (const { model, score } of others)
			if (score >= first.score * closeShare)
				strengthOf(model, modelOf(catalogue, model)?.usually ?? 'new').alsoIn.push(record.id);
		for (const { key, kind: need, state } of first.preconditions) {
			if (state !== 'missing') continue;
			const fact = catalogue.preconditions.find((one) => one.model === best && one.key === key);
			const { text = key, english } = fact ?? {};
			const gap = gaps.get(`${best}/${key}`) ?? {
				...{ model: best, key, text, kind: need, sessions: [] },
				...(english ? { english } : {})
			};
			gaps.set(`${best}/${key}`, gap);
			gap.sessions.push(record.id);
		}
	}
	const list = [...strengths.values()]
		.filter(({ sessions }) => sessions.length > 0)
		.map((strength) => ({
			...strength,
			evidenceFor: strongest(strength.evidenceFor),
			evidenceAgainst: strongest([...strength.evidenceAgainst, ...(against.get(strength.model) ?? [])])
		}))
		.sort(
			(one, other) =>
				other.sessions.length - one.sessions.length ||
				other.sectors.length - one.sectors.length ||
				other.institutions.length - one.institutions.length ||
				(one.model < other.model ? -1 : 1)
		);
	const byCount = (one: Gap, other: Gap) =>
		other.sessions.length - one.sessions.length || (one.kind === other.kind ? 0 : one.kind === 'hard' ? -1 : 1);
	return { strengths: list, tooEarly, gaps: [...gaps.values()].sort(byCount).slice(0, gapsShown) };
}

const emptyStrength = (model: ModelId, kind: RecommendationKind, areas: Area[]): Strength => ({
	...{ model, kind, areas },
	...{ sessions: [], alsoIn: [], sectors: [], institutions: [], evidenceFor: [], evidenceAgainst: [] }
});

/** Each place once, the weightiest first. */
function strongest(citations: readonly Citation[]): Citation[] {
	const known = new Map<string, Citation>();
	for (const citation of citations) {
		const key = `${citation.record}/${citation.cite}`;
		const before = known.get(key);
		if (!before || citation.weight > before.weight) known.set(key, citation);
	}
	return [...known.values()]
		.sort((one, other) => other.weight - one.weight || (one.record + one.cite < other.record + other.cite ? -1 : 1))
		.slice(0, quotesShown);
}
