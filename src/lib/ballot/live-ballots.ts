// The ballots of a running session with their sealed votes. Pure; cannot open a seal.
import type { Seat, SeatId } from '#lib/people/people.ts';
import type { Ballot, BallotId, EnteredVote, Tally, Vote } from './ballot.ts';
import type { ConsentRemark, ConsentStep } from './consent.ts';
import { rulesOf } from './counting.ts';

/** A slip sealed with the ballot's key (AES-256-GCM, base64); opened only in the memory of the running server. */
export type SealedVote = string;

export type LiveBallots = {
	ballots: Ballot[];
	/** Sealed votes of ballots that are still open, by seat or by id of the entered vote. */
	sealed: Record<BallotId, Record<SeatId, SealedVote>>;
};

export type BallotEvent =
	| { type: 'ballot.opened'; ballot: Ballot }
	| { type: 'ballot.stepped'; ballot: BallotId; step: ConsentStep }
	| { type: 'ballot.remarked'; ballot: BallotId; remark: ConsentRemark }
	| { type: 'ballot.reset'; ballot: BallotId }
	| { type: 'vote.cast'; ballot: BallotId; seat: SeatId; sealed: SealedVote }
	| { type: 'vote.entered'; ballot: BallotId; entry: EnteredVote; sealed: SealedVote }
	| { type: 'vote.withdrawn'; ballot: BallotId; entry: string }
	| {
			type: 'ballot.closed';
			ballot: BallotId;
			tally: Tally;
			votes?: Record<SeatId, Vote>;
			reasons?: Record<SeatId, string>;
	  }
	| { type: 'ballot.revealed'; ballot: BallotId };

export function foldBallots(live: LiveBallots, event: BallotEvent, at: number): LiveBallots {
	const { ballots, sealed } = live;
	if (event.type === 'ballot.opened')
		return { ballots: [...ballots, event.ballot], sealed: { ...sealed, [event.ballot.id]: {} } };
	return {
		ballots: ballots.map((ballot) => (ballot.id === event.ballot ? changed(ballot, event, at) : ballot)),
		sealed: sealedAfter(sealed, event)
	};
}

type Change = Exclude<BallotEvent, { type: 'ballot.opened' }>;

function changed(ballot: Ballot, event: Change, at: number): Ballot {
	switch (event.type) {
		case 'ballot.stepped':
			return { ...ballot, step: event.step };
		case 'ballot.remarked':
			return { ...ballot, remarks: [...(ballot.remarks ?? []), event.remark] };
		case 'ballot.reset':
			return { ...ballot, voters: [], entered: [], resets: (ballot.resets ?? 0) + 1 };
		case 'vote.cast':
			return ballot.voters.includes(event.seat) ? ballot : { ...ballot, voters: [...ballot.voters, event.seat] };
		case 'vote.entered':
			return { ...ballot, entered: [...(ballot.entered ?? []), event.entry] };
		case 'vote.withdrawn':
			return { ...ballot, entered: (ballot.entered ?? []).filter(({ id }) => id !== event.entry) };
		case 'ballot.closed': {
			const { tally, votes, reasons } = event;
			const named = { ...(votes ? { votes } : {}), ...(reasons ? { reasons } : {}) };
			return { ...ballot, status: 'closed', closedAt: at, tally, ...named };
		}
		case 'ballot.revealed':
			return { ...ballot, status: 'revealed' };
	}
}

function sealedAfter(sealed: LiveBallots['sealed'], event: Change): LiveBallots['sealed'] {
	const { [event.ballot]: own = {}, ...others } = sealed;
	switch (event.type) {
		case 'vote.cast':
			return { ...others, [event.ballot]: { ...own, [event.seat]: event.sealed } };
		case 'vote.entered':
			return { ...others, [event.ballot]: { ...own, [event.entry.id]: event.sealed } };
		case 'vote.withdrawn': {
			const { [event.entry]: _gone, ...left } = own;
			return { ...others, [event.ballot]: left };
		}
		case 'ballot.reset':
			return { ...others, [event.ballot]: {} };
		case 'ballot.closed':
			return others;
		default:
			return sealed;
	}
}

/** Someone joined: where the rules let latecomers vote, open ballots are theirs too. */
export const admit = (ballots: Ballot[], seat: Pick<Seat, 'id' | 'role'>): Ballot[] =>
	ballots.map((ballot) =>
		ballot.status === 'open' &&
		ballot.entitled &&
		!ballot.entitled.includes(seat.id) &&
		(seat.role === 'participant' ? rulesOf(ballot).latecomers : rulesOf(ballot).facilitatorVotes)
			? { ...ballot, entitled: [...ballot.entitled, seat.id] }
			: ballot
	);

/**
 * A seat was taken away: it is no longer waited for, and a vote that it gave stays, for the person did vote. `doubled`: the person
 * sits on another seat too, so what this one gave in ballots that are still open is withdrawn; closed ballots stay as they were
 * counted.
 */
export function dismiss({ ballots, sealed }: LiveBallots, seat: SeatId, doubled: boolean): LiveBallots {
	const leaves = (ballot: Ballot) => ballot.status === 'open' && (doubled || !ballot.voters.includes(seat));
	const without = (seats: readonly SeatId[]) => seats.filter((id) => id !== seat);
	return {
		ballots: ballots.map((ballot) =>
			leaves(ballot)
				? {
						...ballot,
						voters: without(ballot.voters),
						...(ballot.entitled ? { entitled: without(ballot.entitled) } : {})
					}
				: ballot
		),
		sealed: Object.fromEntries(
			Object.entries(sealed).map(([id, votes]) => {
				if (!ballots.some((ballot) => ballot.id === id && leaves(ballot))) return [id, votes];
				const { [seat]: _withdrawn, ...others } = votes;
				return [id, others];
			})
		)
	};
}
