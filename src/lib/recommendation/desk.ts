// A recommendation that a person has taken up: what is kept of it, frozen with its evidence, and its plain rules. Knows no store.
import * as v from 'valibot';
import { areas, certainties, sourceKinds } from '#lib/catalogue/terms.ts';
import { statuses, type Status } from './status.ts';

const text = v.fallback(v.string(), '');
const texts = v.fallback(v.array(v.string()), []);
const moment = v.fallback(v.nullable(v.pipe(v.number(), v.finite())), null);
const bothLanguages = v.object({ pl: v.string(), en: v.string() });
const certainty = v.fallback(v.picklist(certainties), 'C');
const listOf = <T>(schema: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, T[]> =>
	v.fallback(v.array(schema), []) as v.GenericSchema<unknown, T[]>;

const evidenceSchema = v.object({
	/** Id of the record. */
	record: v.string(),
	/** The place in it: `s3`, `d0`, `n`, `p2`. */
	cite: v.string(),
	stance: v.picklist(['for', 'against']),
	/** What stood there when it was cited. */
	quote: v.string(),
	weight: v.fallback(v.number(), 0),
	concepts: texts,
	/** Chosen by a person, not by the engine. */
	added: v.optional(v.fallback(v.boolean(), false), false)
});
export type Evidence = v.InferOutput<typeof evidenceSchema>;

const findingSchema = v.object({
	key: v.string(),
	kind: v.picklist(['hard', 'soft']),
	state: v.picklist(['met', 'missing', 'unknown']),
	/** Of what asks for a number: how many the sessions tell of, and how many it takes. */
	counted: v.optional(v.fallback(v.optional(v.object({ found: v.number(), needed: v.number() })), undefined)),
	text,
	/** Where it had been translated. */
	english: v.optional(text),
	certainty,
	/** Number in the list of sources, or empty. */
	source: text,
	checked: text,
	citations: listOf(evidenceSchema)
});
export type Finding = v.InferOutput<typeof findingSchema>;

const legalSchema = v.object({ text, english: v.optional(text), certainty, sources: texts, checked: text });
const sourceSchema = v.object({ number: text, title: text, addresses: texts, kind: v.picklist(sourceKinds) });

/** The model as the catalogue described it on that day: it stays readable when the catalogue no longer has it. */
const frozenModelSchema = v.object({
	id: v.string(),
	name: bothLanguages,
	oneLine: bothLanguages,
	product: v.fallback(v.boolean(), false),
	areas: v.fallback(v.array(v.picklist(areas)), []),
	legal: listOf(legalSchema),
	/** Those that its facts name. */
	sources: listOf(sourceSchema)
});
export type FrozenModel = v.InferOutput<typeof frozenModelSchema>;

const alternativeSchema = v.object({
	model: v.string(),
	name: bothLanguages,
	/** Why the engine proposed it, or why it fell. */
	reason: text,
	/** 0–1; comparable within one recommendation. Null where it was not weighed. */
	score: v.fallback(v.nullable(v.number()), null),
	evidence: listOf(evidenceSchema),
	findings: listOf(findingSchema)
});
export type Alternative = v.InferOutput<typeof alternativeSchema>;

const stepSchema = v.object({
	text: v.string(),
	owner: text,
	/** Calendar date or empty. */
	due: text,
	done: v.fallback(v.boolean(), false)
});
export type Step = v.InferOutput<typeof stepSchema>;

const outcomeSchema = v.object({
	record: v.string(),
	/** The ballot or decision that settled it. */
	cite: v.string(),
	/** Whether the circle agreed; null where nobody was counted. */
	agreed: v.fallback(v.nullable(v.boolean()), null),
	method: text,
	/** By choice: `yes`, `no`, `abstain`, or `consent`, `concern`, `objection`. */
	counts: v.fallback(v.record(v.string(), v.number()), {}),
	/** Reasons of those who objected. */
	objections: texts,
	/** Those of who agreed with a concern. */
	concerns: texts,
	/** Day of the session. */
	date: text
});
export type ConsultationOutcome = v.InferOutput<typeof outcomeSchema>;

const consultationSchema = v.object({
	/** The session in whose agenda it stands; its record has the same id. */
	session: v.string(),
	title: text,
	date: text,
	at: v.number(),
	outcome: v.fallback(v.nullable(outcomeSchema), null)
});
export type Consultation = v.InferOutput<typeof consultationSchema>;

const eventSchema = v.object({ at: v.number(), status: v.picklist(statuses), reason: text });

export const ranks = ['high', 'medium', 'low'] as const;
export const rankLimit = 3;

export const recommendationSchema = v.object({
	schema: v.literal('narada-recommendation'),
	version: v.literal(1),
	id: v.string(),
	/** The language in which its texts are written. */
	language: v.fallback(v.picklist(['pl', 'en']), 'pl'),
	createdAt: v.number(),
	changedAt: v.number(),
	status: v.picklist(statuses),
	history: listOf(eventSchema),
	kind: v.picklist(['new', 'modernise', 'none']),
	model: v.nullable(frozenModelSchema),
	confidence: v.fallback(v.picklist(['strong', 'fair', 'thin', 'none']), 'none'),
	catalogueVersion: v.fallback(v.number(), 1),
	laboratory: v.fallback(v.object({ id: text, name: text }), { id: '', name: '' }),
	territory: v.fallback(v.object({ gmina: text, powiat: text, wojewodztwo: text }), {
		gmina: '',
		powiat: '',
		wojewodztwo: ''
	}),
	/** The records it was drawn from, as they were. */
	records: listOf(v.object({ id: v.string(), title: text, date: text, closedAt: moment })),
	title: v.string(),
	forWhom: text,
	problem: text,
	reason: text,
	addressee: text,
	owner: text,
	rank: v.fallback(v.picklist(ranks), 'medium'),
	steps: listOf(stepSchema),
	funding: texts,
	risks: texts,
	notes: text,
	evidence: listOf(evidenceSchema),
	findings: listOf(findingSchema),
	/** Other models that the sessions speak for, best first. */
	alternatives: listOf(alternativeSchema),
	/** Models that were talked about and lost. */
	rejected: listOf(alternativeSchema),
	consultations: listOf(consultationSchema),
	/** The one that took it in. */
	mergedInto: v.fallback(v.nullable(v.string()), null)
});
export type Recommendation = v.InferOutput<typeof recommendationSchema>;

export const evidenceFor = (recommendation: Pick<Recommendation, 'evidence'>): Evidence[] =>
	recommendation.evidence.filter(({ stance }) => stance === 'for');
export const evidenceAgainst = (recommendation: Pick<Recommendation, 'evidence'>): Evidence[] =>
	recommendation.evidence.filter(({ stance }) => stance === 'against');

/** Tells one piece of evidence from another, also two sentences of one note. */
export const evidenceKey = ({ record, cite, quote }: Pick<Evidence, 'record' | 'cite' | 'quote'>): string =>
	`${record} ${cite} ${quote}`;

/** How many steps are done. */
export const progressOf = ({ steps }: Pick<Recommendation, 'steps'>): { done: number; all: number } => ({
	done: steps.filter(({ done }) => done).length,
	all: steps.length
});

/** The same with a new status in its history. `at` is ms since the epoch. */
export function withStatus(recommendation: Recommendation, status: Status, reason: string, at: number): Recommendation {
	const event = { at, status, reason: reason.trim() };
	return { ...recommendation, status, changedAt: at, history: [...recommendation.history, event] };
}

/** Only this evidence; a precondition that rested on what was dropped alone becomes unknown. */
export function withEvidence(recommendation: Recommendation, evidence: readonly Evidence[]): Recommendation {
	const kept = new Set(evidence.map(evidenceKey));
	const findings = recommendation.findings.map((finding): Finding => {
		const citations = finding.citations.filter((citation) => kept.has(evidenceKey(citation)));
		const lost = finding.citations.length > 0 && citations.length === 0;
		const { counted: _dropped, ...uncounted } = finding;
		return lost ? { ...uncounted, citations, state: 'unknown' } : { ...finding, citations };
	});
	return { ...recommendation, evidence: [...evidence], findings };
}
