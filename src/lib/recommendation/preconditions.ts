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
			const number = engine.needOf.get(`${model}/${precondition.key}`);
			const [about, inMet, inMissing] = [`${number} about`, `${number} met`, `${number} missing`];
			let met = 0;
			let missing = 0;
			const shownMet: Reading[] = [];
			const shownMissing: Reading[] = [];
			for (const reading of readings) {
				const { passage, outcome } = reading;
				if (number === undefined || (outcome && outcome !== 'adopted')) continue;
				const weight = kindWeight[passage.kind];
				if (weight === 0 || (passage.kind === 'sticky' && passage.dots === 0)) continue;
				const { whole, parts } = namedIn(engine, reading);
				const lacking =
					whole.has(inMissing) || parts.some(({ names, lacks }) => names.has(inMissing) || (names.has(about) && lacks));
				const clearly = parts.some(({ names, lacks }) => names.has(inMet) && !lacks);
				if (lacking && !(clearly && passage.kind === 'sticky')) {
					missing += weight;
					shownMissing.push(reading);
				} else if (parts.some(({ names }) => names.has(inMet))) {
					met += weight;
					shownMet.push(reading);
				} else if (parts.some(({ names }) => names.has(about))) met += weight * mentioned;
			}
			const state: PreconditionState = missing > 0 && missing >= met ? 'missing' : met >= 0.6 ? 'met' : 'unknown';
			return {
				precondition,
				state,
				readings: [...new Set(state === 'missing' ? shownMissing : state === 'met' ? shownMet : [])]
			};
		});
}

type Named = { whole: Set<string>; parts: { names: Set<string>; lacks: boolean }[] };

/** What of all needs a passage names, as a whole (short ones) and clause by clause; found once for all models. */
const named = new WeakMap<Reading, Named>();
function namedIn(engine: Engine, reading: Reading): Named {
	const before = named.get(reading);
	if (before) return before;
	const { kind, text, words } = reading.passage;
	const found = {
		whole: kind === 'sticky' || kind === 'decision' ? engine.needs.names(words) : new Set<string>(),
		parts: clausesOf(text).map((part) => ({
			names: engine.needs.names(part),
			lacks: engine.stances.names(part).has('lack')
		}))
	};
	named.set(reading, found);
	return found;
}
