// A dot vote as the record keeps it: stickies under their citation ids, those with dots as the choices. Knows no board.
import type { Balance } from '#lib/ballot/balance.ts';
import type { Ballot } from '#lib/ballot/ballot.ts';

/** Dots name stickies of the board: on paper they get the citation ids, and the stickies with dots become the choices. */
export function onPaper(ballot: Ballot, ids: ReadonlyMap<string, string>, textOf: ReadonlyMap<string, string>): Ballot {
	if (ballot.method !== 'dots' || !ballot.tally) return ballot;
	/** Of stickies that were merged, dots are summed; of people, who may have given both some, there were at least the most. */
	const cited = (of: Record<string, number>, join = (one: number, other: number) => one + other) => {
		const counts: Record<string, number> = {};
		for (const [id, value] of Object.entries(of)) {
			const cite = ids.get(id) ?? id;
			counts[cite] = Object.hasOwn(counts, cite) ? join(counts[cite]!, value) : value;
		}
		return counts;
	};
	const { tally } = ballot;
	const textBy = new Map([...ids].map(([id, cite]) => [cite, textOf.get(id) ?? '']));
	const choices = Object.entries(cited(tally.counts))
		.sort(([, one], [, other]) => other - one)
		.flatMap(([id]) => (textBy.has(id) ? [{ id, text: textBy.get(id)! }] : []));
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
							leaders: [...new Set(tally.result.leaders.map((id) => ids.get(id) ?? id))],
							people: cited(tally.result.people, Math.max)
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
