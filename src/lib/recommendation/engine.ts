// The catalogue made ready to be looked up: its patterns as lexicons, its voices as word weights. Keeps no record.
import type { Catalogue, Signal } from '#lib/catalogue/catalogue.ts';
import { Leanings } from '#lib/evidence/leanings.ts';
import { Lexicon } from '#lib/evidence/lexicon.ts';
import { Terms } from '#lib/evidence/pattern.ts';
import { Voices } from '#lib/evidence/voices.ts';

export const stances = [
	'lack',
	'putOff',
	'procedural',
	'refusal',
	'negation',
	'hedge',
	'founding',
	'improving',
	'existing',
	'keeping',
	'concluding',
	'denial',
	'pending',
	'unneeded',
	'changing',
	'exercise',
	'fulfilled',
	'undecided',
	'voided',
	'exploring'
] as const;
export type Stance = (typeof stances)[number];

/** The voice of what leads to no model at all. */
export const aside = '';

export type Engine = {
	catalogue: Catalogue;
	concepts: Lexicon;
	voices: Voices;
	leanings: Leanings;
	/** Names are stances. */
	stances: Lexicon;
	/** Its names are told apart by `needNames`. */
	needs: Lexicon;
	needNames: ReadonlyMap<string, NeedName>;
	/** Number of the need, by `model/key`. */
	needOf: Map<string, number>;
	signals: Map<string, Signal>;
	/** What each concept gives to each model that it tells something of. */
	weights: Map<string, Weight[]>;
	/** Concepts that are not meant where another one is. */
	silences: Map<string, readonly string[]>;
};
/** What a text may say of the need with this number. */
export type NeedName = { need: number; what: 'about' | 'met' | 'missing' };
/** `weight` may be below zero; `speaksFor` is only what speaks for the model. */
type Weight = { model: string; weight: number; speaksFor: number };

/** What a concept that counts against a model takes, relative to its weight. */
const againstWeight = 0.7;

const prepared = new WeakMap<Catalogue, { exact?: Engine; forgiving?: Engine }>();

/** Prepares a catalogue once; `typos` forgives wrong letters in long words. */
export function engineOf(catalogue: Catalogue, typos = true): Engine {
	const kept = prepared.get(catalogue) ?? {};
	prepared.set(catalogue, kept);
	const which = typos ? 'forgiving' : 'exact';
	return (kept[which] ??= prepare(catalogue, typos));
}

function prepare(catalogue: Catalogue, typos: boolean): Engine {
	const { models, needs, stance, asides } = catalogue.signals;
	const terms = new Terms(typos);
	const needOf = new Map<string, number>();
	for (const { model, key } of catalogue.preconditions) {
		const own = needs.findIndex((need) => need.key === key && need.models?.includes(model));
		const shared = needs.findIndex((need) => need.key === key && !need.models);
		if (own >= 0 || shared >= 0) needOf.set(`${model}/${key}`, own >= 0 ? own : shared);
	}
	return {
		catalogue,
		concepts: new Lexicon(
			terms,
			catalogue.concepts.map(({ id, say }) => ({ name: id, patterns: say }))
		),
		voices: new Voices([
			...models.map(({ model, voices }) => ({ name: model, sentences: voices })),
			{ name: aside, sentences: asides }
		]),
		leanings: new Leanings(catalogue.leanings),
		stances: new Lexicon(
			terms,
			stances.map((name) => ({ name, patterns: stance[name] ?? [] }))
		),
		needs: new Lexicon(
			terms,
			needs.flatMap(({ about, met, missing }, number) => [
				{ name: `${number} about`, patterns: about },
				{ name: `${number} met`, patterns: met },
				{ name: `${number} missing`, patterns: missing }
			])
		),
		needNames: new Map(
			needs.flatMap((_, need) =>
				(['about', 'met', 'missing'] as const).map((what) => [`${need} ${what}`, { need, what }] as const)
			)
		),
		needOf,
		weights: weightsOf(models),
		silences: new Map(catalogue.concepts.flatMap(({ id, silences }) => (silences ? [[id, silences] as const] : []))),
		signals: new Map(models.map((signal) => [signal.model, signal]))
	};
}

function weightsOf(models: readonly Signal[]): Map<string, Weight[]> {
	const weights = new Map<string, Weight[]>();
	for (const { model, for: speaks, against } of models)
		for (const concept of new Set([...Object.keys(speaks), ...Object.keys(against)])) {
			const speaksFor = speaks[concept] ?? 0;
			const weight = speaksFor - againstWeight * (against[concept] ?? 0);
			weights.set(concept, [...(weights.get(concept) ?? []), { model, weight, speaksFor }]);
		}
	return weights;
}
