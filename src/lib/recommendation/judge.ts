// Judges what follows from the weights: whether it is too early to recommend anything, and whether something exists to be improved.
import { modelOf, type EntityModel } from '#lib/catalogue/catalogue.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import type { Engine, Stance } from './engine.ts';
import { soundsLikeChange, type Opinion } from './leaning.ts';
import type { RecommendationKind, Sentence } from './recommendation.ts';
import type { Reading, Weighed } from './weigh.ts';

/** Fewer people than this, without a decision, are too few. */
const leastPeople = 8;
/** With so few not even a vote says much. */
const fewestPeople = 5;
/** The best model needs at least this much. */
const leastScore = 5;
/** Loudness from which a passage shows that something exists. */
const audible = 0.4;
/** An adopted decision speaks of a model from this affinity on. */
const leastBacking = 1.5;
/** From this one on it names it plainly, whatever its verb. */
const plainBacking = 4.5;
/** Where decisions were made but none speaks of it, it needs this much. */
const leastUnbackedScore = 8;
/** Where what was decided has nothing to do with it and no note tells of it, it needs this much. */
const leastUnrelatedScore = 18;
/** Without a decision it needs this much. */
const leastUndecidedScore = 11;

/** Where a note says that nothing was settled, it needs this much. */
const leastDoubtedScore = 17;

/** A sentence of a note that speaks this much of a model tells what people were heading for. */
const tellingNote = 2.9;

/** What is left of those where people clearly voted to found or to change something. */
const resolvedShare = 0.6;
const resolved = { margin: 0.5, affinity: 0.5, faint: 1.2 };

/** Why nothing is recommended: plainly, by what is said, or because too little is. */
export type Nothing = { reason: Sentence; plain: boolean };
const plainly = (reason: Sentence): Nothing => ({ reason, plain: true });
const perhaps = (key: Sentence['key']): Nothing => ({ reason: { key }, plain: false });

export function reasonForNone(
	engine: Engine,
	records: readonly SessionRecord[],
	readings: readonly Reading[],
	weighed: Weighed,
	order: readonly string[]
): Nothing | null {
	const best = order[0];
	const score = best ? (weighed.scores.get(best) ?? 0) : 0;
	const decisions = readings.filter(({ passage }) => passage.kind === 'decision');
	const adopted = decisions.filter(({ outcome }) => outcome === 'adopted');
	const people = records.reduce((sum, { participants }) => sum + participants.length, 0);
	if (!best) return plainly({ key: 'reason_none_nothing' });
	if (people > 0 && people < fewestPeople) return plainly({ key: 'reason_none_too_few', values: { count: people } });
	if (records.length === 1 && readings.some(rehearses)) return plainly({ key: 'reason_none_exercise' });
	if (records.length === 1 && notesSay(readings, 'voided')) return plainly({ key: 'reason_none_no_decision' });
	const talk = engine.signals.get(best)?.talk === true;
	const backed = adopted.some((reading) => backs(reading, best, talk));
	const resolving = adopted.some((reading) => resolves(reading, best) && (talk || !explores(reading)));
	// a clear vote to found or to change something needs less talk around it
	const need = resolving ? resolvedShare : 1;
	if (score < leastScore * need) return perhaps('reason_none_nothing');
	const undecided = notesSay(readings, 'undecided');
	const told = tells(readings, best);
	if (decisions.length > 0 && adopted.length === 0) {
		if (decisions.some(({ outcome }) => outcome === 'putOff')) return plainly({ key: 'reason_none_put_off' });
		if (decisions.some(({ outcome }) => outcome === 'open')) return perhaps('reason_none_no_decision');
		return told && score >= (undecided ? leastDoubtedScore : leastUnbackedScore)
			? null
			: perhaps('reason_none_no_decision');
	}
	const refused = decisions.some(({ stances, margin }) => margin > 0 && stances.has('refusal'));
	if (refused && !backed) return perhaps('reason_none_refused');
	if (adopted.length > 0 && !(backed && (!talk || score >= leastUnbackedScore))) {
		const enough = resolving || (told && !undecided) ? leastUnbackedScore * need : leastUnrelatedScore;
		if (score < enough || (!told && adopted.every(explores))) return perhaps('reason_none_no_decision');
	}
	if (adopted.length === 0) {
		if (people < leastPeople) return plainly({ key: 'reason_none_too_few', values: { count: people } });
		if (score < (undecided ? leastDoubtedScore : leastUndecidedScore)) return perhaps('reason_none_nothing');
	}
	return null;
}

/** A decision backs a model that it would found or change, names plainly, or that begins with talk. */
export function backs(reading: Reading, best: string, talk: boolean): boolean {
	const likeness = reading.affinity.get(best) ?? 0;
	if (likeness < leastBacking) return false;
	if (talk || likeness >= plainBacking) return true;
	return !explores(reading) && commits(reading);
}
const commits = ({ stances }: Reading): boolean =>
	stances.has('founding') || stances.has('improving') || stances.has('changing');

/** "Prosimy radcę o opinię w sprawie spółdzielni" founds none. */
const explores = (reading: Reading): boolean => reading.stances.has('exploring') && !commits(reading);

const notesSay = (readings: readonly Reading[], stance: Stance): boolean =>
	readings.some(({ passage, stances }) => passage.kind === 'note' && stances.has(stance));

/** The note says that all this was an exercise on a made-up example. */
const rehearses = ({ passage, stances }: Reading): boolean =>
	(passage.kind === 'note' || passage.kind === 'title') && stances.has('exercise');

/** A clear vote to found or to change something, which speaks of this model or, in its words, of none. */
const resolves = ({ stances, margin, affinity }: Reading, best: string): boolean =>
	margin >= resolved.margin &&
	((affinity.get(best) ?? 0) >= resolved.affinity || Math.max(0, ...affinity.values()) < resolved.faint) &&
	!stances.has('refusal') &&
	(stances.has('founding') || stances.has('improving') || stances.has('changing'));

/** A clear vote to found something that it calls by its name: however little else was said, that does not sound like nothing. */
export const foundsByName = ({ outcome, stances, margin, affinity }: Reading): boolean =>
	outcome === 'adopted' &&
	margin >= resolved.margin &&
	stances.has('founding') &&
	!(['changing', 'refusal', 'exploring', 'undecided', 'putOff'] as const).some((stance) => stances.has(stance)) &&
	Math.max(0, ...affinity.values()) >= plainBacking;

/** A sentence of a note says clearly enough what people were heading for, whatever was put to the vote. */
const tells = (readings: readonly Reading[], best: string): boolean =>
	readings.some(
		({ passage, affinity, stances }) =>
			passage.kind === 'note' &&
			(affinity.get(best) ?? 0) >= tellingNote &&
			!(['refusal', 'putOff', 'undecided'] as const).some((stance) => stances.has(stance))
	);

/** New, or a change of what exists: by the model, by the verbs of the decision, by what people say is already there. */
export function kindOf(
	engine: Engine,
	best: string,
	readings: readonly Reading[],
	opinion: Opinion
): RecommendationKind {
	const model = modelOf(engine.catalogue, best);
	if (model?.usually === 'modernise' && !model.mayExist) return 'modernise';
	const told = kindTold(model, best, readings) === 'modernise';
	return soundsLikeChange(engine, opinion, best, told) ? 'modernise' : 'new';
}

function kindTold(model: EntityModel | undefined, best: string, readings: readonly Reading[]): RecommendationKind {
	const adopted = readings.filter(({ outcome }) => outcome === 'adopted');
	const improving = adopted.some(({ stances }) => stances.has('improving'));
	const founding = adopted.some(({ stances }) => stances.has('founding'));
	const existing = readings.some(
		({ passage, affinity, outcome, stances }) =>
			outcome === undefined &&
			passage.strength >= audible &&
			(stances.has('keeping') || (stances.has('existing') && (affinity.get(best) ?? 0) >= leastBacking))
	);
	// "Odnawiamy partnerstwo", "Aktualizujemy program": what is changed is there
	const changing = adopted.some(
		({ stances, affinity }) => stances.has('changing') && !stances.has('founding') && speaksOf(affinity, best)
	);
	if (changing) return 'modernise';
	if (model?.usually === 'modernise') return founding && !improving && !existing ? 'new' : 'modernise';
	if (model?.mayExist) return improving || (existing && !founding) ? 'modernise' : 'new';
	return improving && existing && !founding ? 'modernise' : 'new';
}

/** Whether a decision speaks of a model at all, or of no other more than a little. */
const speaksOf = (affinity: ReadonlyMap<string, number>, model: string): boolean =>
	(affinity.get(model) ?? 0) >= resolved.affinity || Math.max(0, ...affinity.values()) < leastBacking;
