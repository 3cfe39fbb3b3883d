// A dot vote as the record keeps it: stickies under their citation ids, those with dots as the choices. Knows no board.
import type { Balance } from '#lib/ballot/balance.ts';
import type { Ballot } from '#lib/ballot/ballot.ts';

/** Dots name stickies of the board: on paper they get the citation ids, and the stickies with dots become the choices. */
export function onPaper(ballot: Ballot, ids: ReadonlyMap<string, string>, textOf: ReadonlyMap<string, string>): Ballot {
	if (ballot.method !== 'dots' || !ballot.tally) return ballot;
	const cited = <T>(of: Record<string, T>): Record<string, T> =>
		Object.fromEntries(Object.entries(of).map(([id, value]) => [ids.get(id) ?? id, value]));
	const { tally } = ballot;
	const choices = Object.entries(tally.counts)
		.sort(([, one], [, other]) => other - one)
		.flatMap(([id]) => (ids.has(id) ? [{ id: ids.get(id)!, text: textOf.get(id) ?? '' }] : []));
	return {
		...ballot,
		choices,
		tally: {
			...tally,
			counts: cited(tally.counts),
			...(tally.result?.method === 'dots'
				? {
						result: {
							...tally.result,
							leaders: tally.result.leaders.map((id) => ids.get(id) ?? id),
							people: cited(tally.result.people)
						}
					}
				: {}),
			...(tally.bySector
				? { bySector: tally.bySector.map((group) => ({ ...group, counts: cited(group.counts) })) }
				: {}),
			...(tally.balance ? { balance: citedBalance(tally.balance, ids) } : {}),
			...(tally.receipts ? { receipts: tally.receipts.map(({ code, vote }) => ({ code, vote: cited(vote) })) } : {})
		},
		...(ballot.votes
			? { votes: Object.fromEntries(Object.entries(ballot.votes).map(([seat, vote]) => [seat, cited(vote)])) }
			: {})
	};
}

const citedBalance = (balance: Balance, ids: ReadonlyMap<string, string>): Balance => ({
	...balance,
	subjects: balance.subjects.map((subject) => ({ ...subject, id: ids.get(subject.id) ?? subject.id })),
	leaders: balance.leaders.map((id) => ids.get(id) ?? id)
});
