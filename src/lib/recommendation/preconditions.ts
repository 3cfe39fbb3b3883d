// Which preconditions of a model a session shows as met or missing; what it does not mention stays unknown. Knows no score.
import type { Precondition } from '#lib/catalogue/catalogue.ts';
import { clausesOf } from '#lib/evidence/fold.ts';
import type { Engine } from './engine.ts';
import type { PreconditionState } from './recommendation.ts';
import type { Reading } from './weigh.ts';

export type NeedReading = { precondition: Precondition; state: PreconditionState; readings: Reading[] };

/** Notes were written after the talk and weigh more than stickies. */
const kindWeight = { title: 0, sticky: 1, note: 2, decision: 1, participant: 0 };
/** Naming the subject without a word of lack is a weak sign that it is there. */
const mentioned = 0.3;
/** From this weight on a precondition counts as met. */
const enough = 0.6;

export function readNeeds(engine: Engine, model: string, readings: readonly Reading[]): NeedReading[] {
	const shown = signsOf(engine, readings);
	return engine.catalogue.preconditions
		.filter((precondition) => precondition.model === model)
		.map((precondition) => {
			const signs = shown.get(engine.needOf.get(`${model}/${precondition.key}`) ?? -1) ?? [];
			const sum = (state: Sign['state']) =>
				signs.reduce((total, sign) => total + (sign.state === state ? sign.weight : 0), 0);
			const missing = sum('missing');
			const met = sum('met') + mentioned * sum('mentioned');
			const state: PreconditionState = missing > 0 && missing >= met ? 'missing' : met >= enough ? 'met' : 'unknown';
			return {
				precondition,
				state,
				readings: signs.filter((sign) => sign.state === state).map(({ reading }) => reading)
			};
		});
}

/** What one passage shows of one need. */
type Sign = { reading: Reading; state: 'missing' | 'met' | 'mentioned'; weight: number };

/** Signs by number of the need; found once for all models. */
const signs = new WeakMap<readonly Reading[], Map<number, Sign[]>>();
function signsOf(engine: Engine, readings: readonly Reading[]): Map<number, Sign[]> {
	const before = signs.get(readings);
	if (before) return before;
	const found = new Map<number, Sign[]>();
	for (const reading of readings) {
		const { passage, outcome } = reading;
		const weight = kindWeight[passage.kind];
		if (weight === 0 || (outcome && outcome !== 'adopted') || (passage.kind === 'sticky' && passage.dots === 0))
			continue;
		for (const [need, state] of statesIn(engine, reading))
			found.set(need, [...(found.get(need) ?? []), { reading, state, weight }]);
	}
	signs.set(readings, found);
	return found;
}

/** Short passages are read whole and clause by clause, so that the lack of one thing is not read as that of its neighbour. */
function statesIn(engine: Engine, { passage, stances }: Reading): Map<number, Sign['state']> {
	const { kind, text, words } = passage;
	const short = kind === 'sticky' || kind === 'decision';
	const clauses = clausesOf(text, words);
	const whole = short || clauses.length < 2 ? engine.needs.names(words) : null;
	const parts =
		whole && clauses.length < 2
			? [{ names: whole, lacks: stances.has('lack') }]
			: partsOf(engine.needs.namesInParts(words, clauses), engine.stances.namesInParts(words, clauses));
	const missing = new Set<number>();
	const met = new Set<number>();
	const clearly = new Set<number>();
	const about = new Set<number>();
	const read = (name: string, lacks: boolean) => {
		const [number, what] = name.split(' ') as [string, string];
		const need = Number(number);
		if (what === 'missing' || (what === 'about' && lacks)) missing.add(need);
		else (what === 'met' ? met : about).add(need);
		if (what === 'met' && !lacks) clearly.add(need);
	};
	for (const { names, lacks } of parts) for (const name of names) read(name, lacks);
	if (short) for (const name of whole ?? []) if (name.endsWith(' missing')) read(name, false);
	const states = new Map<number, Sign['state']>();
	for (const need of about) states.set(need, 'mentioned');
	for (const need of met) states.set(need, 'met');
	for (const need of missing) if (!(kind === 'sticky' && clearly.has(need))) states.set(need, 'missing');
	return states;
}

const partsOf = (names: readonly Set<string>[], stances: readonly Set<string>[]) =>
	names.map((found, index) => ({ names: found, lacks: stances[index]?.has('lack') === true }));
