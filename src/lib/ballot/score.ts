// Score: every choice gets 0 to 5 points from everyone; the highest mean wins. Pure.
import type { ChoiceId, Vote } from './vote.ts';
import type { Counts } from './count.ts';

export const highestScore = 5;

/**
 * Range voting on 0–5. A vote scores at least one choice; a choice left out is not scored by that person and does not
 * enter its mean (as a blank in range voting). For each choice: mean = sum / n, median (the mean of the two middle
 * scores for even n), and the distribution: how many gave 0, 1, … 5. Leaders have the highest mean; equality is decided
 * on whole numbers (sum₁ · n₂ = sum₂ · n₁), so a tie is never an accident of rounding.
 * Source: W. D. Smith, "Range voting" (2000), with "no opinion" left out of the average.
 */
export type ScoreResult = { leaders: ChoiceId[]; scores: Record<ChoiceId, Scores> };

export type Scores = {
	/** How many scored it. */
	n: number;
	/** null where nobody did. */
	mean: number | null;
	median: number | null;
	/** How many gave 0, 1, … 5. */
	distribution: number[];
};

export function scoreVoteIsValid(choices: readonly ChoiceId[], vote: Vote): boolean {
	const entries = Object.entries(vote);
	return entries.length > 0 && entries.every(([id, points]) => points <= highestScore && choices.includes(id));
}

/** `counts` are the sums of points. */
export function countScores(
	choices: readonly ChoiceId[],
	votes: readonly Vote[]
): { counts: Counts; result: ScoreResult } {
	const counts: Counts = {};
	const scores: ScoreResult['scores'] = {};
	for (const id of choices) {
		const points = votes.flatMap((vote) => (id in vote ? [vote[id]!] : [])).sort((one, other) => one - other);
		const sum = points.reduce((total, each) => total + each, 0);
		counts[id] = sum;
		const distribution = Array.from(
			{ length: highestScore + 1 },
			(_, score) => points.filter((p) => p === score).length
		);
		const n = points.length;
		scores[id] = { n, mean: n === 0 ? null : sum / n, median: median(points), distribution };
	}
	return { counts, result: { leaders: highestMeans(choices, counts, scores), scores } };
}

function median(sorted: readonly number[]): number | null {
	if (sorted.length === 0) return null;
	return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
}

function highestMeans(choices: readonly ChoiceId[], sums: Counts, scores: ScoreResult['scores']): ChoiceId[] {
	const scored = choices.filter((id) => scores[id]!.n > 0);
	const beats = (one: ChoiceId, other: ChoiceId) => sums[one]! * scores[other]!.n > sums[other]! * scores[one]!.n;
	return scored.filter((id) => !scored.some((other) => beats(other, id)));
}
