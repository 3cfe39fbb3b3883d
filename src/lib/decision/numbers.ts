// How the numbers of a decision are said: only those that were counted, and whether more were against than for. Pure.
import type { Words } from '#lib/ui/words.ts';

type Counted = { yes: number | null; no: number | null; abstain: number | null };

/** Empty when nobody was asked for or against. */
export function numbersLine({ yes, no, abstain }: Counted, words: Words): string {
	if (yes === null && no === null) return '';
	if (no === null) return words('decision_in_favour', { count: yes ?? 0 });
	return words('decision_numbers', { yes: yes ?? 0, no, abstain: abstain ?? 0 });
}

/** What was put to the vote and not carried: a majority of those for or against was against, or it was a tie. */
export const isRejected = ({ yes, no }: Counted): boolean => yes !== null && no !== null && no >= yes && no > 0;
