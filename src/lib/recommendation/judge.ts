// Judges what follows from the weights: whether it is too early to recommend anything, and whether something exists to be improved.
import { modelOf } from '#lib/catalogue/catalogue.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import type { Engine } from './engine.ts';
import type { RecommendationKind, Sentence } from './recommendation.ts';
import type { Reading, Weighed } from './weigh.ts';

/** Fewer people than this, without a decision, are too few. */
const leastPeople = 8;
/** The best model needs at least this much. */
const leastScore = 5;
/** Loudness from which a passage shows that something exists. */
const audible = 0.4;
/** An adopted decision speaks of a model from this affinity on. */
const leastBacking = 1.5;
/** Where decisions were made but none speaks of it, it needs this much. */
const leastUnbackedScore = 9;
/** Without a decision it needs this much. */
const leastUndecidedScore = 11;

/** What is left of those where people clearly voted to found or to change something. */
const resolvedShare = 0.6;
const resolved = { margin: 0.5, affinity: 0.5 };

export function reasonForNone(
	records: readonly SessionRecord[],
	readings: readonly Reading[],
	weighed: Weighed,
	order: readonly string[]
): Sentence | null {
	const best = order[0];
	const score = best ? (weighed.scores.get(best) ?? 0) : 0;
	const decisions = readings.filter(({ passage }) => passage.kind === 'decision');
	const adopted = decisions.filter(({ outcome }) => outcome === 'adopted');
	const people = records.reduce((sum, { participants }) => sum + participants.length, 0);
	if (!best) return { key: 'reason_none_nothing' };
	// a clear vote to found or to change something needs less talk around it
	const need = adopted.some((reading) => resolves(reading, best)) ? resolvedShare : 1;
	if (score < leastScore * need) return { key: 'reason_none_nothing' };
	if (decisions.length > 0 && adopted.length === 0) {
		if (noteDecides(readings, best)) return null;
		if (decisions.some(({ outcome }) => outcome === 'putOff')) return { key: 'reason_none_put_off' };
		return { key: 'reason_none_no_decision' };
	}
	const backed = adopted.some(({ affinity }) => (affinity.get(best) ?? 0) >= leastBacking);
	const refused = decisions.some(({ stances, margin }) => margin > 0 && stances.has('refusal'));
	if (refused && !backed) return { key: 'reason_none_refused' };
	if (adopted.length > 0 && !backed && score < leastUnbackedScore * need) return { key: 'reason_none_no_decision' };
	if (adopted.length === 0) {
		if (people < leastPeople) return { key: 'reason_none_too_few', values: { count: people } };
		if (score < leastUndecidedScore) return { key: 'reason_none_nothing' };
	}
	return null;
}

const resolves = ({ stances, margin, affinity }: Reading, best: string): boolean =>
	margin >= resolved.margin &&
	(affinity.get(best) ?? 0) >= resolved.affinity &&
	!stances.has('refusal') &&
	(stances.has('founding') || stances.has('improving'));

/** A note reports a decision of an authority that the session itself did not vote on. */
const noteDecides = (readings: readonly Reading[], best: string): boolean =>
	readings.some(
		({ passage, affinity }) =>
			passage.kind === 'note' &&
			(affinity.get(best) ?? 0) >= 3 &&
			passage.words.some((word) => /^(uchwalil|postanowi|zdecydowa|przyja|przyje|zgodzil|podpisa)/.test(word))
	);

/** New, or a change of what exists: by the model, by the verbs of the decision, by what people say is already there. */
export function kindOf(engine: Engine, best: string, readings: readonly Reading[]): RecommendationKind {
	const model = modelOf(engine.catalogue, best);
	if (model?.usually === 'modernise') return 'modernise';
	const adopted = readings.filter(({ outcome }) => outcome === 'adopted');
	const improving = adopted.some(({ stances }) => stances.has('improving'));
	const founding = adopted.some(({ stances }) => stances.has('founding'));
	const existing = readings.some(
		({ passage, affinity, outcome, stances }) =>
			outcome === undefined &&
			passage.strength >= audible &&
			(stances.has('keeping') || (stances.has('existing') && (affinity.get(best) ?? 0) >= leastBacking))
	);
	if (model?.mayExist) return improving || (existing && !founding) ? 'modernise' : 'new';
	return improving && existing && !founding ? 'modernise' : 'new';
}
