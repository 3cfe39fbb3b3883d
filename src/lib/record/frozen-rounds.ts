// The rounds at tables as the record keeps them: how many sat where and of which sectors, never who. Pure.
import { sectors } from '#lib/people/people.ts';
import type { SeatId } from '#lib/people/people.ts';
import type { SessionState } from '#lib/session/session.ts';
import type { ItemOf } from './frozen.ts';
import type { SessionRecord } from './record.ts';

/** `known`: the seats that are participants of the record. Rounds in which nobody sat anywhere are left out. */
export function frozenRounds(
	{ rounds, agenda, seats, removed, closedAt }: SessionState,
	known: ReadonlyMap<SeatId, string>,
	itemOf: ItemOf
): SessionRecord['rounds'] {
	return rounds
		.map(({ item, number, from, to, tables, seated }) => {
			const under = agenda.find(({ id }) => id === item);
			const nameless = (under?.strictest ?? under?.privacy) === 'anonymous';
			const sat = Object.keys(seated).filter((seat) => known.has(seat));
			return {
				item: itemOf(item),
				number: number + 1,
				from,
				to: to ?? closedAt,
				tables: tables.map(({ id, name }) => {
					const here = sat.filter((seat) => seated[seat] === id);
					const count = (sector: string) =>
						here.filter((seat) => (seats[seat] ?? removed[seat])?.sector === sector).length;
					return {
						name,
						people: here.length,
						sectors: nameless
							? []
							: sectors.map((sector) => ({ sector, count: count(sector) })).filter((each) => each.count > 0)
					};
				})
			};
		})
		.filter(({ tables }) => tables.some(({ people }) => people > 0));
}
