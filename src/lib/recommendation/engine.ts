// The catalogue made ready to be looked up: its patterns as lexicons, its voices as word weights. Keeps no record.
import type { Catalogue, Signal } from '#lib/catalogue/catalogue.ts';
import { Lexicon } from '#lib/evidence/lexicon.ts';
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
	'existing'
] as const;
export type Stance = (typeof stances)[number];

export type NeedLexicons = { about: Lexicon; met: Lexicon; missing: Lexicon };

export type Engine = {
	catalogue: Catalogue;
	concepts: Lexicon;
	voices: Voices;
	stance: Record<Stance, Lexicon>;
	/** By `model/key`. */
	needs: Map<string, NeedLexicons>;
	signals: Map<string, Signal>;
};

const prepared = new WeakMap<Catalogue, { exact?: Engine; forgiving?: Engine }>();

/** Prepares a catalogue once; `typos` forgives wrong letters in long words. */
export function engineOf(catalogue: Catalogue, typos = true): Engine {
	const kept = prepared.get(catalogue) ?? {};
	prepared.set(catalogue, kept);
	const which = typos ? 'forgiving' : 'exact';
	return (kept[which] ??= prepare(catalogue, typos));
}

function prepare(catalogue: Catalogue, typos: boolean): Engine {
	const { models, needs, stance } = catalogue.signals;
	const lexicon = (patterns: readonly string[]) => new Lexicon([{ name: '', patterns }], typos);
	const needOf = (model: string, key: string) =>
		needs.find((need) => need.key === key && need.models?.includes(model)) ??
		needs.find((need) => need.key === key && !need.models);
	const byKey = new Map<string, NeedLexicons>();
	const shared = new Map<unknown, NeedLexicons>();
	for (const { model, key } of catalogue.preconditions) {
		const need = needOf(model, key);
		if (!need) continue;
		const ready = shared.get(need) ?? {
			about: lexicon(need.about),
			met: lexicon(need.met),
			missing: lexicon(need.missing)
		};
		shared.set(need, ready);
		byKey.set(`${model}/${key}`, ready);
	}
	return {
		catalogue,
		concepts: new Lexicon(
			catalogue.concepts.map(({ id, say }) => ({ name: id, patterns: say })),
			typos
		),
		voices: new Voices(models.map(({ model, voices }) => ({ name: model, sentences: voices }))),
		stance: Object.fromEntries(stances.map((name) => [name, lexicon(stance[name] ?? [])])) as Record<Stance, Lexicon>,
		needs: byKey,
		signals: new Map(models.map((signal) => [signal.model, signal]))
	};
}
