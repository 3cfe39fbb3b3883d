// What people say of themselves when they join, as it must look when it comes from outside. Knows no seat.
import * as v from 'valibot';
import { institutionLimit, nameLimit, sectors } from './people.ts';

const line = (limit: number) => v.pipe(v.string(), v.trim(), v.maxLength(limit));

export const introductionSchema = v.object({
	institution: v.pipe(line(institutionLimit), v.minLength(1)),
	sector: v.picklist(sectors),
	name: v.optional(line(nameLimit), '')
});
