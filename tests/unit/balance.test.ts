// Sector-balanced results: golden cases worked out by hand.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { balanceOf, type SectorTally } from '#lib/ballot/balance.ts';
import type { Sector } from '#lib/people/people.ts';

const group = (sectors: Sector[], voted: number, counts: Record<string, number>): SectorTally => ({
	sectors,
	voted,
	counts
});
const near = (value: number, wanted: number) => assert.ok(Math.abs(value - wanted) < 1e-9, `${value} is not ${wanted}`);

test('the plain and the balanced winner differ: ten officials want A, firms and NGOs want B', () => {
	const balance = balanceOf(
		'single',
		['A', 'B'],
		[group(['public'], 10, { A: 9, B: 1 }), group(['business'], 3, { A: 0, B: 3 }), group(['ngo'], 4, { A: 1, B: 3 })],
		['A']
	)!;
	const [a, b] = balance.subjects;
	assert.is(a!.agree, 10);
	assert.is(b!.agree, 7);
	near(a!.equal, (9 / 10 + 0 + 1 / 4) / 3);
	near(a!.consensus, Math.cbrt((10 / 12) * (1 / 5) * (2 / 6)));
	near(b!.consensus, Math.cbrt((2 / 12) * (4 / 5) * (4 / 6)));
	assert.equal(balance.leaders, ['B']);
	assert.ok(balance.differs);
});

test('a motion supported overall and opposed in one sector says so, with the numbers of that sector', () => {
	const { subjects, leaders, differs } = balanceOf(
		'yes-no-abstain',
		['yes', 'no', 'abstain'],
		[
			group(['public'], 8, { yes: 7, no: 1, abstain: 0 }),
			group(['ngo'], 5, { yes: 1, no: 3, abstain: 1 }),
			group(['academia'], 3, { yes: 1, no: 1, abstain: 1 })
		],
		[]
	)!;
	assert.is(subjects.length, 1);
	assert.equal(subjects[0]!.opposedIn, [['ngo']]);
	assert.equal(subjects[0]!.lowest, { sectors: ['ngo'], agreement: 2 / 7, voted: 5 });
	assert.is(subjects[0]!.agree, 9);
	assert.is(subjects[0]!.voted, 16);
	assert.equal(leaders, []);
	assert.not(differs);
});

test('what the room does not support is opposed in no sector in particular', () => {
	const { subjects } = balanceOf(
		'yes-no-abstain',
		['yes', 'no', 'abstain'],
		[group(['public'], 4, { yes: 1, no: 3, abstain: 0 }), group(['ngo'], 4, { yes: 2, no: 2, abstain: 0 })],
		[]
	)!;
	assert.equal(subjects[0]!.opposedIn, []);
});

test('a group of merged sectors counts once for each of its sectors', () => {
	const { subjects } = balanceOf(
		'approval',
		['a'],
		[group(['public'], 6, { a: 3 }), group(['business', 'church', 'academia'], 4, { a: 3 })],
		['a']
	)!;
	near(subjects[0]!.equal, (3 / 6 + 3 * (3 / 4)) / 4);
	near(subjects[0]!.consensus, ((4 / 8) * (4 / 6) ** 3) ** (1 / 4));
});

test('in consent a concern goes along and only an objection is against; five fingers and three go along', () => {
	const consent = balanceOf(
		'consent',
		['consent', 'concern', 'objection'],
		[
			group(['public'], 5, { consent: 4, concern: 1, objection: 0 }),
			group(['ngo'], 3, { consent: 1, concern: 0, objection: 2 })
		],
		[]
	)!;
	assert.is(consent.subjects[0]!.agree, 6);
	assert.equal(consent.subjects[0]!.opposedIn, [['ngo']]);
	const fist = balanceOf(
		'fist',
		['f0', 'f1', 'f2', 'f3', 'f4', 'f5'],
		[group(['public'], 4, { f5: 2, f3: 2 }), group(['ngo'], 3, { f0: 1, f2: 1, f4: 1 })],
		[]
	)!;
	assert.is(fist.subjects[0]!.agree, 5);
	assert.equal(fist.subjects[0]!.opposedIn, [['ngo']]);
});

test('without a breakdown there is no balance', () => {
	assert.is(balanceOf('single', ['a', 'b'], undefined, ['a']), null);
	assert.is(balanceOf('single', ['a', 'b'], [group(['ngo'], 9, { a: 9 })], ['a']), null);
});

test.run();
