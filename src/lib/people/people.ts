// Who takes part: sectors, roles and seats. Knows nothing of sessions, sockets or screens.

/** The declared sectors, in the order in which every table and legend lists them. */
export const sectors = ['public', 'business', 'ngo', 'church', 'academia', 'citizen'] as const;
export type Sector = (typeof sectors)[number];

/** What a connection may be: two kinds of people and one device. */
export const roles = ['participant', 'facilitator', 'projector'] as const;
export type Role = (typeof roles)[number];

/** The role of that name, or null. */
export const roleFrom = (name: string | null): Role | null => roles.find((role) => role === name) ?? null;

export type SeatId = string;

export const nameLimit = 80;
export const institutionLimit = 120;

/** What a person says of themselves when they join; `name` may stay empty. */
export type Introduction = { institution: string; sector: Sector; name: string };

/** One device of one participant (or of a facilitator), known to the server by a signed cookie. */
export type Seat = Introduction & {
	id: SeatId;
	role: 'participant' | 'facilitator';
	/** Version of the notice that this person accepted. */
	notice: string;
	/** Server time, ms since the epoch. */
	joinedAt: number;
};

/** How many seats each sector has; sectors without a seat are left out. */
export function countBySector(seats: Iterable<Pick<Seat, 'sector'>>): Partial<Record<Sector, number>> {
	const counts: Partial<Record<Sector, number>> = {};
	for (const { sector } of seats) counts[sector] = (counts[sector] ?? 0) + 1;
	return counts;
}
