// Which preconditions of a model a session shows as met or missing; what it does not mention stays unknown. Knows no score.
import type { Precondition } from '#lib/catalogue/catalogue.ts';
import { clausesOf } from '#lib/evidence/fold.ts';
import type { Engine } from './engine.ts';
import type { PreconditionState } from './recommendation.ts';
import type { Reading } from './weigh.ts';

export type NeedReading = { precondition: Precondition; state: PreconditionState; readings: Reading[] };

/** Notes were written after the talk and weigh more than stickies. */
const kindWeight = { title: 0, sticky: 1, note: 2, decision: 1, participant: 0.4 };
/** Naming the subject without a word of lack is a weak sign that it is there. */
const mentioned = 0.3;

export function readNeeds(engine: Engine, model: string, readings: readonly Reading[]): NeedReading[] {
	return engine.catalogue.preconditions
		.filter((precondition) => precondition.model === model)
		.map((precondition) => {
			const lexicons = engine.needs.get(`${model}/${precondition.key}`);
			let met = 0;
			let missing = 0;
			const shownMet: Reading[] = [];
			const shownMissing: Reading[] = [];
			for (const reading of readings) {
				const { passage, outcome } = reading;
				if (!lexicons || (outcome && outcome !== 'adopted')) continue;
				const weight = kindWeight[passage.kind];
				if (weight === 0 || (passage.kind === 'sticky' && passage.dots === 0)) continue;
				const whole = passage.kind === 'sticky' || passage.kind === 'decision' ? [passage.words] : [];
				const parts = partsOf(reading);
				const lacking =
					whole.some((words) => lexicons.missing.has(words)) ||
					parts.some(
						(words) => lexicons.missing.has(words) || (lexicons.about.has(words) && engine.stance.lack.has(words))
					);
				const has = parts.some((words) => lexicons.met.has(words) && !engine.stance.lack.has(words));
				if (lacking && !(has && passage.kind === 'sticky')) {
					missing += weight;
					shownMissing.push(reading);
				} else if (has || parts.some((words) => lexicons.met.has(words))) {
					met += weight;
					shownMet.push(reading);
				} else if (parts.some((words) => lexicons.about.has(words))) met += weight * mentioned;
			}
			const state: PreconditionState = missing > 0 && missing >= met ? 'missing' : met >= 0.6 ? 'met' : 'unknown';
			return {
				precondition,
				state,
				readings: [...new Set(state === 'missing' ? shownMissing : state === 'met' ? shownMet : [])]
			};
		});
}

/** Clauses of each passage, taken apart once for all preconditions. */
const clauses = new WeakMap<Reading, string[][]>();
function partsOf(reading: Reading): string[][] {
	const before = clauses.get(reading);
	if (before) return before;
	const parts = clausesOf(reading.passage.text);
	clauses.set(reading, parts);
	return parts;
}
