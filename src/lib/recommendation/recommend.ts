// Recommends, out of one or many records, what to found or to improve: ranks, cites, says what is missing, or that it is too early.
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { allPassages, type PassageOptions } from '#lib/evidence/passage.ts';
import { passagesOf } from '#lib/evidence/passages.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import { citationOf, citationsFor, citationsForNone, withSentences } from './citations.ts';
import { confidenceOf } from './confidence.ts';
import { engineOf, type Engine } from './engine.ts';
import { entitiesOf } from './entities.ts';
import { foundsByName, kindOf, reasonForNone } from './judge.ts';
import { readNeeds } from './preconditions.ts';
import { rejectedModels, reasonFor } from './reasons.ts';
import { lean, nothing, opinionOf, soundsLikeNothing, unheard, type Opinion } from './leaning.ts';
import type { RankedModel, RecommendationDraft, Sentence } from './recommendation.ts';
import { readPassage, weigh, type Reading, type Weighed, type WeighOptions } from './weigh.ts';

/** What the engine takes into account; each may be switched off, to measure what it is worth. */
export type RecommendOptions = PassageOptions & WeighOptions & { typos: boolean; leanings: boolean };
export const allOptions: RecommendOptions = {
	...allPassages,
	negation: true,
	decisions: true,
	typos: true,
	leanings: true
};

/** How far the first of the rules must lead for a vote that names it to settle the matter. */
const plainLead = 1.5;
/** Models shown at most; the rest say nothing that the first did not. */
const shown = 6;
/** The first are always shown, so that there is something to compare with. */
const compared = 2;
/** Nor is one shown that has less than this share of the first. */
const shownShare = 0.15;
/** Sentences quoted at most for one precondition. */
const sentences = 3;
/** What such a sentence weighs. */
const shows = 0.5;
/** Words named where a session only sounds like something. */
const wordsNamed = 4;
/** The score at which a model stands at one half. */
const halfScore = 12;

export function recommend(
	records: readonly SessionRecord[],
	catalogue: Catalogue,
	options: RecommendOptions = allOptions
): RecommendationDraft {
	const engine = engineOf(catalogue, options.typos);
	const ordered = [...records].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
	const readings = ordered.flatMap((record) => {
		const entities = entitiesOf(engine, record);
		return passagesOf(record, options).map((passage) => readPassage(engine, passage, options, entities));
	});
	const told = weigh(engine, readings, options);
	const opinion = options.leanings ? opinionOf(engine, readings) : unheard;
	const weighed = lean(engine, told, opinion, foundedByName(readings, told));
	const order = orderOf(weighed);
	const leastShown = shownShare * (weighed.scores.get(order[0] ?? '') ?? 0);
	const worthShowing = order
		.slice(0, shown)
		.filter((model, at) => at < compared || (weighed.scores.get(model) ?? 0) >= leastShown);
	const ranked = worthShowing.map((model) => rank(engine, model, readings, weighed, opinion, order));
	const none = whyNothing(engine, ordered, readings, told, opinion);
	const best = none ? undefined : ranked[0];
	if (!best) {
		const citations = citationsForNone(readings);
		return {
			kind: 'none',
			best: null,
			reason: none ?? { key: 'reason_none_nothing' },
			ranked,
			...citations,
			rejected: rejectedModels(readings, weighed, order),
			confidence: 'none',
			catalogueVersion: catalogue.version
		};
	}
	return {
		kind: kindOf(engine, best.model, readings, opinion),
		best: best.model,
		reason: best.reason,
		ranked,
		evidenceFor: best.evidenceFor,
		evidenceAgainst: best.evidenceAgainst,
		rejected: rejectedModels(readings, weighed, order.slice(1)),
		confidence: confidenceOf(ordered, ranked, readings),
		catalogueVersion: catalogue.version
	};
}

/** The model that a clear vote would found and calls by its name, where the rules hear no other nearly as much. */
function foundedByName(readings: readonly Reading[], told: Weighed): string | null {
	const [first, second] = orderOf(told);
	if (!first || (told.scores.get(first) ?? 0) < plainLead * (told.scores.get(second ?? '') ?? 0)) return null;
	const named = readings.some(
		(reading) => foundsByName(reading) && reading.affinity.get(first) === Math.max(...reading.affinity.values())
	);
	return named ? first : null;
}

const orderOf = ({ scores }: Weighed): string[] =>
	[...scores]
		.filter(([, score]) => score > 0)
		.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
		.map(([model]) => model);

/** By what the session says, and by what it sounds like where that is not plain. */
function whyNothing(
	engine: Engine,
	records: readonly SessionRecord[],
	readings: readonly Reading[],
	told: Weighed,
	opinion: Opinion
): Sentence | null {
	const why = reasonForNone(engine, records, readings, told, orderOf(told));
	const empty = soundsLikeNothing(engine, opinion);
	if (why) return why.plain || empty !== false ? why.reason : null;
	if (!empty || foundedByName(readings, told)) return null;
	return soundsAs('reason_none_sounds', opinion, nothing);
}

const soundsAs = (key: Sentence['key'], { wordsFor }: Opinion, answer: string): Sentence => ({
	key,
	values: { heard: wordsFor(answer, wordsNamed).join(', ') || '–' }
});

function rank(
	engine: Engine,
	model: string,
	readings: readonly Reading[],
	weighed: Weighed,
	opinion: Opinion,
	order: readonly string[]
): RankedModel {
	const score = weighed.scores.get(model) ?? 0;
	const needs = readNeeds(engine, model, readings);
	const citations = citationsFor(model, readings, weighed, needs, opinion, order[0] === model);
	const shownBy = needs.map(({ state, readings: passages }) =>
		// the very sentence that shows it, not the one that stands for the whole note among the evidence
		passages.slice(0, sentences).map((reading) => citationOf(reading, state === 'missing' ? 'against' : 'for', shows))
	);
	const all = withSentences(citations, shownBy.flat());
	return {
		model,
		score: Math.round((1000 * score) / (score + halfScore)) / 1000,
		// who hardly said it in words that the rules know may still have sounded like it
		reason: weighed.parts.has(model) ? reasonFor(engine, model, weighed) : soundsAs('reason_sounds', opinion, model),
		...all,
		preconditions: needs.map(({ precondition, state, counted }, index) => ({
			key: precondition.key,
			kind: precondition.kind,
			state,
			...(counted ? { counted } : {}),
			citations: shownBy[index] ?? []
		}))
	};
}
