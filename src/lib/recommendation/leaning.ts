// A second opinion: what sessions that ended with each model sounded like, learned from labelled ones. Knows no concept.
import { foldWord } from '#lib/evidence/fold.ts';
import { leaningStem, type Leaning, type Weighted } from '#lib/evidence/leanings.ts';
import type { Engine } from './engine.ts';
import type { Reading, Weighed } from './weigh.ts';

/** Answers beside the models. */
export const nothing = 'none';
export const changes = 'modernise';

/** How loudly each kind of passage is heard; a sticky by its dots. */
const kindLoudness = { title: 0.6, note: 0.7, participant: 0, remark: 0 };
const outcomeLoudness = { adopted: 2, open: 0.5, putOff: 0.5, procedural: 0.1, rejected: 0 };
const leastSticky = 0.1;

const loudnessOf = ({ passage, outcome }: Reading): number => {
	if (passage.kind === 'decision') return outcome ? outcomeLoudness[outcome] : 0;
	// who objects repeats the words of what he is against
	if (passage.against) return 0;
	return passage.kind === 'sticky' ? leastSticky + passage.strength : kindLoudness[passage.kind];
};

/** What was said, as the weights are learned and read from it; the verbs of what was adopted are its signs. */
export const heardFrom = (readings: readonly Reading[]): Weighted[] =>
	readings.map((reading) => ({
		words: reading.passage.words,
		weight: loudnessOf(reading),
		signs: reading.stances,
		plainness: reading.outcome === 'adopted' ? reading.margin : 0
	}));

/** A model leans about this much where it is the right one. */
const usual = 1.5;
/** However much or little a session leans to a model, its weight is changed by no more than this power of e. */
const bounds = { least: -3, most: 1.5 };
/** How much a session that leans plainly to one model leans less to nothing. */
const modelShare = 1.35;
/** From this on a session sounds like those that led to nothing. */
const soundsEmpty = -3.6;
/** Of fewer words nothing can be said. */
const fewestStems = 15;
/** What a session voted to found by its name, and said most of, stands this much above what it sounds like. */
const aboveOthers = 1.05;
/** Below this it does not, whatever else is thin about it. */
const soundsFull = -5.8;
/** How much what the verbs and the stickies tell of something that exists counts beside it. */
const toldWeight = 0.45;

export type Opinion = {
	/** How much all sessions together lean to each model, to nothing, and to a change of what exists. */
	towards: ReadonlyMap<string, number>;
	/** Each session by itself: of a hundred sessions one may lead somewhere. */
	sessions: readonly Leaning[];
	/** What the words of one reading gave to an answer. */
	given: (reading: Reading, answer: string) => number;
	/** Words that lean to an answer most, in lower case. */
	wordsFor: (answer: string, most: number) => string[];
};

/** Where nobody listens for it. */
export const unheard: Opinion = { towards: new Map(), sessions: [], given: () => 0, wordsFor: () => [] };

/** Several sessions count alike, however long they are. */
export function opinionOf(engine: Engine, readings: readonly Reading[]): Opinion {
	const byRecord = new Map<string, Reading[]>();
	for (const reading of readings) {
		const others = byRecord.get(reading.passage.record);
		if (others) others.push(reading);
		else byRecord.set(reading.passage.record, [reading]);
	}
	const leaningOf = new Map([...byRecord].map(([record, of]) => [record, engine.leanings.of(heardFrom(of))]));
	const leanings = [...leaningOf.values()];
	const given = ({ passage }: Reading, answer: string) => {
		const leaning = leaningOf.get(passage.record);
		return leaning ? leaning.given(passage.words, answer) : 0;
	};
	const towards = new Map<string, number>();
	for (const leaning of leanings)
		for (const [answer, amount] of leaning.towards)
			towards.set(answer, (towards.get(answer) ?? 0) + amount / leanings.length);
	const wordsFor = (answer: string, most: number) => tellingWords(readings, leaningOf, answer).slice(0, most);
	return { towards, sessions: leanings, given, wordsFor };
}

/** The weights with the opinion in them: bounded, so that it breaks ties and lifts what the rules hardly see, but founds nothing alone. */
export function lean(engine: Engine, weighed: Weighed, { towards }: Opinion, named: string | null = null): Weighed {
	if (towards.size === 0) return weighed;
	const scores = new Map<string, number>();
	for (const model of engine.signals.keys()) {
		const told = Math.max(0, weighed.scores.get(model) ?? 0);
		const leaning = Math.min(bounds.most, Math.max(bounds.least, (towards.get(model) ?? 0) - usual));
		scores.set(model, (1 + told) * Math.exp(leaning) - 1);
	}
	const most = Math.max(0, ...scores.values());
	if (named && scores.has(named)) scores.set(named, Math.max(scores.get(named) ?? 0, most * aboveOthers));
	return { ...weighed, scores };
}

/** Whether a session sounds like those that led to nothing, or each of several does; null where it may be either. */
export function soundsLikeNothing(engine: Engine, { sessions }: Opinion): boolean | null {
	const doubts = sessions.map(({ towards, heard }) => {
		const leaning = towards.get(nothing);
		if (leaning === undefined || heard < fewestStems) return null;
		const most = Math.max(...[...engine.signals.keys()].map((model) => towards.get(model) ?? 0));
		return leaning - modelShare * most;
	});
	if (doubts.some((doubt) => doubt !== null && doubt < soundsFull)) return false;
	return doubts.length > 0 && doubts.every((doubt) => doubt !== null && doubt > soundsEmpty) ? true : null;
}

/** Whether something that exists is to be changed, where the rules say so or not. */
export function soundsLikeChange(engine: Engine, { towards }: Opinion, model: string, told: boolean): boolean {
	const leaning = towards.get(changes);
	if (leaning === undefined) return told;
	return leaning + engine.leanings.ofSign(`=${model}`, changes) + (told ? toldWeight : -toldWeight) > 0;
}

function tellingWords(readings: readonly Reading[], leaningOf: ReadonlyMap<string, Leaning>, answer: string): string[] {
	const found = new Map<string, { word: string; amount: number; records: Set<string> }>();
	for (const { passage } of readings)
		for (const word of passage.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
			const folded = foldWord(word);
			const stem = leaningStem(folded);
			const one = found.get(stem) ?? { word, amount: 0, records: new Set<string>() };
			if (stem === '' || one.records.has(passage.record)) continue;
			one.records.add(passage.record);
			one.amount += leaningOf.get(passage.record)?.given([folded], answer) ?? 0;
			found.set(stem, one);
		}
	return [...found.values()]
		.filter(({ amount }) => amount > 0)
		.sort((a, b) => b.amount - a.amount || (a.word < b.word ? -1 : 1))
		.map(({ word }) => word);
}
