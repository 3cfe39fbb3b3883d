// Tallies a ballot: count, result, groups, balance, reasons and receipts, only as far as nobody can be told apart. Pure.
import { sectors, type Sector } from '#lib/people/people.ts';
import { balanceOf, type Balance, type SectorTally } from './balance.ts';
import { countVotes, type Counts } from './count.ts';
import { countBallot, isCast, leadersIn, rulesOf, type Countable, type Result } from './counting.ts';
import { groupsBySize, groupsMayBeShown, smallestGroup, type Voter } from './groups.ts';
import { receiptList, type Receipt } from './receipt.ts';
import { countStanding, picksOne, standsFor } from './stance.ts';
import type { ChoiceId, Slip, Vote } from './vote.ts';

/** A reason that somebody gave; with the sector only where the ballot was not secret. */
export type Reason = { choice: ChoiceId | null; reason: string; sector?: Sector };

export type Tally = {
	/** How many voted. */
	voted: number;
	/** What the rule of the method sums: votes, approvals, dots, points, first places. */
	counts: Counts;
	/** A secret ballot with fewer votes than `smallestGroup`: the numbers would say who chose what, so there are none. */
	withheld?: true;
	/** Left out where any breakdown would show who voted how. */
	bySector?: SectorTally[];
	result?: Result;
	balance?: Balance;
	reasons?: Reason[];
	receipts?: Receipt[];
	/** How many of the votes the facilitator entered, from paper or for people without a phone. */
	entered?: number;
	/** People who may vote, entered votes included. */
	entitled?: number;
};

export type Cast = Slip & { sector: Sector; /** By the facilitator's hand. */ entered?: boolean };

export function tallyOf(ballot: Countable & { secret: boolean }, cast: readonly Cast[]): Tally {
	const slips = cast.filter(({ vote }) => isCast(ballot.method, vote));
	const entered = slips.filter((slip) => slip.entered).length;
	const people = {
		voted: slips.length,
		...(entered > 0 ? { entered } : {}),
		...(ballot.entitled ? { entitled: ballot.entitled.length + entered } : {})
	};
	if (ballot.secret && slips.length < smallestGroup)
		return { ...people, counts: countVotes(idsOf(ballot), []), withheld: true };

	const votes = slips.map(({ vote }) => vote);
	const { counts, result } = countBallot(ballot, votes, entered);
	const bySector = ballot.secret ? secretGroups(ballot, slips) : plainGroups(ballot, slips);
	const balance = bySector && balanceOf(ballot.method, Object.keys(counts), bySector, leadersIn(result));
	const reasons = reasonsOf(ballot, slips);
	const receipts = ballot.secret && rulesOf(ballot).receipts ? receiptList(slips) : [];
	return {
		...people,
		counts,
		result,
		...(bySector ? { bySector } : {}),
		...(balance ? { balance } : {}),
		...(reasons.length > 0 ? { reasons } : {}),
		...(receipts.length > 0 ? { receipts } : {})
	};
}

const idsOf = (ballot: Countable): ChoiceId[] => ballot.choices.map(({ id }) => id);

function plainGroups(ballot: Countable, slips: readonly Cast[]): SectorTally[] | null {
	const present = sectors.filter((sector) => slips.some((slip) => slip.sector === sector));
	return present.length > 1 ? present.map((sector) => sectorTally(ballot, [sector], slips)) : null;
}

/** Of secret dots never: on so many stickies some group is always of one mind. */
function secretGroups(ballot: Countable, slips: readonly Cast[]): SectorTally[] | null {
	if (ballot.method === 'dots') return null;
	const voters: Voter[] = slips.map(({ sector, vote }) => ({ sector, answers: answersOf(ballot, vote) }));
	const groups = groupsBySize(voters);
	if (!groups || !groupsMayBeShown(voters, groups)) return null;
	return groups.map((group) => sectorTally(ballot, group, slips));
}

function answersOf(ballot: Countable, vote: Vote): string[] {
	if (picksOne(ballot.method)) return [Object.keys(vote)[0] ?? ''];
	const choices = idsOf(ballot);
	return choices.map((id) => String(standsFor(ballot.method, choices, vote, id)));
}

/** Counts of a group: of methods that pick one, who picked what; of others, how many stand for each choice. */
function sectorTally(ballot: Countable, group: readonly Sector[], slips: readonly Cast[]): SectorTally {
	const votes = slips.filter(({ sector }) => group.includes(sector)).map(({ vote }) => vote);
	const choices = ballot.method === 'dots' ? stickiesIn(slips) : idsOf(ballot);
	return {
		sectors: [...group],
		voted: votes.length,
		counts: picksOne(ballot.method) ? countVotes(choices, votes) : countStanding(ballot.method, choices, votes)
	};
}

const stickiesIn = (slips: readonly Cast[]): ChoiceId[] =>
	[...new Set(slips.flatMap(({ vote }) => Object.keys(vote)))].sort();

/** By choice, then by text: the order says nothing of who came first. */
function reasonsOf(ballot: Countable & { secret: boolean }, slips: readonly Cast[]): Reason[] {
	const order = idsOf(ballot);
	const rank = ({ choice }: Reason) => (choice === null ? order.length : order.indexOf(choice));
	return slips
		.flatMap(({ vote, reason, sector }): Reason[] => {
			if (!reason) return [];
			const choice = picksOne(ballot.method) ? (Object.keys(vote)[0] ?? null) : null;
			return [{ choice, reason, ...(ballot.secret ? {} : { sector }) }];
		})
		.sort(
			(one, other) => rank(one) - rank(other) || compare(one.reason, other.reason) || compare(one.sector, other.sector)
		);
}

const compare = (one = '', other = ''): number => (one < other ? -1 : one > other ? 1 : 0);
