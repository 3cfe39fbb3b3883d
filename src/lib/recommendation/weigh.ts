// Weighs what a session said for and against each model: concepts and voices, loudness, votes, negation. Decides nothing.
import type { Passage } from '#lib/evidence/passages.ts';
import type { Engine } from './engine.ts';

export type WeighOptions = { negation: boolean; decisions: boolean };

/** What became of a decision. */
export type Outcome = 'adopted' | 'rejected' | 'open' | 'putOff' | 'procedural';

/** A passage read: what it means, and how much it speaks for each model (below zero: against). */
export type Reading = {
	passage: Passage;
	concepts: string[];
	/** Concepts that are said no to. */
	denied: string[];
	/** Affinity to each model, before loudness. */
	affinity: Map<string, number>;
	outcome?: Outcome;
	/** -1 … 1: a decision's yes less its no, relative to all who were asked. */
	margin: number;
	putOff: boolean;
	lacks: boolean;
};

/** How much one unit of likeness to a model's voices adds to its affinity. */
const voiceWeight = 3.2;
/** What a concept that counts against a model takes, relative to its weight. */
const againstWeight = 0.7;
/** How much each kind of passage counts beside a loud sticky. */
const kindWeight = { title: 0.5, sticky: 1, note: 1, decision: 0, participant: 0.25 };
const adoptedWeight = 3.2;
const rejectedWeight = 1.6;
/** Repeating a concept adds ever less: half of its weight is reached at this much loudness. */
const halfLoudness = 0.45;

export function readPassage(engine: Engine, passage: Passage, options: WeighOptions): Reading {
	const findings = engine.concepts.find(passage.words);
	const said: string[] = [];
	const denied: string[] = [];
	for (const { name, from, to } of findings)
		(options.negation && isForm(name) && isDenied(engine, passage.words, from, to) ? denied : said).push(name);
	const affinity = new Map<string, number>();
	const like = engine.voices.like(passage.words);
	for (const [model, signal] of engine.signals) {
		let sum = (like.get(model) ?? 0) * voiceWeight;
		for (const concept of said) sum += (signal.for[concept] ?? 0) - againstWeight * (signal.against[concept] ?? 0);
		for (const concept of denied) sum -= signal.for[concept] ?? 0;
		if (sum !== 0) affinity.set(model, sum);
	}
	const putOff = engine.stance.putOff.has(passage.words);
	const reading: Reading = {
		passage,
		concepts: said,
		denied,
		affinity,
		margin: 0,
		putOff,
		lacks: engine.stance.lack.has(passage.words)
	};
	return passage.kind === 'decision' ? { ...reading, ...outcomeOf(engine, passage, putOff) } : reading;
}

/** Concepts that are the name of a form, by their id in the catalogue. */
const isForm = (concept: string): boolean => concept.startsWith('name-') || concept.endsWith('coop');

/** "żaden CIS", "nie zakładać fundacji", "klaster? nie". */
function isDenied(engine: Engine, words: readonly string[], from: number, to: number): boolean {
	const before = words.slice(Math.max(0, from - 2), from);
	const after = words.slice(to + 1, to + 2);
	return engine.stance.negation.has(before) || after[0] === 'nie' || after[0] === 'odpada';
}

function outcomeOf(engine: Engine, { words, votes }: Passage, putOff: boolean): { outcome: Outcome; margin: number } {
	const all = votes ? votes.yes + votes.no + votes.abstain : 0;
	const margin = votes ? (all === 0 ? 0 : (votes.yes - votes.no) / all) : 0.8;
	if (margin < 0) return { outcome: 'rejected', margin };
	if (engine.stance.procedural.has(words)) return { outcome: 'procedural', margin };
	if (putOff) return { outcome: 'putOff', margin };
	return { outcome: margin < 0.2 ? 'open' : 'adopted', margin };
}

export type Weighed = {
	scores: Map<string, number>;
	/** How much each reading gave to each model, by model. */
	parts: Map<string, { reading: Reading; amount: number }[]>;
};

export function weigh(engine: Engine, readings: readonly Reading[], options: WeighOptions): Weighed {
	const scores = new Map<string, number>();
	const parts: Weighed['parts'] = new Map();
	const give = (model: string, reading: Reading, amount: number) => {
		scores.set(model, (scores.get(model) ?? 0) + amount);
		parts.set(model, [...(parts.get(model) ?? []), { reading, amount }]);
	};
	for (const [model, signal] of engine.signals) {
		const loudness = new Map<string, number>();
		for (const reading of readings) {
			const { passage, outcome, margin } = reading;
			const affinity = reading.affinity.get(model) ?? 0;
			if (passage.kind === 'decision') {
				if (!options.decisions || affinity === 0) continue;
				if (outcome === 'adopted') give(model, reading, adoptedWeight * (0.3 + 0.7 * margin) * affinity);
				else if (outcome === 'rejected') give(model, reading, rejectedWeight * margin * Math.max(0, affinity));
				continue;
			}
			const loud = passage.strength * kindWeight[passage.kind];
			if (loud === 0) continue;
			let amount = (affinity - conceptSum(reading, signal)) * loud;
			for (const concept of reading.concepts) {
				const weight = (signal.for[concept] ?? 0) - againstWeight * (signal.against[concept] ?? 0);
				if (weight === 0) continue;
				const before = loudness.get(concept) ?? 0;
				loudness.set(concept, before + loud);
				amount += weight * (saturate(before + loud) - saturate(before));
			}
			if (amount !== 0) give(model, reading, amount);
		}
	}
	return { scores, parts };
}

const conceptSum = (
	reading: Reading,
	signal: { for: Record<string, number>; against: Record<string, number> }
): number =>
	reading.concepts.reduce(
		(sum, concept) => sum + (signal.for[concept] ?? 0) - againstWeight * (signal.against[concept] ?? 0),
		0
	);

const saturate = (loudness: number): number => (1.5 * loudness) / (loudness + halfLoudness);
