// What a person says of themselves when they join. Knows no seat.
import * as v from 'valibot';
import { institutionLimit, nameLimit, sectors } from './people.ts';

const line = (limit: number) => v.pipe(v.string(), v.trim(), v.maxLength(limit));

/** What a person says of themselves when they join; `name` may stay empty. */
export const introductionSchema = v.object({
	institution: v.pipe(line(institutionLimit), v.minLength(1)),
	sector: v.picklist(sectors),
	name: v.optional(line(nameLimit), '')
});
export type Introduction = v.InferOutput<typeof introductionSchema>;
