// Fist of five: how far each person goes along with a proposal, from a fist to five fingers. Pure.
import type { ChoiceId, Vote } from './vote.ts';
import { countVotes, type Counts } from './count.ts';

/** Ids of the fixed choices, fist first: `f0` blocks, `f5` would carry it. */
export const fingers = ['f0', 'f1', 'f2', 'f3', 'f4', 'f5'] as const;

/** From this many fingers on a person goes along. */
export const alongFrom = 3;

/**
 * Everyone shows 0–5 fingers: 0 no, I block; 1 big reservations; 2 let us talk about it; 3 I can live with it; 4 good;
 * 5 I am fully for it. The room is `together` when everybody shows three or more; who shows fewer is asked for the
 * reason and the proposal is talked over. There is no majority: one fist is enough to go on talking. Mean for the eye only.
 * Source: facilitation practice ("fist to five", e.g. American Youth Foundation); there is no single canonical text,
 * the threshold of three is the usual one.
 */
export type FistResult = { together: boolean; /** Who show fewer than three. */ below: number; mean: number | null };

export const fingersOf = (id: ChoiceId): number => fingers.findIndex((known) => known === id);

export function countFist(votes: readonly Vote[]): { counts: Counts; result: FistResult } {
	const counts = countVotes(fingers, votes);
	const sum = fingers.reduce((total, id, shown) => total + counts[id]! * shown, 0);
	const below = fingers.slice(0, alongFrom).reduce((total, id) => total + counts[id]!, 0);
	const n = votes.length;
	return { counts, result: { together: n > 0 && below === 0, below, mean: n === 0 ? null : sum / n } };
}
