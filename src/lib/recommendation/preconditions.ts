// Which preconditions of a model a session shows as met or missing; what it does not mention stays unknown. Knows no score.
import type { Precondition } from '#lib/catalogue/catalogue.ts';
import { clausesOf } from '#lib/evidence/fold.ts';
import { amountIn, shareIn, type Counted, type Counting } from './counted.ts';
import type { Engine, NeedName } from './engine.ts';
import type { PreconditionState } from './recommendation.ts';
import type { Reading } from './weigh.ts';

export type NeedReading = {
	precondition: Precondition;
	state: PreconditionState;
	/** Where it asks for a number and the session tells one; then also what is unknown has readings. */
	counted?: Counted;
	readings: Reading[];
	/** Of what is too few or uncounted: what speaks of it as being there all the same. */
	spoken?: Reading[];
};

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
			const counting = engine.catalogue.signals.needs[number]?.count;
			if (counting && state !== 'missing') {
				const all = 'all' in counting ? (shown.get(engine.needOf.get(`${model}/${counting.all}`) ?? -1) ?? []) : [];
				const spoken = state === 'met' ? readings : [];
				return { precondition, ...countedIn(engine, number, counting, signs, all), spoken };
			}
			return readings.length === 0 ? { precondition, state: 'unknown', readings } : { precondition, state, readings };
		});
}

type Told = Pick<NeedReading, 'state' | 'counted' | 'readings'>;

/** What asks for a number is met only where enough are told of; naming it any number of times does not meet it. */
function countedIn(
	engine: Engine,
	number: number,
	counting: Counting,
	all: readonly Sign[],
	others: readonly Sign[]
): Told {
	const signs = all.filter(({ state }) => state !== 'missing');
	const nothing: Told = { state: 'unknown', readings: [] };
	if ('share' in counting) {
		const rule = engine.catalogue.signals.needs.find(({ key }) => key === counting.all)?.count;
		const of = rule && 'least' in rule ? rule.of : [];
		const whole = Math.max(0, ...others.map(({ reading }) => amountIn(reading.passage, of)));
		const speaks = (words: readonly string[]) =>
			[...engine.needs.names(words)].some((name) => engine.needNames.get(name)?.need === number);
		const told = signs.flatMap((sign) => {
			const share = shareIn(sign.reading.passage, whole, speaks);
			return share === null ? [] : [{ sign, share }];
		});
		const most = told.filter(({ share }) => share === 'most').map(({ sign }) => sign);
		const counted = told.flatMap(({ sign, share }) => {
			if (share === 'most') return [];
			return [{ sign, found: share.found, needed: Math.ceil((counting.share * share.all) / 100) }];
		});
		const [best] = counted.sort((a, b) => b.found / b.needed - a.found / a.needed);
		if (!best) return most.length > 0 ? { state: 'met', readings: sentencesOf(most) } : nothing;
		const { found, needed, sign } = best;
		const state = found >= needed || most.length > 0 ? 'met' : 'unknown';
		return {
			state,
			...(found >= needed || most.length === 0 ? { counted: { found, needed } } : {}),
			readings: sentencesOf([sign, ...most])
		};
	}
	const { least: needed, of } = counting;
	if (of.length === 0) {
		const plain = signs.filter(({ state }) => state === 'met');
		return plain.length > 0 ? { state: 'met', readings: sentencesOf(plain) } : nothing;
	}
	const amounts = signs.map((sign) => ({ sign, amount: amountIn(sign.reading.passage, of) }));
	const most = Math.max(0, ...amounts.map(({ amount }) => amount));
	if (most === 0) return nothing;
	const enough = most >= needed;
	const readings = sentencesOf(
		amounts.filter(({ amount }) => (enough ? amount >= needed : amount === most)).map(({ sign }) => sign)
	);
	// the number of the sentence that is quoted first
	const found = readings[0] ? amountIn(readings[0].passage, of) : most;
	return { state: enough ? 'met' : 'unknown', counted: { found, needed }, readings };
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
	const read = (name: string, { names, lacks, pending, fulfilled }: Clause) => {
		const { need, what } = engine.needNames.get(name) as NeedName;
		const as = engine.catalogue.signals.needs[need]?.as ?? 'thing';
		// "Wójtowie zadeklarowali podpis w maju": what is plainly there is not put off by a date beside it
		const unfulfilled = as !== 'presence' && (lacks || (pending && !names.has(`${need} met`)));
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
