// What became of the tables: every round with who sat where, from when to when. Pure; the record tells of it.
import type { SeatId } from './people.ts';
import type { Table, Tables } from './tables.ts';

export type HeldRound = {
	/** The item that ran when it began. */
	item: string | null;
	/** 0 is the first at these tables. */
	number: number;
	/** ms since the epoch; `to` is missing while it goes on. */
	from: number;
	to?: number;
	tables: Pick<Table, 'id' | 'name'>[];
	/** Where each seat sat last; who left stays. */
	seated: Record<SeatId, string>;
};

/** Tables that are set anew so soon, ms, only put right how they were set. */
const secondThought = 60_000;

/** The rounds after tables changed from `before` to `after` while `item` ran. */
export function foldRounds(
	rounds: HeldRound[],
	before: Tables,
	after: Tables,
	item: string | null,
	at: number
): HeldRound[] {
	if (before === after) return rounds;
	const last = rounds.at(-1);
	const going = last && last.to === undefined ? last : null;
	const past = going ? rounds.slice(0, -1) : rounds;
	const ended = going ? [{ ...going, to: at }] : [];
	if (after.tables.length === 0) return [...past, ...ended];
	const anew = after.tables[0]!.id !== before.tables[0]?.id;
	if (going && !anew && after.round === before.round)
		return [...past, { ...going, seated: { ...going.seated, ...after.seated } }];
	const tables = after.tables.map(({ id, name }) => ({ id, name }));
	const next = { item, number: after.round, from: at, tables, seated: after.seated };
	const again = anew && going && going.number === 0 && at - going.from < secondThought;
	return again ? [...past, { ...next, from: going.from }] : [...past, ...ended, next];
}
