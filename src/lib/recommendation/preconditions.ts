// Which preconditions of a model a session shows as met or missing; what it does not mention stays unknown. Knows no score.
import type { Precondition } from '#lib/catalogue/catalogue.ts';
import { clausesOf } from '#lib/evidence/fold.ts';
import type { Engine, NeedName } from './engine.ts';
import type { PreconditionState } from './recommendation.ts';
import type { Reading } from './weigh.ts';

export type NeedReading = { precondition: Precondition; state: PreconditionState; readings: Reading[] };

/** Notes were written after the talk and weigh more than stickies. */
const kindWeight = { title: 0, sticky: 1, note: 2, decision: 1, participant: 0, remark: 1 };
/** Naming the subject without a word of lack is a weak sign that it is there. */
const mentioned = 0.3;
/** From this weight on a precondition counts as met. */
const enough = 0.6;

export function readNeeds(engine: Engine, model: string, readings: readonly Reading[]): NeedReading[] {
	const shown = signsOf(engine, readings);
	return engine.catalogue.preconditions
		.filter((precondition) => precondition.model === model)
		.map((precondition) => {
			const number = engine.needOf.get(`${model}/${precondition.key}`) ?? -1;
			const signs = shown.get(number) ?? [];
			const presence = engine.catalogue.signals.needs[number]?.as === 'presence';
			const sum = (state: Sign['state']) =>
				signs.reduce((total, sign) => total + (sign.state === state ? sign.weight : 0), 0);
			const missing = sum('missing');
			const met = sum('met') + mentioned * sum('mentioned');
			const state: PreconditionState = missing > 0 && missing >= met ? 'missing' : met >= enough ? 'met' : 'unknown';
			// who is spoken of is there; a paper or a thing that is only spoken of may not be
			const shows = (sign: Sign) => sign.state === state || (state === 'met' && presence && sign.state === 'mentioned');
			const readings = sentencesOf(signs.filter(shows));
			return readings.length === 0 ? { precondition, state: 'unknown', readings } : { precondition, state, readings };
		});
}

/** The passages that show a state, each sentence once, the weightiest first. */
const sentencesOf = (signs: readonly Sign[]): Reading[] => {
	const byText = new Map<string, Sign>();
	for (const sign of [...signs].sort((a, b) => strengthOf(b) - strengthOf(a)))
		if (!byText.has(sign.reading.passage.text)) byText.set(sign.reading.passage.text, sign);
	return [...byText.values()].map(({ reading }) => reading);
};
const strengthOf = ({ state, weight, reading }: Sign): number =>
	(state === 'mentioned' ? mentioned : 1) * weight * (0.5 + reading.passage.strength);

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
		for (const [need, state] of statesIn(engine, reading)) {
			// who objects is no witness that something is there
			if (passage.kind === 'remark' && state !== 'missing') continue;
			const signs = found.get(need);
			if (signs) signs.push({ reading, state, weight });
			else found.set(need, [{ reading, state, weight }]);
		}
	}
	signs.set(readings, found);
	return found;
}

const nothing: ReadonlyMap<number, Sign['state']> = new Map();

/** What one clause says: the needs it speaks of, and whether it speaks of a lack, a promise, or the same again ("… też"). */
type Clause = { names: ReadonlySet<string>; lacks: boolean; pending: boolean; fulfilled: boolean };

/** Read clause by clause, so that the lack of one thing is not read as that of its neighbour. */
function statesIn(engine: Engine, { passage, stances }: Reading): ReadonlyMap<number, Sign['state']> {
	const { kind, text, words } = passage;
	const parts = withSubordinates(clausesOf(text, words));
	const found = parts.length < 2 ? [engine.needs.names(words)] : engine.needs.namesInParts(words, parts);
	if (parts.length < 2 && found[0]?.size === 0) return nothing;
	const said = parts.length < 2 ? [stances] : engine.stances.namesInParts(words, parts);
	const clauses = parts.map((part, index): Clause => {
		const stance = said[index] as ReadonlySet<string>;
		// "Rada zgodziła się już wiosną" is no promise; "Czy fundusz da" is none either
		const fulfilled = stance.has('fulfilled') && !stance.has('negation') && !stance.has('lack');
		const lacks = (stance.has('lack') || part[0] === 'czy' || deniesDeed(part)) && !stance.has('unneeded');
		return {
			names: found[index] as ReadonlySet<string>,
			lacks,
			fulfilled,
			pending: stance.has('pending') && !fulfilled
		};
	});
	const missing = new Set<number>();
	const clearly = new Set<number>();
	const met = new Set<number>();
	const about = new Set<number>();
	const read = (name: string, { lacks, pending, fulfilled }: Clause) => {
		const { need, what } = engine.needNames.get(name) as NeedName;
		const as = engine.catalogue.signals.needs[need]?.as ?? 'thing';
		const unfulfilled = as !== 'presence' && (lacks || pending);
		if (as === 'act' && fulfilled) {
			met.add(need);
			clearly.add(need);
			return;
		}
		if (what === 'missing' || (what === 'about' && unfulfilled)) missing.add(need);
		else (what === 'met' ? met : about).add(need);
		if (what === 'met' && !unfulfilled) clearly.add(need);
	};
	clauses.forEach((clause, index) => {
		for (const name of clause.names) read(name, clause);
		const before = clauses[index - 1];
		if (!before) return;
		// "Starosta chwali, lecz swojego zdania nie podpisał": what is lacking was named before
		if (namesNothing(clause) && (clause.lacks || clause.pending) && !before.lacks)
			for (const name of before.names) if (!name.endsWith(' met')) read(name, clause);
		// "Hali nie ma, biznesplanu też"
		if (before.lacks && !clause.lacks && (parts[index] ?? []).some((word) => same.has(word)))
			for (const name of clause.names) read(name, before);
	});
	// a short passage is also read as a whole
	if (parts.length > 1 && kind !== 'note')
		for (const name of engine.needs.names(words))
			if (name.endsWith(' missing')) missing.add((engine.needNames.get(name) as NeedName).need);
	// "Gmina, parafia i „Lipa” zakładają razem": who is there is told across the commas
	if (parts.length > 1 && !clauses.some(({ lacks, pending }) => lacks || pending))
		for (const name of engine.needs.names(words)) {
			const { need, what } = engine.needNames.get(name) as NeedName;
			if (what === 'met' && engine.catalogue.signals.needs[need]?.as === 'presence') met.add(need);
		}
	const states = new Map<number, Sign['state']>();
	for (const need of about) states.set(need, 'mentioned');
	for (const need of met) states.set(need, 'met');
	for (const need of missing) if (!(kind === 'sticky' && clearly.has(need))) states.set(need, 'missing');
	return states;
}

const namesNothing = ({ names }: Clause): boolean => [...names].every((name) => name.endsWith(' missing'));

/** "Zasad, kto co bierze, nikt nie spisał" and "Brakuje osób, które tym pokierują" are one clause each. */
function withSubordinates(clauses: readonly (readonly string[])[]): (readonly string[])[] {
	const joined: (readonly string[])[] = [];
	clauses.forEach((clause, at) => {
		const before = joined.at(-1);
		const inserted = at > 1 && subordinating.test(clauses[at - 1]?.[0] ?? '');
		if (before && (/^ktor/.test(clause[0] ?? '') || inserted)) joined[joined.length - 1] = [...before, ...clause];
		else if (before && subordinating.test(clause[0] ?? '') && at < clauses.length - 1)
			joined[joined.length - 1] = [...before, ...clause];
		else joined.push(clause);
	});
	return joined;
}
/** Folded words that begin a subordinate clause. */
const subordinating = /^(ktor|kto$|co$|czym$|jak$|gdzie$|ile$)/;

const same = new Set(['tez', 'takze', 'rowniez', 'ani']);
const denying = new Set(['nie', 'nikt', 'nikogo', 'zaden', 'zadna', 'zadne']);
/** How many words after the denial its verb may stand. */
const verbReach = 3;
/** Folded past tense and impersonal forms: podpisał, głosowała, zlecili, zapisano, rozpoczęto. */
const done = /(?:al|ala|alo|ali|aly|il|ila|ilo|ili|ily|yl|yla|yli|ol|ela|eli|ely|no|eto|yto)$/;

/** "nikt nie zapisał", "nie rozpoczęto": a deed that was not done. */
const deniesDeed = (words: readonly string[]): boolean =>
	words.some(
		(word, at) =>
			denying.has(word) && words.slice(at + 1, at + 1 + verbReach).some((next) => next.length > 4 && done.test(next))
	);
