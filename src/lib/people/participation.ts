// How much of the session each sector has had so far: turns, speaking time, stickies and votes. Pure; weighs and judges nothing.
import { countBySector, sectors, type Seat, type SeatId, type Sector } from './people.ts';

export type Participation = {
	sector: Sector;
	people: number;
	turns: number;
	/** Speaking time, ms. */
	milliseconds: number;
	stickies: number;
	votes: number;
};

type BySector<T> = Readonly<Partial<Record<Sector, T>>>;

/** Votes cast by each sector over all ballots; how anybody voted is not looked at. */
export function votesBySector(
	ballots: readonly { voters: readonly SeatId[] }[],
	seats: readonly Pick<Seat, 'id' | 'sector'>[]
): Partial<Record<Sector, number>> {
	const sectorOf = new Map(seats.map(({ id, sector }) => [id, sector]));
	return countBySector(
		ballots.flatMap(({ voters }) =>
			voters.flatMap((voter) => {
				const sector = sectorOf.get(voter);
				return sector ? [{ sector }] : [];
			})
		)
	);
}

/** One row for every sector that has people here or has done something, in the order of all tables. */
export function participation(
	seats: readonly Pick<Seat, 'sector' | 'role'>[],
	done: {
		spoken: BySector<{ turns: number; milliseconds: number }>;
		stickies: BySector<number>;
		votes: BySector<number>;
	}
): Participation[] {
	const people = countBySector(seats.filter(({ role }) => role === 'participant'));
	return sectors
		.map((sector) => ({
			sector,
			people: people[sector] ?? 0,
			turns: done.spoken[sector]?.turns ?? 0,
			milliseconds: done.spoken[sector]?.milliseconds ?? 0,
			stickies: done.stickies[sector] ?? 0,
			votes: done.votes[sector] ?? 0
		}))
		.filter((row) => row.people + row.turns + row.stickies + row.votes > 0);
}
