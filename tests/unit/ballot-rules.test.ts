// Counting rules against published examples and by hand; each test names its source.
import { test } from 'uvu';
import { parse } from 'valibot';
import * as assert from 'uvu/assert';
import { ballotRulesSchema } from '#lib/ballot/ballot-schema.ts';
import { standardRules } from '#lib/ballot/rules.ts';
import { approvalVoteIsValid, countApproval } from '#lib/ballot/approval.ts';
import { countConsent } from '#lib/ballot/consent.ts';
import { countVotes } from '#lib/ballot/count.ts';
import { countDots, dotsVoteIsValid } from '#lib/ballot/dots.ts';
import { countFist } from '#lib/ballot/fist.ts';
import { countRanking, rankingVoteIsValid } from '#lib/ballot/ranking.ts';
import { countScores, scoreVoteIsValid } from '#lib/ballot/score.ts';
import { countSingle, singleVoteIsValid } from '#lib/ballot/single.ts';
import type { Vote } from '#lib/ballot/vote.ts';
import { motionResult, type MotionRules } from '#lib/ballot/yes-no-abstain.ts';

const times = (count: number, vote: Vote): Vote[] => Array.from({ length: count }, () => vote);
/** `ranked('ACB')`: A first, then C, then B. */
const ranked = (order: string): Vote => Object.fromEntries([...order].map((id, index) => [id, index + 1]));
const ballots = (lines: [number, string][]): Vote[] => lines.flatMap(([count, order]) => times(count, ranked(order)));

test('Schulze: the example of 45 voters and 5 candidates (M. Schulze) gives E > A > C > B > D with its two tables', () => {
	const votes = ballots([
		[5, 'ACBED'],
		[5, 'ADECB'],
		[8, 'BEDAC'],
		[3, 'CABED'],
		[7, 'CAEBD'],
		[2, 'CBADE'],
		[7, 'DCEBA'],
		[8, 'EBADC']
	]);
	const { result, counts } = countRanking([...'ABCDE'], votes);
	assert.equal(result.pairwise, [
		[0, 20, 26, 30, 22],
		[25, 0, 16, 33, 18],
		[19, 29, 0, 17, 24],
		[15, 12, 28, 0, 14],
		[23, 27, 21, 31, 0]
	]);
	assert.equal(result.paths, [
		[0, 28, 28, 30, 24],
		[25, 0, 28, 33, 24],
		[25, 29, 0, 29, 24],
		[25, 28, 28, 0, 24],
		[25, 28, 28, 31, 0]
	]);
	assert.equal(result.order, [['E'], ['A'], ['C'], ['B'], ['D']]);
	assert.equal(result.leaders, ['E']);
	assert.is(result.condorcet, null);
	assert.equal(counts, { A: 10, B: 8, C: 12, D: 7, E: 8 });
});

test('Schulze: the capital of Tennessee (the standard textbook example) is Nashville, which beats every other city', () => {
	const votes = ballots([
		[42, 'MNCK'],
		[26, 'NCKM'],
		[15, 'CKNM'],
		[17, 'KCNM']
	]);
	const { result } = countRanking([...'MNCK'], votes);
	assert.is(result.condorcet, 'N');
	assert.equal(result.order, [['N'], ['C'], ['K'], ['M']]);
});

test('Schulze: the paradox of Condorcet, three equal cycles, is a tie of all and is said so', () => {
	const { result } = countRanking(
		[...'ABC'],
		ballots([
			[1, 'ABC'],
			[1, 'BCA'],
			[1, 'CAB']
		])
	);
	assert.equal(result.leaders, ['A', 'B', 'C']);
	assert.equal(result.order, [['A', 'B', 'C']]);
});

test('Schulze: equal places are no preference, and a choice without a place is last', () => {
	const { result } = countRanking([...'ABC'], [{ A: 1, B: 1 }, { A: 1 }]);
	assert.equal(result.pairwise, [
		[0, 1, 2],
		[0, 0, 1],
		[0, 0, 0]
	]);
	assert.equal(result.order, [['A'], ['B'], ['C']]);
	assert.equal(countRanking([...'AB'], []).result.leaders, []);
	assert.ok(rankingVoteIsValid(['A', 'B'], { A: 2 }));
	for (const bad of [{}, { A: 0 }, { A: 3 }, { X: 1 }]) assert.not(rankingVoteIsValid(['A', 'B'], bad as Vote));
});

test('approval: the capital of Tennessee, two favourites each, is Nashville with 68 of 100', () => {
	const votes = [
		...times(42, { M: 1, N: 1 }),
		...times(26, { N: 1, C: 1 }),
		...times(15, { C: 1, K: 1 }),
		...times(17, { K: 1, C: 1 })
	];
	const { counts, result } = countApproval([...'MNCK'], votes);
	assert.equal(counts, { M: 42, N: 68, C: 58, K: 32 });
	assert.equal(result.leaders, ['N']);
});

test('approval keeps to its minimum and maximum; an empty vote counts only where none is asked for', () => {
	const choices = ['a', 'b', 'c'];
	const valid = (minimum: number, maximum: number, vote: Vote) =>
		approvalVoteIsValid(choices, { minimum, maximum }, vote);
	assert.ok(valid(1, 2, { a: 1, b: 1 }));
	assert.not(valid(1, 2, { a: 1, b: 1, c: 1 }));
	assert.not(valid(1, 2, {}));
	assert.ok(valid(0, 2, {}));
	assert.not(valid(2, 3, { a: 1 }));
	assert.not(valid(1, 3, { a: 2 }));
	assert.not(valid(1, 3, { x: 1 }));
	assert.ok(valid(9, 12, { a: 1, b: 1, c: 1 }), 'a minimum above the number of choices asks for all');
});

test('single choice: the most votes lead, with or without a majority, and equal ones are all named', () => {
	const { counts, result } = countSingle(
		['a', 'b', 'c'],
		[...times(4, { a: 1 }), ...times(3, { b: 1 }), ...times(2, { c: 1 })]
	);
	assert.equal(counts, { a: 4, b: 3, c: 2 });
	assert.equal(result, { leaders: ['a'], majority: false });
	assert.equal(countSingle(['a', 'b'], [...times(3, { a: 1 }), { b: 1 }]).result, { leaders: ['a'], majority: true });
	assert.equal(countSingle(['a', 'b'], [{ a: 1 }, { b: 1 }]).result, { leaders: ['a', 'b'], majority: false });
	assert.equal(countSingle(['a', 'b'], []).result.leaders, []);
	assert.ok(singleVoteIsValid(['a', 'b'], { b: 1 }));
	for (const bad of [{}, { a: 1, b: 1 }, { a: 2 }, { a: 0 }, { c: 1 }])
		assert.not(singleVoteIsValid(['a', 'b'], bad as Vote));
});

const motion = (yes: number, no: number, abstain: number, rules: Partial<MotionRules> = {}, entitled = 15) =>
	motionResult({ yes, no, abstain }, { majority: 'half', base: 'decisive', quorum: 0, ...rules }, entitled);

test('simple majority: more for than against, abstentions do not count (2 for, 3 abstain passes; art. 14 u.s.g. in practice)', () => {
	assert.is(motion(2, 0, 3).verdict, 'passed');
	assert.is(motion(8, 7, 0).verdict, 'passed');
	assert.is(motion(7, 7, 1).verdict, 'tie');
	assert.is(motion(0, 0, 5).verdict, 'undecided');
	assert.is(motion(1, 2, 9).verdict, 'failed');
});

test('absolute majority: more for than against and abstaining together (NSA SA/Wr 785/91)', () => {
	assert.is(motion(7, 6, 1, { base: 'cast' }).verdict, 'failed');
	assert.is(motion(8, 6, 1, { base: 'cast' }).verdict, 'passed');
	assert.is(motion(2, 0, 3, { base: 'cast' }).verdict, 'failed');
});

test('absolute majority of the whole body: 11 of 21, however few vote (TK W 18/94)', () => {
	assert.is(motion(10, 0, 0, { base: 'entitled' }, 21).verdict, 'failed');
	assert.is(motion(11, 0, 0, { base: 'entitled' }, 21).verdict, 'passed');
	assert.is(motion(11, 10, 0, { base: 'entitled' }, 21).needed, 11);
	assert.is(motion(8, 0, 0, { base: 'entitled' }, 15).needed, 8, '8 of 15');
});

test('two thirds are reached exactly, without rounding', () => {
	assert.is(motion(6, 3, 0, { majority: 'two-thirds' }).verdict, 'passed');
	assert.is(motion(66, 34, 0, { majority: 'two-thirds' }, 100).verdict, 'failed');
	assert.is(motion(67, 33, 0, { majority: 'two-thirds' }, 100).verdict, 'passed');
	assert.is(motion(6, 3, 0, { majority: 'two-thirds' }).needed, 6);
});

test('a quorum of half the entitled counts abstentions and comes before everything (art. 41 § 2 pr. spółdz.)', () => {
	const half = { quorum: 50 };
	assert.is(motion(7, 0, 0, half, 15).verdict, 'no-quorum');
	assert.is(motion(7, 0, 1, half, 15).verdict, 'passed');
	assert.is(motion(7, 0, 1, half, 15).quorum, 8);
	assert.is(motion(5, 0, 0, half, 10).verdict, 'passed');
});

test('dots: sums and people behind them; limits of dots and of one on a sticky', () => {
	const { counts, result } = countDots([{ s2: 3, s1: 2 }, { s1: 1 }, { s3: 3 }]);
	assert.equal(counts, { s1: 3, s2: 3, s3: 3 });
	assert.equal(result.leaders, ['s1', 's2', 's3']);
	assert.equal(result.people, { s1: 2, s2: 1, s3: 1 });
	assert.ok(dotsVoteIsValid({ dots: 5, onePerSticky: false }, { a: 5 }));
	assert.not(dotsVoteIsValid({ dots: 5, onePerSticky: false }, { a: 5, b: 1 }));
	assert.not(dotsVoteIsValid({ dots: 5, onePerSticky: true }, { a: 2 }));
	assert.not(dotsVoteIsValid({ dots: 5, onePerSticky: false }, { a: 0 }));
	assert.ok(dotsVoteIsValid({ dots: 5, onePerSticky: true }, {}), 'all dots taken back');
});

test('6 counts list stickies by id, not in the order in which they got their first dot', () => {
	assert.equal(Object.keys(countVotes([], [{ z: 1 }, { a: 1 }, { m: 1 }])), ['a', 'm', 'z']);
	assert.equal(Object.keys(countVotes(['z', 'b'], [{ x: 1 }, { b: 1 }, { a: 1 }])), ['z', 'b', 'a', 'x']);
});

test('score: mean, median and distribution; a choice left blank is not a zero', () => {
	const { counts, result } = countScores(['a', 'b'], [{ a: 5, b: 0 }, { a: 4 }, { a: 0, b: 3 }, { a: 4, b: 3 }]);
	assert.equal(counts, { a: 13, b: 6 });
	assert.equal(result.scores.a, { n: 4, mean: 3.25, median: 4, distribution: [1, 0, 0, 0, 2, 1] });
	assert.equal(result.scores.b, { n: 3, mean: 2, median: 3, distribution: [1, 0, 0, 2, 0, 0] });
	assert.equal(result.leaders, ['a']);
	assert.is(countScores(['a'], [{ a: 2 }, { a: 5 }]).result.scores.a!.median, 3.5);
	assert.is(countScores(['a'], []).result.scores.a!.mean, null);
	assert.equal(
		countScores(
			['a', 'b'],
			[
				{ a: 1, b: 1 },
				{ a: 0, b: 0 },
				{ a: 0, b: 0 }
			]
		).result.leaders,
		['a', 'b']
	);
	assert.ok(scoreVoteIsValid(['a'], { a: 0 }));
	for (const bad of [{}, { a: 6 }, { x: 1 }]) assert.not(scoreVoteIsValid(['a'], bad as Vote));
});

test('fist of five: together from three fingers on, one fist is enough to go on talking', () => {
	const hands = (...shown: number[]): Vote[] => shown.map((fingers) => ({ [`f${fingers}`]: 1 }));
	assert.equal(countFist(hands(5, 4, 3, 3)).result, { together: true, below: 0, mean: 3.75 });
	assert.equal(countFist(hands(5, 5, 5, 0)).result, { together: false, below: 1, mean: 3.75 });
	assert.equal(countFist([]).result, { together: false, below: 0, mean: null });
});

test('consent: given unless somebody objects; concerns do not stop it, silence does not give it', () => {
	const say = (stance: string): Vote => ({ [stance]: 1 });
	assert.equal(countConsent([...times(9, say('consent')), say('concern')]).result, {
		given: true,
		objections: 0,
		concerns: 1
	});
	assert.equal(countConsent([...times(9, say('consent')), say('objection')]).result, {
		given: false,
		objections: 1,
		concerns: 0
	});
	assert.not(countConsent([]).result.given);
});

test('the standard rules are what the schema fills in', () => {
	assert.equal(parse(ballotRulesSchema, {}), standardRules);
});

test.run();
