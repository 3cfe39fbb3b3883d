// How many have voted, in one sentence; of dots honestly: who laid one may have more to lay. Knows no screen.
import type { Words } from '#lib/ui/words.ts';
import type { BallotMethod } from './ballot.ts';

export function votedWords(
	{ method, voted, people }: { method: BallotMethod; voted: number; people: number },
	words: Words
): string {
	if (method === 'dots' && voted === 0) return words('ballot_voted_dots_none');
	return words(method === 'dots' ? 'ballot_voted_dots' : 'ballot_voted', {
		count: voted,
		people: Math.max(people, voted)
	});
}
