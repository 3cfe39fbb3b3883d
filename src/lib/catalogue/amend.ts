// Amendments of an expert: what they change in a model's texts and in what counts for or against it. The built-in catalogue stays version 1. Pure.
import * as v from 'valibot';
import { readCatalogue, type Catalogue, type EntityModel, type ModelId, type Signal } from './catalogue.ts';

const text = v.pipe(v.string(), v.trim(), v.maxLength(3000));
const lines = v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(400))), v.maxLength(30));
const weights = v.record(v.string(), v.pipe(v.number(), v.minValue(0), v.maxValue(10)));

/** Everything that may be amended in a model, as a whole: a version can be read without the ones before it. */
export const amendableSchema = v.object({
	oneLine: v.object({ pl: v.pipe(text, v.minLength(1)), en: v.pipe(text, v.minLength(1)) }),
	what: text,
	target: text,
	addressee: text,
	services: lines,
	funding: lines,
	steps: lines,
	risks: lines,
	for: weights,
	against: weights
});
export type Amendable = v.InferOutput<typeof amendableSchema>;

const versionSchema = v.object({
	/** ms since the epoch */
	at: v.number(),
	/** Why it was changed. */
	note: v.string(),
	content: amendableSchema
});
export type AmendedVersion = v.InferOutput<typeof versionSchema>;

/** All versions of one model after the built-in one, oldest first. */
export const amendmentSchema = v.object({ id: v.string(), versions: v.pipe(v.array(versionSchema), v.minLength(1)) });
export type Amendment = v.InferOutput<typeof amendmentSchema>;

const signalOf = (catalogue: Catalogue, model: ModelId): Signal | undefined =>
	catalogue.signals.models.find((signal) => signal.model === model);

export function amendableOf(catalogue: Catalogue, model: EntityModel): Amendable {
	const { oneLine, what, target, addressee, services, funding, steps, risks } = model;
	const signal = signalOf(catalogue, model.id);
	const texts = { oneLine, what, target, addressee, services, funding, steps, risks };
	return { ...texts, for: signal?.for ?? {}, against: signal?.against ?? {} };
}

/** The catalogue with the newest version of each amended model; amendments of models or concepts that are gone are left out. */
export function withAmendments(builtIn: Catalogue, amendments: readonly Amendment[]): Catalogue {
	const newest = new Map(amendments.map(({ id, versions }) => [id, versions.at(-1)?.content]));
	const known = new Set(builtIn.concepts.map(({ id }) => id));
	const kept = (given: Record<string, number>) =>
		Object.fromEntries(Object.entries(given).filter(([concept, weight]) => known.has(concept) && weight > 0));
	return readCatalogue({
		...builtIn,
		version: builtIn.version + amendments.reduce((sum, { versions }) => sum + versions.length, 0),
		models: builtIn.models.map((model) => {
			const content = newest.get(model.id);
			if (!content) return model;
			const { oneLine, what, target, addressee, services, funding, steps, risks } = content;
			return { ...model, oneLine, what, target, addressee, services, funding, steps, risks };
		}),
		signals: {
			...builtIn.signals,
			models: builtIn.signals.models.map((signal) => {
				const content = newest.get(signal.model);
				return content ? { ...signal, for: kept(content.for), against: kept(content.against) } : signal;
			})
		}
	});
}
