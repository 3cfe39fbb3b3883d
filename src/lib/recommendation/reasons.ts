// Says in one sentence why a model is proposed or rejected, as message keys and values. Knows no language.
import type { Passage } from '#lib/evidence/passage.ts';
import type { MessageKey } from '#lib/ui/words.ts';
import type { Engine } from './engine.ts';
import type { RecommendationDraft, Sentence } from './recommendation.ts';
import type { Reading, Weighed } from './weigh.ts';

const conceptsNamed = 3;
const alternatives = 5;
/** What was said against a model that was voted down, quoted at most; and what each of it weighs beside the vote. */
const remarks = 3;
const remarkWeight = 0.3;

export function reasonFor(engine: Engine, model: string, weighed: Weighed): Sentence {
	const parts = [...(weighed.parts.get(model) ?? [])].sort((a, b) => b.amount - a.amount);
	const signal = engine.signals.get(model);
	const weights = new Map<string, number>();
	for (const { reading, amount } of parts)
		for (const concept of reading.concepts)
			if ((signal?.for[concept] ?? 0) > 0 && amount > 0) weights.set(concept, (weights.get(concept) ?? 0) + amount);
	const concepts = [...weights]
		.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
		.slice(0, conceptsNamed)
		.map(([concept]) => concept);
	const decided = parts.find(({ reading, amount }) => reading.outcome === 'adopted' && amount > 1)?.reading;
	if (decided) {
		const { key, ...told } = decidedSentence(decided.passage);
		return concepts.length > 0 ? { key, ...told, concepts } : { key: withoutConcepts(key), ...told };
	}
	const loudest = parts.find(({ reading }) => reading.passage.cite !== '')?.reading;
	const values = { quote: loudest?.passage.text ?? '' };
	return concepts.length > 0 ? { key: 'reason_said', values, concepts } : { key: 'reason_said_only', values };
}

/** With the numbers that there are, and none where nobody was counted. */
function decidedSentence({ text: quote, votes, consent }: Passage): Sentence {
	if (votes) return { key: 'reason_decided', values: { quote, yes: votes.yes, no: votes.no } };
	const count = consent && consent.objections === 0 ? consent.consents + consent.concerns : 0;
	if (count > 0) return { key: 'reason_consented', values: { quote, count } };
	return { key: 'reason_decided_uncounted', values: { quote } };
}

/** The same sentence where there is nothing to name that was spoken of. */
export function withoutConcepts(key: MessageKey): MessageKey {
	if (key === 'reason_decided') return 'reason_decided_only';
	if (key === 'reason_consented') return 'reason_consented_only';
	return key === 'reason_decided_uncounted' ? 'reason_decided_uncounted_only' : 'reason_said_only';
}

/** Models that were talked about and lost, with what defeated them. */
export function rejectedModels(
	readings: readonly Reading[],
	weighed: Weighed,
	others: readonly string[]
): RecommendationDraft['rejected'] {
	const rejected: RecommendationDraft['rejected'] = [];
	const voted = readings.filter(({ outcome }) => outcome === 'rejected');
	for (const reading of voted) {
		const [model, affinity] = [...reading.affinity].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
		if (affinity < 2 || rejected.some((other) => other.model === model)) continue;
		const { yes = 0, no = 0 } = reading.passage.votes ?? {};
		const values = { quote: reading.passage.text, yes, no };
		const { record, cite } = reading.passage;
		const said = readings.filter(({ passage }) => passage.record === record && passage.answers === cite);
		const citations = [reading, ...said.slice(0, remarks)].map(({ passage, concepts }) => ({
			...{ record, cite: passage.cite, stance: 'against' as const, quote: passage.text, concepts },
			weight: passage === reading.passage ? 1 : remarkWeight
		}));
		rejected.push({ model, reason: { key: 'rejected_voted', values, model }, citations });
	}
	for (const model of others) {
		if (rejected.length >= alternatives) break;
		if (rejected.some((other) => other.model === model) || (weighed.scores.get(model) ?? 0) < 3) continue;
		rejected.push({ model, reason: { key: 'rejected_weaker', model }, citations: [] });
	}
	return rejected;
}
