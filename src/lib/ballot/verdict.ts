// What a ballot came to, in one sentence, ties said plainly; and how a majority was taken. Pure.
import type { Words } from '#lib/ui/words.ts';
import type { Choice } from './ballot.ts';
import type { Result } from './counting.ts';
import { choiceText } from './choice-words.ts';
import type { ChoiceId } from './vote.ts';

/** Means and medians are shown with one decimal place at most. */
export const rounded = (value: number, words: Words): string =>
	new Intl.NumberFormat(words.language, { maximumFractionDigits: 1 }).format(value);

type Told = { voted: number; counts: Readonly<Record<ChoiceId, number>>; result?: Result | undefined };

/** Null where nothing can be said: no result was kept, or the numbers are withheld. `choices` have texts to read. */
export function verdictOf(choices: readonly Choice[], { voted, counts, result }: Told, words: Words): string | null {
	if (!result) return null;
	if (voted === 0) return words('ballot_verdict_nobody');
	const nameOf = (id: ChoiceId) => {
		const choice = choices.find((each) => each.id === id);
		return choice ? choiceText(choice, words) : id;
	};
	if (result.method === 'yes-no-abstain') {
		const { needed, quorum, verdict } = result;
		return words(`ballot_verdict_${verdict}`, { yes: counts.yes ?? 0, voted, needed, quorum });
	}
	if (result.method === 'fist')
		return result.together ? words('ballot_verdict_together') : words('ballot_verdict_below', { count: result.below });
	if (result.method === 'consent')
		return result.given
			? words('ballot_verdict_given')
			: words('ballot_verdict_objections', { count: result.objections });
	const [first, ...others] = result.leaders;
	if (first === undefined) return words('ballot_verdict_nobody');
	if (others.length > 0) return words('ballot_verdict_equal', { choices: result.leaders.map(nameOf).join(', ') });
	const choice = nameOf(first);
	switch (result.method) {
		case 'score':
			return words('ballot_verdict_score', { choice, mean: rounded(result.scores[first]?.mean ?? 0, words) });
		case 'ranking':
			return words(result.condorcet === first ? 'ballot_verdict_condorcet' : 'ballot_verdict_ranking', { choice });
		case 'single':
			return words(result.majority ? 'ballot_verdict_majority' : 'ballot_verdict_leader', { choice });
		default:
			return words('ballot_verdict_leader', { choice });
	}
}

/** "więcej niż połowa; większość wszystkich oddanych głosów"; null for methods without a majority. */
export function majorityText(result: Result | undefined, words: Words): string | null {
	if (result?.method !== 'yes-no-abstain') return null;
	return `${words(`ballot_majority_${result.majority}`)}; ${words(`ballot_base_${result.base}`)}`;
}
