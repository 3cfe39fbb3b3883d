// How many of what a precondition asks for a session tells of: people ready to work, founders, a share of those employed. Decides no state.
import type { Need } from '#lib/catalogue/catalogue.ts';
import { clausesOf } from '#lib/evidence/fold.ts';
import { numeralsIn } from '#lib/evidence/numerals.ts';
import type { Passage } from '#lib/evidence/passage.ts';

export type Counting = NonNullable<Need['count']>;
/** "2 z 5": how many the record tells of, and how many it takes. */
export type Counted = { found: number; needed: number };

/** Folded: these ask for a number or say what the rules ask for, and tell of none that is there. */
const asking =
	/^(trzeba|potrzeb\w*|wystarcz\w*|brak\w*|wymag\w*|musi\w*|minimum|najmniej|gdyby\w*|jesli|jezeli|limit\w*)$/;
/** What is counted stands this many words after its number at most. */
const reach = 3;
/** "nas jest wszystkich dwunastu" */
const us = new Set(['nas', 'nos']);
/** "dwunastu z jednej załogi" */
const outOf = new Set(['z', 'ze', 'na', 'po', 'od']);

/** The greatest number of these told of in a passage, zero where there is none; `of` as in the catalogue. */
export function amountIn({ text, words }: Passage, of: readonly string[]): number {
	// most passages have no number at all
	if (numeralsIn(words).length === 0) return 0;
	const counts = (word: string): boolean =>
		of.some((kind) => (kind.endsWith('*') ? word.startsWith(kind.slice(0, -1)) : word === kind));
	const countsPeople = of.some((kind) => us.has(kind));
	let most = 0;
	for (const part of clausesOf(text, words)) {
		if (part.some((word) => asking.test(word))) continue;
		for (const { value, at, length, ofPeople, personal } of numeralsIn(part)) {
			const after = part.slice(at + length, at + length + reach);
			const before = part.slice(Math.max(0, at - reach), at);
			const isPeople =
				countsPeople &&
				(ofPeople ||
					before.some((word) => us.has(word)) ||
					(personal && (after.length === 0 || outOf.has(after[0] ?? ''))));
			if (isPeople || after.some(counts)) most = Math.max(most, value);
		}
	}
	return most;
}

/** Folded: "cała trójka", "większość na bezrobociu", "co drugi". */
const most = /^(wszys\w*|kazd\w*|cala|caly|cale|polow\w*|wiekszosc\w*)$/;

/**
 * Which share of `all` a passage tells of: those in a clause that speaks of the need, of those counted elsewhere or in the same
 * sentence; null where it tells of none. Who says that all or most of them are gives no number.
 */
export function shareIn(
	{ text, words }: Passage,
	all: number,
	speaks: (words: readonly string[]) => boolean
): { found: number; all: number } | 'most' | null {
	let found = 0;
	let said = false;
	for (const part of clausesOf(text, words)) {
		if (!speaks(part) || part.some((word) => asking.test(word))) continue;
		if (part.some((word) => most.test(word))) said = true;
		const values = numeralsIn(part).map(({ value }) => value);
		if (values.length > 0) found = Math.max(found, Math.min(...values));
	}
	const whole = Math.max(all, ...numeralsIn(words).map(({ value }) => value));
	if (found > 0 && whole >= found && whole > 1) return { found, all: whole };
	return said ? 'most' : null;
}
