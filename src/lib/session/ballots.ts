// Which ballot of a session is meant: the open one, or the one whose result waits to be revealed. Pure.
import type { Ballot } from '#lib/ballot/ballot.ts';

type Known = Pick<Ballot, 'id' | 'status'>;

export const openBallotOf = <T extends Known>(ballots: readonly T[]): T | null =>
	ballots.find((ballot) => ballot.status === 'open') ?? null;

/** The last ballot whose result is known: what a decision is made from. */
export const ballotToDecide = <T extends Known>(ballots: readonly T[]): T | null =>
	ballots.findLast((ballot) => ballot.status !== 'open') ?? null;

/** The open ballot, else the last one that is closed and not yet revealed. */
export const ballotToReveal = <T extends Known>(ballots: readonly T[]): T | null =>
	openBallotOf(ballots) ?? ballots.findLast((ballot) => ballot.status === 'closed') ?? null;
