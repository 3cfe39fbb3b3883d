// The ballots of a running session with their sealed votes. Pure; cannot open a seal.
import type { SeatId } from '#lib/people/people.ts';
import type { Ballot, BallotId, Tally, Vote } from './ballot.ts';

/** A choice sealed with the ballot's key (AES-256-GCM, base64); opened only in the memory of the running server. */
export type SealedVote = string;

export type LiveBallots = {
	ballots: Ballot[];
	/** Sealed votes of ballots that are still open. */
	sealed: Record<BallotId, Record<SeatId, SealedVote>>;
};

export type BallotEvent =
	| { type: 'ballot.opened'; ballot: Ballot }
	| { type: 'vote.cast'; ballot: BallotId; seat: SeatId; sealed: SealedVote }
	| { type: 'ballot.closed'; ballot: BallotId; tally: Tally; votes?: Record<SeatId, Vote> }
	| { type: 'ballot.revealed'; ballot: BallotId };

export function foldBallots({ ballots, sealed }: LiveBallots, event: BallotEvent, at: number): LiveBallots {
	const change = (id: BallotId, changed: (ballot: Ballot) => Ballot) =>
		ballots.map((ballot) => (ballot.id === id ? changed(ballot) : ballot));
	switch (event.type) {
		case 'ballot.opened':
			return { ballots: [...ballots, event.ballot], sealed: { ...sealed, [event.ballot.id]: {} } };
		case 'vote.cast':
			return {
				ballots: change(event.ballot, (ballot) => ({
					...ballot,
					voters: ballot.voters.includes(event.seat) ? ballot.voters : [...ballot.voters, event.seat]
				})),
				sealed: { ...sealed, [event.ballot]: { ...sealed[event.ballot], [event.seat]: event.sealed } }
			};
		case 'ballot.closed': {
			const { [event.ballot]: _gone, ...open } = sealed;
			return {
				ballots: change(event.ballot, (ballot) => ({
					...ballot,
					status: 'closed',
					closedAt: at,
					tally: event.tally,
					...(event.votes ? { votes: event.votes } : {})
				})),
				sealed: open
			};
		}
		case 'ballot.revealed':
			return { ballots: change(event.ballot, (ballot) => ({ ...ballot, status: 'revealed' })), sealed };
	}
}
