// Weighs what a session said for and against each model: concepts and voices, loudness, votes, negation. Decides nothing.
import { clausesOf } from '#lib/evidence/fold.ts';
import type { Passage } from '#lib/evidence/passage.ts';
import { leadingOf, objectionTo, type Meaning } from './affinity.ts';
import { aside, type Engine } from './engine.ts';
import { formsNamed, isForm, type Entity } from './entities.ts';

export type WeighOptions = { negation: boolean; decisions: boolean };

/** What became of a decision. */
export type Outcome = 'adopted' | 'rejected' | 'open' | 'putOff' | 'procedural';

/** A passage read: what it means, and how much it speaks for each model (below zero: against). */
export type Reading = Meaning & {
	passage: Passage;
	outcome?: Outcome;
	/** -1 … 1: a decision's yes less its no, relative to all who were asked. */
	margin: number;
	/** Stances found in it: lack, putOff, refusal … */
	stances: ReadonlySet<string>;
};

/** How much one unit of likeness to a model's voices adds to its affinity. */
const voiceWeight = 5.5;
/** How much of the likeness to asides is taken off that to a model. */
const asideShare = 0.3;
/** How much each kind of passage counts beside a loud sticky. */
const kindWeight = { title: 0.5, sticky: 1, note: 1, decision: 0, participant: 0.25, remark: 0 };
/** "Uzgodniono, że …": what a note says was settled counts more than what it tells of the talk. */
const concludingWeight = 1.6;
/** "może spółdzielnia?" is a question more than a wish. */
const hedgedWeight = 0.35;
/** What is left of the talk for a model that was then voted down. */
const defeatedWeight = 0.3;
/** What is left of a model for each of its required groups of concepts that nobody spoke of. */
const unfitWeight = 0.4;
/** A vote this clear, and a text that speaks this much of a model, defeat it. */
const defeat = { margin: -0.25, affinity: 2, share: 0.6 };
/** The least lead of yes over no, relative to all asked, that adopts. */
const leastMargin = 0.2;
/** What the rest of a partly put-off decision must speak for a model to count. */
const restAffinity = 2;
const adoptedWeight = 3.2;
/** A decision that speaks of a model this little speaks of none. */
const faint = 0.5;
/** What is left of a vote against something that would have founded nothing. */
const asideRejected = 0.3;
const rejectedWeight = 1.6;
/** What gives less to a model is not remembered as having spoken of it. */
const leastAmount = 0.05;
/** Repeating a concept adds ever less: half of its weight is reached at this much loudness. */
const halfLoudness = 0.45;

export function readPassage(
	engine: Engine,
	passage: Passage,
	options: WeighOptions,
	entities: readonly Entity[] = []
): Reading {
	// the same institutions come to session after session
	if (passage.kind === 'participant' && options.negation)
		return { passage, margin: 0, ...institutionRead(engine, passage, options) };
	const stances = engine.stances.names(passage.words);
	// "Powiększamy „Krok”" speaks of what „Krok” is
	const named = passage.kind === 'decision' && stances.has('changing') ? formsNamed(entities, passage.words) : [];
	const meaning = meaningOf(engine, passage, passage.words, options, stances, named);
	const plain = { passage, margin: 0, stances, ...meaning };
	if (passage.against && options.negation) {
		const { text, words } = passage.against;
		const answered: Passage = { ...passage, kind: passage.kind === 'remark' ? 'decision' : 'sticky', text, words };
		const meant = meaningOf(engine, answered, words, options, engine.stances.names(words));
		return { ...plain, ...objectionTo(meant, meaning) };
	}
	if (passage.kind !== 'decision') return plain;
	const judged = { ...plain, ...outcomeOf(passage, stances) };
	if (judged.outcome !== 'putOff') return judged;
	// "Rejestrację odkładamy, zapraszamy animatora": what is not put off still counts
	const rest = clausesOf(passage.text, passage.words).filter((words) => !engine.stances.names(words).has('putOff'));
	const restMeaning = meaningOf(engine, passage, rest.flat(), options, stances);
	const telling = Math.max(0, ...restMeaning.affinity.values()) >= restAffinity;
	const stands = judged.margin < leastMargin || passage.unsettled;
	return telling ? { ...judged, ...restMeaning, outcome: stands ? 'open' : 'adopted' } : judged;
}

type Institution = Meaning & Pick<Reading, 'stances'>;

/** What the names of institutions say, by name, and how many are remembered. */
const institutions = new WeakMap<Engine, Map<string, Institution>>();
const remembered = 20_000;

function institutionRead(engine: Engine, passage: Passage, options: WeighOptions): Institution {
	const known = institutions.get(engine) ?? new Map<string, Institution>();
	institutions.set(engine, known);
	const before = known.get(passage.text);
	if (before) return before;
	const stances = engine.stances.names(passage.words);
	const read = { stances, ...meaningOf(engine, passage, passage.words, options, stances) };
	if (known.size > remembered) known.clear();
	known.set(passage.text, read);
	return read;
}

/** What words mean, whoever said them. */
function meaningOf(
	engine: Engine,
	passage: Passage,
	words: readonly string[],
	options: WeighOptions,
	stances: ReadonlySet<string>,
	named: readonly string[] = []
): Meaning {
	const said = [...named];
	const denied: string[] = [];
	const found = engine.concepts.names(words);
	const silent = silencedBy(engine, found);
	const refused = options.negation ? formsDenied(engine, words, found) : none;
	for (const name of found)
		if (refused.has(name)) denied.push(name);
		else if (!silent.has(name) && !said.includes(name)) said.push(name);
	const hedged =
		passage.kind === 'sticky' && (passage.text.includes('?') || (stances.has('hedge') && begins(engine, words)));
	// begins as what it sounds like
	const affinity = engine.voices.like(words);
	const add = (model: string, amount: number) => affinity.set(model, (affinity.get(model) ?? 0) + amount);
	const strayed = affinity.get(aside) ?? 0;
	affinity.delete(aside);
	for (const [model, likeness] of affinity)
		affinity.set(model, Math.max(0, likeness - strayed * asideShare) * voiceWeight);
	for (const concept of said)
		for (const { model, weight } of engine.weights.get(concept) ?? [])
			add(model, weight * (hedged && isForm(concept) ? hedgedWeight : 1));
	for (const concept of denied)
		for (const { model, speaksFor } of engine.weights.get(concept) ?? []) add(model, -speaksFor);
	return { concepts: said, denied, affinity, aside: strayed, leading: leadingOf(affinity) };
}

/** Whether the first word is one of doubt. */
const begins = (engine: Engine, words: readonly string[]): boolean =>
	engine.stances.names(words.slice(0, 1)).has('hedge');

const none: ReadonlySet<string> = new Set();

/** Concepts that are not meant because of another one that was found. */
function silencedBy({ silences }: Engine, found: ReadonlySet<string>): ReadonlySet<string> {
	let silent: Set<string> | null = null;
	for (const name of found) {
		const others = silences.get(name);
		if (others) silent = new Set([...(silent ?? []), ...others]);
	}
	return silent ?? none;
}

/** The forms that are named with a no beside them; only for these the place matters. */
function formsDenied(engine: Engine, words: readonly string[], found: ReadonlySet<string>): ReadonlySet<string> {
	for (const name of found)
		if (isForm(name))
			return new Set(
				engine.concepts
					.find(words)
					.flatMap(({ name: form, from, to }) => (isForm(form) && isDenied(engine, words, from, to) ? [form] : []))
			);
	return none;
}

/** How many words after the name of a form still say no to it. */
const denialReach = 8;

/** "żaden CIS", "nie zakładać fundacji", "klaster? nie", "spółdzielni z tego nie będzie". */
function isDenied(engine: Engine, words: readonly string[], from: number, to: number): boolean {
	const before = words.slice(Math.max(0, from - 2), from);
	const after = words.slice(to + 1, to + 1 + denialReach);
	return (
		engine.stances.names(before).has('negation') || after[0] === 'nie' || engine.stances.names(after).has('denial')
	);
}

function outcomeOf({ votes, unsettled }: Passage, stances: ReadonlySet<string>): { outcome: Outcome; margin: number } {
	const all = votes ? votes.yes + votes.no + votes.abstain : 0;
	const margin = votes ? (all === 0 ? 0 : (votes.yes - votes.no) / all) : 0.8;
	if (margin < 0) return { outcome: 'rejected', margin };
	if (stances.has('procedural')) return { outcome: 'procedural', margin };
	if (stances.has('putOff')) return { outcome: 'putOff', margin };
	if (unsettled) return { outcome: 'open', margin: 0 };
	return { outcome: margin < leastMargin ? 'open' : 'adopted', margin };
}

export type Weighed = {
	scores: Map<string, number>;
	/** How much each reading gave to each model, by model. */
	parts: Map<string, { reading: Reading; amount: number }[]>;
};

export function weigh(engine: Engine, readings: readonly Reading[], options: WeighOptions): Weighed {
	const scores = new Map<string, number>();
	const parts: Weighed['parts'] = new Map();
	const fit = fitsOf(engine, readings, options);
	const loudness = new Map<string, number>();
	for (const reading of readings) {
		const decision = reading.passage.kind === 'decision';
		if (decision && !options.decisions) continue;
		const amounts = decision ? decided(reading) : spoken(engine, reading, loudness);
		for (const [model, given] of amounts) {
			const amount = decision ? given : given * (fit.get(model) ?? 1);
			if (Math.abs(amount) < leastAmount) continue;
			scores.set(model, (scores.get(model) ?? 0) + amount);
			const before = parts.get(model);
			if (before) before.push({ reading, amount });
			else parts.set(model, [{ reading, amount }]);
		}
	}
	return { scores, parts };
}

/** What is left of the talk for each model that lacks what it requires or was voted down. */
function fitsOf(engine: Engine, readings: readonly Reading[], options: WeighOptions): Map<string, number> {
	const defeated = options.decisions ? defeatedModels(readings) : new Set<string>();
	const heard = new Set<string>();
	for (const { passage, concepts } of readings)
		if (passage.kind !== 'participant' && passage.kind !== 'remark') for (const concept of concepts) heard.add(concept);
	return new Map(
		[...engine.signals].map(([model, { requires }]) => {
			const lacking = requires.filter((group) => !group.some((concept) => heard.has(concept))).length;
			return [model, unfitWeight ** lacking * (defeated.has(model) ? defeatedWeight : 1)];
		})
	);
}

/** What a decision gives to each model. */
function decided(reading: Reading): Map<string, number> {
	const { outcome, margin, affinity } = reading;
	const amounts = new Map<string, number>();
	if (outcome !== 'adopted' && outcome !== 'rejected') return amounts;
	for (const [model, plain] of affinity) {
		const likeness = plain > 0 ? Math.max(0, plain - faint) : plain;
		if (outcome === 'adopted') amounts.set(model, adoptedWeight * (0.3 + 0.7 * margin) * likeness);
		else if (likeness > 0)
			amounts.set(model, rejectedWeight * margin * likeness * (proposes(reading) ? 1 : asideRejected));
	}
	return amounts;
}

/** What a sticky, a sentence, the title or a participant gives; the more often a concept was heard, the less it adds. */
function spoken(
	engine: Engine,
	{ passage, concepts, affinity, stances }: Reading,
	loudness: Map<string, number>
): Map<string, number> {
	const amounts = new Map<string, number>();
	const told = passage.kind === 'note' && stances.has('concluding') ? concludingWeight : 1;
	const loud = passage.strength * kindWeight[passage.kind] * told;
	if (loud === 0) return amounts;
	for (const [model, likeness] of affinity) amounts.set(model, likeness * loud);
	for (const concept of concepts) {
		const before = loudness.get(concept) ?? 0;
		loudness.set(concept, before + loud);
		const added = saturate(before + loud) - saturate(before) - loud;
		for (const { model, weight } of engine.weights.get(concept) ?? [])
			amounts.set(model, (amounts.get(model) ?? 0) + weight * added);
	}
	return amounts;
}

/** Models that a clear vote went against and that no adopted decision speaks for as much. */
function defeatedModels(readings: readonly Reading[]): Set<string> {
	const adopted = readings.filter(({ outcome }) => outcome === 'adopted');
	const defeated = new Set<string>();
	for (const reading of readings) {
		const { outcome, margin, affinity, leading } = reading;
		if (outcome !== 'rejected' || margin > defeat.margin || !proposes(reading)) continue;
		const most = leading[0]?.affinity ?? 0;
		if (most < defeat.affinity) continue;
		// "spółdzielnia z gminą? nie" goes against every kind of it that is about as much spoken of
		for (const [model, likeness] of affinity)
			if (likeness >= defeat.share * most && !adopted.some((other) => leads(other, model))) defeated.add(model);
	}
	return defeated;
}

/** Whether a decision speaks of a model about as much as of any other. */
const leads = ({ affinity }: Reading, model: string): boolean => {
	const likeness = affinity.get(model) ?? 0;
	return likeness > 1 && likeness >= 0.85 * Math.max(...affinity.values());
};

/** Whether a decision would found or change something: "Oddajemy dom parafii" voted down is no vote against a foundation. */
const proposes = ({ stances, concepts }: Reading): boolean =>
	stances.has('founding') || stances.has('improving') || stances.has('changing') || !concepts.every(isSituation);

/** Concepts that describe what is there, not what to do about it. */
const situations =
	/^(people-|assets-|ditches|water-company|landowners|trade-skills|laid-off|village-|elderly|tourism|disabled-severe|twenty)/;
const isSituation = (concept: string): boolean => situations.test(concept);

const saturate = (loudness: number): number => (1.5 * loudness) / (loudness + halfLoudness);
