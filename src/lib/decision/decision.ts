// Decisions: what was settled, by which method, with which numbers and whose objections.
import * as v from 'valibot';
import { sectors } from '#lib/people/people.ts';

export const decisionTextLimit = 1000;
export const objectionLimit = 500;

export const decisionMethods = ['ballot', 'consent', 'consensus', 'show-of-hands', 'other'] as const;
export type DecisionMethod = (typeof decisionMethods)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999));

export const objectionSchema = v.object({
	reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(objectionLimit)),
	sector: v.optional(v.picklist(sectors))
});
export type Objection = v.InferOutput<typeof objectionSchema>;

/** A decision as it is written or made from a ballot; the numbers are left out where nobody was counted. */
export const decisionDraftSchema = v.object({
	text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(decisionTextLimit)),
	method: v.picklist(decisionMethods),
	yes: v.optional(count),
	no: v.optional(count),
	abstain: v.optional(count),
	objections: v.optional(v.pipe(v.array(objectionSchema), v.maxLength(30)), []),
	/** The ballot it was made from. */
	ballot: v.optional(v.string())
});
export type DecisionDraft = v.InferOutput<typeof decisionDraftSchema>;

export type Decision = DecisionDraft & {
	id: string;
	item: string | null;
	/** Server time, ms. */
	at: number;
};
