// What every counting rule shares: summing votes in an order that tells nothing, and naming the leaders. Knows no method.
import type { ChoiceId, Vote } from './vote.ts';

export type Counts = Record<ChoiceId, number>;

/**
 * Sums the numbers of all votes by choice. Every given choice is there, with 0 if nobody took it; others (stickies that
 * somebody gave dots to) follow sorted by id, because the order in which they were first named is the order of voting.
 */
export function countVotes(choices: readonly ChoiceId[], votes: Iterable<Vote>): Counts {
	const sums = new Map<ChoiceId, number>(choices.map((id) => [id, 0]));
	for (const vote of votes)
		for (const [choice, weight] of Object.entries(vote)) sums.set(choice, (sums.get(choice) ?? 0) + weight);
	const known = new Set(choices);
	const others = [...sums.keys()].filter((id) => !known.has(id)).sort();
	return Object.fromEntries([...choices, ...others].map((id) => [id, sums.get(id)!]));
}

/** Everyone with the highest count, in the order of the counts; several are a tie. Nobody leads where all have 0. */
export function leadersOf(counts: Readonly<Counts>): ChoiceId[] {
	const highest = Math.max(0, ...Object.values(counts));
	return highest === 0 ? [] : Object.keys(counts).filter((id) => counts[id] === highest);
}
