// Says in one sentence why a model is proposed or rejected, as message keys and values. Knows no language.
import type { Engine } from './engine.ts';
import type { RecommendationDraft, Sentence } from './recommendation.ts';
import type { Reading, Weighed } from './weigh.ts';

const conceptsNamed = 3;
const alternatives = 5;

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
		const { yes = 0, no = 0 } = decided.passage.votes ?? {};
		const values = { quote: decided.passage.text, yes, no };
		return concepts.length > 0 ? { key: 'reason_decided', values, concepts } : { key: 'reason_decided_only', values };
	}
	const loudest = parts.find(({ reading }) => reading.passage.cite !== '')?.reading;
	const values = { quote: loudest?.passage.text ?? '' };
	return concepts.length > 0 ? { key: 'reason_said', values, concepts } : { key: 'reason_said_only', values };
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
		const citation = {
			record,
			cite,
			stance: 'against' as const,
			quote: reading.passage.text,
			weight: 1,
			concepts: reading.concepts
		};
		rejected.push({ model, reason: { key: 'rejected_voted', values, model }, citations: [citation] });
	}
	for (const model of others) {
		if (rejected.length >= alternatives) break;
		if (rejected.some((other) => other.model === model) || (weighed.scores.get(model) ?? 0) < 3) continue;
		rejected.push({ model, reason: { key: 'rejected_weaker', model }, citations: [] });
	}
	return rejected;
}
