// Turns what the engine proposes into a recommendation that a person can edit: texts filled in, model and evidence frozen. Pure.
import { modelOf, type Catalogue, type EntityModel, type ModelId } from '#lib/catalogue/catalogue.ts';
import { spokenIn } from '#lib/catalogue/english.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import type { Words } from '#lib/ui/words.ts';
import type { Alternative, Evidence, Finding, FrozenModel, Recommendation } from './desk.ts';
import type { Citation, PreconditionFinding, RankedModel, RecommendationDraft, Sentence } from './recommendation.ts';
import { titleOf } from './desk-title.ts';
import { isForm } from './entities.ts';
import { inQuotes, withoutStop } from './quotation.ts';
import { withoutConcepts } from './reasons.ts';
import { sentenceIn } from './sentence.ts';

const stepsTaken = 5;
const conceptsNamed = 5;
/** Stickies that stand for the problem. */
const wordsQuoted = 3;

/** Names of forms are how the engine recognised a thing, not what people spoke of. */
function spoken(sentence: Sentence): Sentence {
	const concepts = (sentence.concepts ?? []).filter((concept) => !isForm(concept));
	if (concepts.length > 0 || !sentence.concepts) return { ...sentence, ...(concepts.length > 0 ? { concepts } : {}) };
	const { key, values } = sentence;
	return { key: withoutConcepts(key), values };
}

const frozen = (citation: Citation): Evidence => ({ ...citation, added: false });

export function frozenModel(catalogue: Catalogue, model: EntityModel): FrozenModel {
	const { id, name, oneLine, product, areas, legal } = model;
	const numbers = new Set([
		...legal.flatMap((fact) => fact.sources),
		...catalogue.preconditions.filter((need) => need.model === id).map(({ source }) => source)
	]);
	const sources = catalogue.sources.filter(({ number }) => numbers.has(number));
	return { id, name, oneLine, product, areas, legal, sources };
}

/** What the catalogue says of a model, as far as it is translated, for a person to go on from. */
export function textsOf(entity: EntityModel | undefined, language: Recommendation['language']) {
	const said = (text: string) => spokenIn(language, text).text;
	const { target = '', addressee = '', steps = [], funding = [], risks = [] } = entity ?? {};
	return {
		forWhom: said(target),
		addressee: said(addressee),
		steps: steps.slice(0, stepsTaken).map((text) => ({ text: said(text), owner: '', due: '', done: false })),
		funding: funding.map(said),
		risks: risks.map(said)
	};
}

export function findingsOf(
	catalogue: Catalogue,
	model: ModelId,
	findings: readonly PreconditionFinding[]
): Recommendation['findings'] {
	return findings.map(({ key, kind, state, counted, citations }): Finding => {
		const need = catalogue.preconditions.find((other) => other.model === model && other.key === key);
		const { text = key, english, certainty = 'C', source = '', checked = '' } = need ?? {};
		return {
			key,
			kind,
			state,
			...(counted ? { counted } : {}),
			text,
			...(english ? { english } : {}),
			certainty,
			source,
			checked,
			citations: citations.map(frozen)
		};
	});
}

/** All preconditions of a model that no session was asked about. */
export const unknownFindings = (catalogue: Catalogue, model: ModelId): Finding[] =>
	findingsOf(
		catalogue,
		model,
		catalogue.preconditions
			.filter((need) => need.model === model)
			.map(({ key, kind }) => ({ key, kind, state: 'unknown', citations: [] }))
	);

type Made = { draft: RecommendationDraft; records: readonly SessionRecord[]; catalogue: Catalogue; words: Words };

function alternativeOf({ catalogue, words }: Made, ranked: RankedModel): Alternative {
	const { model, score, reason, evidenceFor, evidenceAgainst, preconditions } = ranked;
	return {
		model,
		name: modelOf(catalogue, model)?.name ?? { pl: model, en: model },
		reason: sentenceIn(words, catalogue, spoken(reason)),
		score,
		evidence: [...evidenceFor, ...evidenceAgainst].map(frozen),
		findings: findingsOf(catalogue, model, preconditions)
	};
}

/** What the sessions spoke of most, in the words of the catalogue; names of forms are left out. */
export function conceptsIn(catalogue: Catalogue, evidence: readonly Pick<Evidence, 'concepts' | 'weight'>[]): string[] {
	const weights = new Map<string, number>();
	for (const { concepts, weight } of evidence)
		for (const concept of concepts)
			if (!isForm(concept)) weights.set(concept, (weights.get(concept) ?? 0) + weight + 0.1);
	return [...weights]
		.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
		.slice(0, conceptsNamed)
		.map(([concept]) => concept)
		.filter((concept) => catalogue.concepts.some(({ id }) => id === concept));
}

/** The smallest place that all the records share. */
export function sharedTerritory(records: readonly Pick<SessionRecord, 'territory'>[]): SessionRecord['territory'] {
	const shared = (part: 'gmina' | 'powiat' | 'wojewodztwo') => {
		const values = new Set(records.map(({ territory }) => territory[part].trim()));
		return values.size === 1 ? [...values][0]! : '';
	};
	return { gmina: shared('gmina'), powiat: shared('powiat'), wojewodztwo: shared('wojewodztwo') };
}

/** `model` null: what the engine itself answers; otherwise one that it ranked. `at` is ms since the epoch. */
export function recommendationFrom(made: Made, model: ModelId | null, id: string, at: number): Recommendation {
	const { draft, records, catalogue, words } = made;
	const chosen = model ?? draft.best;
	const ranked = draft.ranked.find((one) => one.model === chosen);
	const entity = chosen === null ? undefined : modelOf(catalogue, chosen);
	const isBest = chosen === draft.best;
	const kind = !entity ? 'none' : isBest ? draft.kind : entity.usually;
	const evidence = (ranked && entity ? [...ranked.evidenceFor, ...ranked.evidenceAgainst] : noneEvidence(draft)).map(
		frozen
	);
	const concepts = conceptsIn(catalogue, evidence);
	const territory = sharedTerritory(records);
	const reason = ranked && entity ? ranked.reason : draft.reason;
	return {
		schema: 'narada-recommendation',
		version: 1,
		id,
		language: words.language,
		createdAt: at,
		changedAt: at,
		status: 'draft',
		history: [{ at, status: 'draft', reason: '' }],
		kind,
		model: entity ? frozenModel(catalogue, entity) : null,
		confidence: isBest ? draft.confidence : 'thin',
		catalogueVersion: draft.catalogueVersion,
		laboratory: records[0]?.laboratory ?? { id: '', name: '' },
		territory,
		records: records.map(({ id: record, title, date, closedAt }) => ({ id: record, title, date, closedAt })),
		title: titleOf(words, kind, entity, territory),
		...textsOf(entity, words.language),
		problem: problemOf(made, ranked?.evidenceFor ?? [], concepts),
		reason: sentenceIn(words, catalogue, spoken(reason)),
		owner: '',
		rank: isBest && draft.confidence === 'strong' ? 'high' : 'medium',
		notes: '',
		evidence,
		findings: ranked && entity ? findingsOf(catalogue, ranked.model, ranked.preconditions) : [],
		alternatives: draft.ranked.filter((one) => one !== ranked || !entity).map((one) => alternativeOf(made, one)),
		rejected: draft.rejected
			.filter((one) => one.model !== chosen && one.citations.length > 0)
			.map(({ model: lost, reason: why, citations }) => ({
				model: lost,
				name: modelOf(catalogue, lost)?.name ?? { pl: lost, en: lost },
				reason: sentenceIn(words, catalogue, why),
				score: null,
				evidence: citations.map(frozen),
				findings: []
			})),
		consultations: [],
		mergedInto: null
	};
}

/** The problem in the words of those who were there: what carries the recommendation and does not name a form. */
function problemOf({ words, catalogue }: Made, evidence: readonly Citation[], concepts: readonly string[]): string {
	const said = evidence
		.filter(({ cite, concepts: heard }) => {
			const namesForm = heard.some((concept) => concept.startsWith('name-'));
			return cite.startsWith('s') && !namesForm;
		})
		.slice(0, wordsQuoted)
		.map(({ quote }, index, { length }) => inQuotes(index === length - 1 ? withoutStop(quote) : quote));
	const about =
		concepts.length > 0 ? sentenceIn(words, catalogue, { key: 'desk_problem', concepts: [...concepts] }) : '';
	return [said.length > 0 ? words('desk_problem_said', { quotes: said.join(', ') }) : '', about]
		.filter(Boolean)
		.join(' ');
}

const noneEvidence = ({ evidenceFor, evidenceAgainst }: RecommendationDraft) => [...evidenceFor, ...evidenceAgainst];
