// The fields of a record's lists, read forgivingly: what cannot be read gets its empty value. Knows no list.
import * as v from 'valibot';
import { sectors } from '#lib/people/people.ts';

export const text = v.fallback(v.string(), '');
export const textOrNull = v.fallback(v.nullable(v.string()), null);
export const count = v.fallback(v.pipe(v.number(), v.finite(), v.minValue(0)), 0);
export const countOrNull = v.fallback(v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))), null);
export const moment = v.fallback(v.nullable(v.pipe(v.number(), v.finite())), null);
export const place = v.fallback(v.pipe(v.number(), v.finite()), 0);
export const sector = v.fallback(v.nullable(v.picklist(sectors)), null);
export const counts = v.fallback(v.record(v.string(), v.number()), {});

/** Ids are positions, so an entry that cannot be read becomes an empty one and never moves its neighbours. */
export const list = <Entries extends v.ObjectEntries>(entries: Entries) => {
	const schema = v.object(entries);
	return v.fallback(
		v.array(v.fallback(schema, () => v.parse(schema, {}) as v.InferOutput<v.ObjectSchema<Entries, undefined>>)),
		[]
	);
};

/** What everything that lay on a board tells: where, of whom and when. */
export const lying = {
	/** Name of the frame that it lay in. */
	frame: textOrNull,
	/** Sector of its author, where the item let it be known. */
	sector,
	/** Its author, only where the item named everybody. */
	by: textOrNull,
	item: textOrNull,
	/** ms since the epoch */
	at: moment,
	x: place,
	y: place
};
