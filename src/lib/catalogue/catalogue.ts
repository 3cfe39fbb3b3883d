// The catalogue: models, what each needs, where each fact comes from and what people say that counts for or against it. Data only.
import * as v from 'valibot';
import conceptsData from './concepts.json' with { type: 'json' };
import leaningsData from './leanings.json' with { type: 'json' };
import modelsData from './models.json' with { type: 'json' };
import preconditionsData from './preconditions.json' with { type: 'json' };
import signalsData from './signals.json' with { type: 'json' };
import sourcesData from './sources.json' with { type: 'json' };
import voicesData from './voices.json' with { type: 'json' };
import { englishOf } from './english.ts';
import { areas, certainties, sourceKinds } from './terms.ts';

const bothLanguages = v.object({ pl: v.string(), en: v.string() });
const texts = v.array(v.string());
/** Month in which the fact was last checked, `2026-11`. */
const checked = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/));

const sourceSchema = v.object({
	number: v.string(),
	title: v.string(),
	addresses: texts,
	kind: v.picklist(sourceKinds)
});
export type Source = v.InferOutput<typeof sourceSchema>;

const legalFactSchema = v.object({
	text: v.string(),
	/** The same in English, for readers; the Polish text is the one that counts. */
	english: v.optional(v.string()),
	certainty: v.picklist(certainties),
	/** Numbers in the list of sources. */
	sources: texts,
	checked
});
export type LegalFact = v.InferOutput<typeof legalFactSchema>;

const modelSchema = v.object({
	id: v.string(),
	/** One of the seven products of the project. */
	product: v.boolean(),
	areas: v.array(v.picklist(areas)),
	/** Whether it founds something or improves what exists, where the session does not show it. */
	usually: v.picklist(['new', 'modernise']),
	/** Whether a session may as well be about one that exists already. */
	mayExist: v.boolean(),
	name: bothLanguages,
	/** What to do with it, as a title begins: "Utworzyć spółdzielnię socjalną osób prawnych". */
	title: v.optional(v.object({ new: bothLanguages, modernise: bothLanguages })),
	oneLine: bothLanguages,
	what: v.string(),
	target: v.string(),
	services: texts,
	funding: texts,
	steps: texts,
	risks: texts,
	addressee: v.string(),
	legal: v.array(legalFactSchema)
});
export type EntityModel = v.InferOutput<typeof modelSchema>;
export type ModelId = string;

const preconditionSchema = v.object({
	model: v.string(),
	key: v.string(),
	/** `hard`: required by law or by the product description; `soft`: practice. */
	kind: v.picklist(['hard', 'soft']),
	text: v.string(),
	english: v.optional(v.string()),
	certainty: v.picklist(certainties),
	/** Number in the list of sources, or empty. */
	source: v.string(),
	checked
});
export type Precondition = v.InferOutput<typeof preconditionSchema>;

/** What people may mean, and the patterns (see evidence/pattern.ts) by which it is recognised in what they write. */
const conceptSchema = v.object({
	id: v.string(),
	label: bothLanguages,
	/** Ids of concepts that are not meant where this one is: "nikt nie jest bezrobotny" is not about the unemployed. */
	silences: v.optional(texts),
	say: texts
});
export type Concept = v.InferOutput<typeof conceptSchema>;

const weights = v.record(v.string(), v.pipe(v.number(), v.minValue(0), v.maxValue(10)));
const signalSchema = v.object({
	model: v.string(),
	/** Concept id → how much it speaks for the model, 0–10. */
	for: weights,
	/** Concept id → how much it speaks against it. */
	against: v.optional(weights, {}),
	/** Groups of concepts; where none of a group was heard, little is left of the model. */
	requires: v.optional(v.array(texts), []),
	/** It begins with talk: to meet again or to ask for advice is already a decision for it. */
	talk: v.optional(v.boolean(), false),
	/** Sentences as people say them; their words lend weight to words like them. */
	voices: v.optional(texts, [])
});
export type Signal = v.InferOutput<typeof signalSchema>;

const needSchema = v.object({
	key: v.string(),
	/** Only for these models; all that list the key, when left out. */
	models: v.optional(texts),
	/** Patterns of the subject itself; with a word of lack in the same sentence the precondition is missing, else met. */
	about: texts,
	/**
	 * How its lack is heard: of a `thing` where a word of lack or of a promise is said beside it; an `act` on paper is met where it is
	 * said to be done; of the `presence` of somebody, who is named in many sentences, only where a pattern of `missing` says so.
	 */
	as: v.optional(v.picklist(['thing', 'act', 'presence']), 'thing'),
	/**
	 * Where it asks for a number: it is met only where at least as many are told of, and of two out of five is said that they are two.
	 * `of`: what is counted, folded words and beginnings of words (`osob*`); without it what shows it met has the number in itself.
	 * `share` instead, in percent: so many of those counted for the need named by `all`.
	 */
	count: v.optional(
		v.union([
			v.object({ least: v.pipe(v.number(), v.integer(), v.minValue(1)), of: v.optional(texts, []) }),
			v.object({ share: v.pipe(v.number(), v.minValue(1), v.maxValue(100)), all: v.string() })
		])
	),
	/** Patterns that show it met, or missing, by themselves. */
	met: v.optional(texts, []),
	missing: v.optional(texts, [])
});
export type Need = v.InferOutput<typeof needSchema>;

const signalsSchema = v.object({
	models: v.array(signalSchema),
	needs: v.array(needSchema),
	/** Patterns of stance, by name. */
	stance: v.record(v.string(), texts),
	/** Sentences as people say them where nothing follows for any model: roads, jubilees, exercises, refreshments. */
	asides: v.optional(texts, [])
});

/** What labelled sessions sounded like; learned by `bench/recommend/learn.ts`, see evidence/leanings.ts. */
const numbers = v.array(v.number());
const leaningsSchema = v.object({
	names: texts,
	base: numbers,
	stems: v.record(v.string(), numbers),
	signs: v.record(v.string(), numbers)
});
export const noLeanings: v.InferOutput<typeof leaningsSchema> = { names: [], base: [], stems: {}, signs: {} };

export const catalogueSchema = v.object({
	/** Raised whenever an expert amends anything. */
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	models: v.array(modelSchema),
	preconditions: v.array(preconditionSchema),
	sources: v.array(sourceSchema),
	concepts: v.array(conceptSchema),
	signals: signalsSchema,
	leanings: v.optional(leaningsSchema, noLeanings)
});
export type Catalogue = v.InferOutput<typeof catalogueSchema>;

/** Reads a whole catalogue, ours or one that an organiser amended; throws on data that does not hold together. */
export function readCatalogue(input: unknown): Catalogue {
	const catalogue = v.parse(catalogueSchema, input);
	const models = new Set(catalogue.models.map(({ id }) => id));
	const concepts = new Set(catalogue.concepts.map(({ id }) => id));
	const sources = new Set(catalogue.sources.map(({ number }) => number));
	const stray = [
		...catalogue.preconditions.filter(({ model }) => !models.has(model)).map(({ model }) => `model ${model}`),
		...catalogue.preconditions
			.filter(({ source }) => source && !sources.has(source))
			.map(({ source }) => `source ${source}`),
		...catalogue.models.flatMap(({ legal }) =>
			legal.flatMap((fact) => fact.sources.filter((number) => !sources.has(number)))
		),
		...catalogue.signals.models.filter(({ model }) => !models.has(model)).map(({ model }) => `model ${model}`),
		...catalogue.signals.models.flatMap((signal) =>
			[...Object.keys(signal.for), ...Object.keys(signal.against), ...signal.requires.flat()].filter(
				(id) => !concepts.has(id)
			)
		)
	];
	if (stray.length > 0) throw new Error(`catalogue names what it does not hold: ${stray.join(', ')}`);
	return catalogue;
}

const spokenFor: Record<string, string[]> = voicesData.models;

function withEnglish<T extends { text: string }>(fact: T): T & { english?: string } {
	const english = englishOf(fact.text);
	return english === undefined ? fact : { ...fact, english };
}

/** The catalogue that comes with Narada. */
export const catalogue: Catalogue = readCatalogue({
	version: 1,
	models: modelsData.map((model) => ({ ...model, legal: model.legal.map(withEnglish) })),
	preconditions: preconditionsData.map(withEnglish),
	sources: sourcesData,
	concepts: conceptsData,
	signals: {
		...signalsData,
		models: signalsData.models.map((signal) => ({ ...signal, voices: spokenFor[signal.model] ?? [] })),
		asides: voicesData.asides
	},
	leanings: leaningsData
});

export const modelOf = (from: Catalogue, id: ModelId): EntityModel | undefined =>
	from.models.find((model) => model.id === id);
