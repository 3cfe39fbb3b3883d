// How a record's tally is read: what a method counted beyond the numbers, left out where it cannot be read. Knows no ballot that runs.
import * as v from 'valibot';
import type { Balance, SectorTally } from '#lib/ballot/balance.ts';
import type { Result } from '#lib/ballot/counting.ts';
import type { Receipt } from '#lib/ballot/receipt.ts';
import { majorities, majorityBases } from '#lib/ballot/rules.ts';
import type { Reason } from '#lib/ballot/tally.ts';
import { sectors } from '#lib/people/people.ts';

const number = v.pipe(v.number(), v.finite());
const count = v.pipe(number, v.minValue(0));
const counts = v.record(v.string(), number);
const ids = v.array(v.string());
const table = v.array(v.array(number));
const leaders = ids;

/** A part that cannot be read is left out, and the rest stays. */
const part = <T>(schema: v.GenericSchema<unknown, T>) => v.optional(v.fallback(v.optional(schema), undefined));

const sectorTally: v.GenericSchema<unknown, SectorTally> = v.object({
	sectors: v.array(v.picklist(sectors)),
	voted: count,
	counts
});

const result: v.GenericSchema<unknown, Result> = v.variant('method', [
	v.object({ method: v.literal('single'), leaders, majority: v.boolean() }),
	v.object({ method: v.literal('approval'), leaders }),
	v.object({ method: v.literal('dots'), leaders, people: counts }),
	v.object({
		method: v.literal('yes-no-abstain'),
		verdict: v.picklist(['passed', 'failed', 'tie', 'no-quorum', 'undecided']),
		majority: v.picklist(majorities),
		base: v.picklist(majorityBases),
		of: count,
		needed: count,
		entitled: count,
		quorum: count
	}),
	v.object({
		method: v.literal('score'),
		leaders,
		scores: v.record(
			v.string(),
			v.object({
				n: count,
				mean: v.nullable(number),
				median: v.nullable(number),
				distribution: v.array(count)
			})
		)
	}),
	v.object({
		method: v.literal('ranking'),
		leaders,
		order: v.array(ids),
		pairwise: table,
		paths: table,
		condorcet: v.nullable(v.string())
	}),
	v.object({ method: v.literal('fist'), together: v.boolean(), below: count, mean: v.nullable(number) }),
	v.object({ method: v.literal('consent'), given: v.boolean(), objections: count, concerns: count })
]);

const balance: v.GenericSchema<unknown, Balance> = v.object({
	subjects: v.array(
		v.object({
			id: v.string(),
			agree: count,
			voted: count,
			equal: number,
			consensus: number,
			lowest: v.object({ sectors: v.array(v.picklist(sectors)), agreement: number, voted: count }),
			opposedIn: v.array(v.array(v.picklist(sectors)))
		})
	),
	leaders,
	differs: v.boolean()
});

const reason: v.GenericSchema<unknown, Reason> = v.object({
	choice: v.nullable(v.string()),
	reason: v.string(),
	sector: v.optional(v.picklist(sectors))
});

const receipt: v.GenericSchema<unknown, Receipt> = v.object({ code: v.string(), vote: counts });

export const tallySchema = v.fallback(
	v.object({
		voted: v.fallback(count, 0),
		counts: v.fallback(counts, {}),
		/** Too few voted in secret: the counts are empty because they would say who chose what. */
		withheld: part(v.literal(true)),
		bySector: part(v.array(sectorTally)),
		result: part(result),
		balance: part(balance),
		reasons: part(v.array(reason)),
		/** Of a secret ballot: code and vote, never a participant. */
		receipts: part(v.array(receipt)),
		/** How many votes the facilitator entered. */
		entered: part(count),
		/** How many might vote. */
		entitled: part(count)
	}),
	{ voted: 0, counts: {} }
);
