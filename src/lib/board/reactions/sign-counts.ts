// How often each sign was given; small, because the list of a phone counts, too.
import { signs, type Sign } from '../thing.ts';

/** How often each sign was given, in the order of the signs; those that nobody gave are left out. */
export function signCounts(given: readonly { sign: Sign }[]): [sign: Sign, count: number][] {
	return signs.flatMap((sign) => {
		const count = given.filter((each) => each.sign === sign).length;
		return count ? [[sign, count] as [Sign, number]] : [];
	});
}
