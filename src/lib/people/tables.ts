// Tables: small groups as areas of the same board, not rooms. Makes them, mixes sectors, rotates. Pure; chance is an argument.
import { sectors, type Seat, type SeatId } from './people.ts';

export const tablesLimit = 12;
export const tableNameLimit = 60;

export type Table = {
	id: string;
	name: string;
	/** Stays when the others move on (World Café). */ host: SeatId | null;
};

export type Tables = {
	/** Empty: everybody is in one circle. */
	tables: Table[];
	/** Which table each seat sits at. */
	seated: Record<SeatId, string>;
	/** Whether people may choose their table themselves. */
	choice: boolean;
	/** Who comes is given a place: tables were mixed by chance. Missing in sessions that began before this was known. */
	mixed?: boolean;
	/** How often they have rotated. */
	round: number;
};

export const noTables: Tables = { tables: [], seated: {}, choice: false, round: 0 };

export type TablesEvent =
	| { type: 'tables.made'; tables: Table[]; seated: Record<SeatId, string>; choice: boolean; mixed?: true }
	| { type: 'tables.filled'; seated: Record<SeatId, string> }
	| { type: 'table.taken'; seat: SeatId; table: string }
	| { type: 'table.hosted'; table: string; host: SeatId | null }
	| { type: 'tables.rotated'; seated: Record<SeatId, string> }
	| { type: 'tables.ended' };

export function foldTables(state: Tables, event: TablesEvent): Tables {
	switch (event.type) {
		case 'tables.made':
			return {
				tables: event.tables,
				seated: event.seated,
				choice: event.choice,
				round: 0,
				...(event.mixed ? { mixed: true } : {})
			};
		case 'tables.filled':
			return { ...state, seated: { ...state.seated, ...event.seated } };
		case 'table.taken':
			return { ...state, seated: { ...state.seated, [event.seat]: event.table } };
		case 'table.hosted':
			return {
				...state,
				tables: state.tables.map((table) => (table.id === event.table ? { ...table, host: event.host } : table)),
				seated: event.host === null ? state.seated : { ...state.seated, [event.host]: event.table }
			};
		case 'tables.rotated':
			return { ...state, seated: event.seated, round: state.round + 1 };
		case 'tables.ended':
			return noTables;
	}
}

/** Someone is gone: their place is free and their table has no host. */
export function leaveTables(state: Tables, seat: SeatId): Tables {
	const { [seat]: _left, ...seated } = state.seated;
	const tables = state.tables.map((table) => (table.host === seat ? { ...table, host: null } : table));
	return { ...state, tables, seated };
}

/** How many people sit at a table where nobody says otherwise. */
const perTable = 5;

/** How many of the prepared tables so many people fill: two at least. */
export const tablesFor = (people: number, prepared: number): number =>
	Math.min(prepared, Math.max(2, Math.ceil(people / perTable)));

/**
 * Deals seats to tables so that every sector is spread as evenly as it can be and tables differ by one seat at most:
 * sector by sector, each in random order, always to the next table.
 */
export function mixSectors(
	seats: readonly Pick<Seat, 'id' | 'sector'>[],
	tables: readonly Pick<Table, 'id'>[],
	random: () => number
): Record<SeatId, string> {
	const seated: Record<SeatId, string> = {};
	let next = 0;
	for (const sector of sectors)
		for (const seat of shuffled(
			seats.filter((one) => one.sector === sector),
			random
		)) {
			const table = tables[next++ % tables.length];
			if (table) seated[seat.id] = table.id;
		}
	return seated;
}

/** Where those who have no table yet sit: each at the table with the fewest people of their sector, of several at the one with the fewest people. */
export function latecomers(
	{ tables, seated }: Pick<Tables, 'tables' | 'seated'>,
	people: readonly Pick<Seat, 'id' | 'sector'>[]
): Record<SeatId, string> {
	const given: Record<SeatId, string> = {};
	for (const late of people) {
		if (seated[late.id] !== undefined) continue;
		const full = { ...seated, ...given };
		const at = (table: string) => people.filter(({ id }) => full[id] === table);
		const [freest] = tables
			.map(({ id }, place) => ({
				id,
				place,
				all: at(id).length,
				same: at(id).filter(({ sector }) => sector === late.sector).length
			}))
			.sort((one, other) => one.same - other.same || one.all - other.all || one.place - other.place);
		if (freest) given[late.id] = freest.id;
	}
	return given;
}

/** Everybody but the hosts moves on to the next table. */
export function rotated({ tables, seated }: Pick<Tables, 'tables' | 'seated'>): Record<SeatId, string> {
	const hosts = new Set(tables.map(({ host }) => host));
	const place = new Map(tables.map(({ id }, index) => [id, index]));
	return Object.fromEntries(
		Object.entries(seated).map(([seat, table]) => {
			if (hosts.has(seat)) return [seat, table];
			const next = tables[((place.get(table) ?? 0) + 1) % tables.length];
			return [seat, next?.id ?? table];
		})
	);
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
	const copy = [...items];
	for (let end = copy.length - 1; end > 0; end--) {
		const at = Math.floor(random() * (end + 1));
		[copy[end], copy[at]] = [copy[at]!, copy[end]!];
	}
	return copy;
}
