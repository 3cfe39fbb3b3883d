// Promise 6 for everything that is published of a secret ballot: nobody's vote can be worked out, even by one who knows the rules.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fingers } from '#lib/ballot/fist.ts';
import { groupsBySize, smallestGroup } from '#lib/ballot/groups.ts';
import { picksOne, standsFor, type CountedMethod } from '#lib/ballot/stance.ts';
import { tallyOf, type Cast, type Tally } from '#lib/ballot/tally.ts';
import type { ChoiceId, Vote } from '#lib/ballot/vote.ts';
import { consentStances } from '#lib/ballot/consent.ts';
import { yesNoAbstain } from '#lib/ballot/yes-no-abstain.ts';
import { sectors, type Sector } from '#lib/people/people.ts';

/** Repeatable randomness (Lehmer); the seed is said when a test fails. */
function dice(seed: number): (sides: number) => number {
	let state = (seed * 7919 + 17) % 2147483647;
	return (sides) => {
		state = (state * 48271) % 2147483647;
		return state % sides;
	};
}

type Method = { method: CountedMethod; choices: { id: ChoiceId }[]; dots: number; secret: true };
const ballot = (method: CountedMethod, ids: readonly ChoiceId[]): Method => ({
	method,
	choices: ids.map((id) => ({ id })),
	dots: 5,
	secret: true
});
const own = ['c0', 'c1', 'c2'];
const methods: Method[] = [
	ballot('single', own),
	ballot('yes-no-abstain', yesNoAbstain),
	ballot('fist', fingers),
	ballot('consent', consentStances),
	ballot('approval', own),
	ballot('approval', own.slice(0, 2)),
	ballot('score', own),
	ballot('ranking', own)
];

function randomVote({ method, choices }: Method, roll: (sides: number) => number): Vote {
	const ids = choices.map(({ id }) => id);
	if (picksOne(method)) return { [ids[Math.min(roll(ids.length), roll(ids.length))]!]: 1 };
	if (method === 'approval') {
		const named = ids.filter(() => roll(3) > 0);
		return Object.fromEntries((named.length > 0 ? named : ids.slice(0, 1)).map((id) => [id, 1]));
	}
	if (method === 'score') return Object.fromEntries(ids.map((id) => [id, roll(6)]));
	return Object.fromEntries(ids.map((id) => [id, 1 + roll(ids.length)]));
}

/** What one voter said to each thing that the published numbers are about. */
const answers = ({ method, choices }: Method, vote: Vote): string[] => {
	const ids = choices.map(({ id }) => id);
	return picksOne(method) ? [Object.keys(vote)[0]!] : ids.map((id) => String(standsFor(method, ids, vote, id)));
};

/** Every different way to hand the votes out to the voters. */
function* deals(votes: readonly Vote[]): Generator<Vote[]> {
	const kinds = new Map<string, { vote: Vote; left: number }>();
	for (const vote of votes) {
		const key = JSON.stringify(vote);
		const kind = kinds.get(key) ?? { vote, left: 0 };
		kinds.set(key, { ...kind, left: kind.left + 1 });
	}
	const left = [...kinds.values()];
	function* deal(dealt: Vote[]): Generator<Vote[]> {
		if (dealt.length === votes.length) yield [...dealt];
		else
			for (const kind of left)
				if (kind.left > 0) {
					kind.left--;
					dealt.push(kind.vote);
					yield* deal(dealt);
					dealt.pop();
					kind.left++;
				}
	}
	yield* deal([]);
}

const cast = (room: readonly Sector[], votes: readonly Vote[]): Cast[] =>
	room.map((sector, seat) => ({ sector, vote: votes[seat]! }));

/**
 * The most curious reader knows who is in which sector, every vote without its voter (as the list of receipts says), the
 * program, and what was published. They work out what is left: every way to hand the votes out that leads to just this
 * publication. Says whose answer is the same in all of them, though the room was not of one mind.
 */
function workedOut(held: Method, room: readonly Sector[], votes: readonly Vote[]): string[] {
	const ways = new Map<string, Vote[][]>();
	for (const dealt of deals(votes)) {
		const published = JSON.stringify(tallyOf(held, cast(room, dealt)));
		ways.set(published, [...(ways.get(published) ?? []), dealt]);
	}
	const all = votes.map((vote) => answers(held, vote));
	const told: string[] = [];
	for (const [published, possible] of ways) {
		const possibleAnswers = possible.map((dealt) => dealt.map((vote) => answers(held, vote)));
		for (let voter = 0; voter < room.length; voter++)
			for (let question = 0; question < all[0]!.length; question++) {
				if (new Set(all.map((each) => each[question])).size === 1) continue;
				if (new Set(possibleAnswers.map((dealt) => dealt[voter]![question])).size === 1)
					told.push(`${held.method}: voter ${voter} (${room[voter]}), question ${question}: ${published}`);
			}
	}
	return told;
}

const rooms = (size: number, roll: (sides: number) => number): Sector[] => {
	const kinds = 2 + roll(2);
	return Array.from({ length: size }, () => sectors[roll(kinds)]!).sort();
};

test("6 no publication of thousands of small secret ballots, of any method, lets anyone's answer be worked out", () => {
	let tried = 0;
	let shown = 0;
	for (let seed = 1; seed <= 2400; seed++) {
		const roll = dice(seed);
		const held = methods[seed % methods.length]!;
		const size = 3 + roll(4);
		const room = rooms(size, roll);
		const votes = room.map(() => randomVote(held, roll));
		assert.equal(workedOut(held, room, votes), [], `seed ${seed}`);
		tried++;
		if (tallyOf(held, cast(room, votes)).bySector) shown++;
	}
	assert.is(tried, 2400);
	assert.ok(shown > 50, `a breakdown was shown only ${shown} times: the test would prove nothing`);
});

test('6 nor with every split of six to eight yes and no votes between two sectors', () => {
	for (let size = 6; size <= 8; size++)
		for (let first = smallestGroup; first <= size - smallestGroup; first++)
			for (let yes = 0; yes <= size; yes++) {
				const room = Array.from({ length: size }, (_, seat): Sector => (seat < first ? 'public' : 'ngo'));
				const votes = room.map((_, seat): Vote => (seat < yes ? { yes: 1 } : { no: 1 }));
				assert.equal(workedOut(ballot('yes-no-abstain', yesNoAbstain), room, votes), [], `${size} ${first} ${yes}`);
			}
});

test('6 leaving the sectors out must not tell either: 4, 2 and 2 votes in rooms of five and three could only be hidden for one reason', () => {
	const room: Sector[] = ['public', 'public', 'public', 'public', 'public', 'ngo', 'ngo', 'ngo'];
	const votes: Vote[] = ['c0', 'c0', 'c0', 'c0', 'c1', 'c1', 'c2', 'c2'].map((id) => ({ [id]: 1 }));
	assert.equal(workedOut(ballot('single', own), room, votes), []);
});

function checkPublished(held: Method, slips: readonly Cast[], tally: Tally): void {
	assert.is(tally.voted, slips.length);
	for (const group of tally.bySector ?? []) {
		assert.ok(group.voted >= smallestGroup, 'a group under three');
		const members = slips.filter(({ sector }) => group.sectors.includes(sector)).map(({ vote }) => answers(held, vote));
		assert.is(group.voted, members.length);
		const everyone = slips.map(({ vote }) => answers(held, vote));
		everyone[0]!.forEach((_, question) => {
			if (new Set(everyone.map((each) => each[question])).size > 1)
				assert.ok(new Set(members.map((each) => each[question])).size > 1, 'a group of one mind');
		});
	}
	const published = (tally.bySector ?? []).flatMap((group) => group.sectors);
	assert.is(new Set(published).size, published.length, 'groups overlap');
	const left = slips.filter(({ sector }) => tally.bySector && !published.includes(sector));
	assert.is(left.length, 0, 'the difference between total and groups shows some votes');
}

test('6 in thousands of rooms of 12 to 25 no group is under three, of one mind, or left over as a difference', () => {
	let shown = 0;
	for (let seed = 1; seed <= 6000; seed++) {
		const roll = dice(seed + 99_000);
		const held = methods[seed % methods.length]!;
		const size = 12 + roll(14);
		const room = Array.from({ length: size }, () => sectors[Math.min(roll(6), roll(6))]!);
		const slips = cast(
			room,
			room.map(() => randomVote(held, roll))
		);
		const tally = tallyOf(held, slips);
		checkPublished(held, slips, tally);
		if (tally.bySector) shown++;
	}
	assert.ok(shown > 500, `a breakdown was shown only ${shown} times`);
});

test('6 two voters of one published group who change places change not one byte of what is published', () => {
	for (let seed = 1; seed <= 3000; seed++) {
		const roll = dice(seed + 500_000);
		const dotted: Method = { ...ballot('dots', []), dots: 5 };
		const held = seed % 5 === 0 ? dotted : methods[seed % methods.length]!;
		const vote = (): Vote =>
			held.method === 'dots' ? { [`s${roll(9)}`]: 1, [`t${roll(9)}`]: 2 } : randomVote(held, roll);
		const room = Array.from({ length: 8 + roll(10) }, () => sectors[roll(3)]!);
		const slips: Cast[] = room.map((sector, seat) => ({
			sector,
			vote: vote(),
			reason: `bo ${roll(5)}`,
			receipt: `CODE${seat}`
		}));
		const published = tallyOf(held, slips);
		const groups = published.bySector?.map((group) => group.sectors) ?? sectors.map((sector) => [sector]);
		const one = roll(room.length);
		const mates = room.flatMap((sector, seat) =>
			groups.some((group) => group.includes(sector) && group.includes(room[one]!)) ? [seat] : []
		);
		const other = mates[roll(mates.length)]!;
		const swapped = slips.map((slip, seat) =>
			seat === one
				? { ...slips[other]!, sector: slip.sector }
				: seat === other
					? { ...slips[one]!, sector: slip.sector }
					: slip
		);
		assert.is(JSON.stringify(tallyOf(held, swapped)), JSON.stringify(published), `seed ${seed}`);
	}
});

test('6 a secret ballot of fewer than three publishes how many voted and no number more', () => {
	const slips = cast(['ngo', 'public'], [{ yes: 1 }, { no: 1 }]).map((slip) => ({
		...slip,
		reason: 'bo tak',
		receipt: 'CCCC2222'
	}));
	assert.equal(tallyOf(ballot('yes-no-abstain', yesNoAbstain), slips), {
		voted: 2,
		counts: { yes: 0, no: 0, abstain: 0 },
		withheld: true
	});
});

test('6 groups are made from sizes alone: small sectors merge, and take the smallest big one with them where they are too few', () => {
	const room = (sizes: Partial<Record<Sector, number>>) =>
		Object.entries(sizes).flatMap(([sector, size]) =>
			Array.from({ length: size }, () => ({ sector: sector as Sector }))
		);
	assert.equal(groupsBySize(room({ public: 5, business: 4, ngo: 3 })), [['public'], ['business'], ['ngo']]);
	assert.equal(groupsBySize(room({ public: 5, business: 2, ngo: 1 })), [['public'], ['business', 'ngo']]);
	assert.equal(groupsBySize(room({ public: 5, business: 4, ngo: 1 })), [['public'], ['business', 'ngo']]);
	assert.is(groupsBySize(room({ public: 9, ngo: 1 })), null);
	assert.is(groupsBySize(room({ public: 2, ngo: 1 })), null);
});

test('a ballot that was not secret shows every sector, however small', () => {
	const tally = tallyOf({ ...ballot('single', own), secret: false }, cast(['ngo', 'public'], [{ c0: 1 }, { c1: 1 }]));
	assert.equal(
		tally.bySector?.map(({ sectors: group, voted }) => [group, voted]),
		[
			[['public'], 1],
			[['ngo'], 1]
		]
	);
	assert.is(tally.receipts, undefined);
});

test.run();
