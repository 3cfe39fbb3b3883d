// What the sessions decided, what they put off and what they refused. Pure.
import type { ConsentCounts } from '#lib/record/asked-consent.ts';
import type { Engine } from './engine.ts';
import type { Said } from './said.ts';
import { readPassage, type Outcome } from './weigh.ts';

export type DecidedLine = {
	record: string;
	cite: string;
	quote: string;
	outcome: Outcome;
	/** Null where nobody was counted. */
	votes: { yes: number; no: number; abstain: number } | null;
	/** Where consent was asked for. */
	consent: ConsentCounts | null;
	date: string;
};

/** Newest first; procedural ones decide nothing and are left out. */
export const decisionsIn = (said: readonly Said[], engine: Engine): DecidedLine[] =>
	said
		.filter(({ passage }) => passage.kind === 'decision')
		.map(({ passage, record }) => ({
			...{ record: record.id, cite: passage.cite, quote: passage.text, date: record.date },
			outcome: readPassage(engine, passage, { negation: true, decisions: true }).outcome ?? 'open',
			votes: passage.votes ?? null,
			consent: passage.consent ?? null
		}))
		.filter(({ outcome }) => outcome !== 'procedural')
		.sort((one, other) => other.date.localeCompare(one.date) || (one.cite < other.cite ? -1 : 1));

/** The tail of the message `many_outcome_…`. */
export const outcomeKey = (outcome: Outcome) => (outcome === 'putOff' ? 'putoff' : outcome);
