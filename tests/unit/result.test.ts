// How a result is shown: in the order of the ballot, with shares of all who voted, and ties said plainly.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isTie, resultRows } from '#lib/ballot/result.ts';

const choices = [
	{ id: 'yes', text: 'yes' },
	{ id: 'no', text: 'no' },
	{ id: 'abstain', text: 'abstain' }
];

test('rows keep the order of the ballot and share out of all votes', () => {
	const rows = resultRows(choices, { voted: 4, counts: { no: 3, yes: 1, abstain: 0 } });
	assert.equal(
		rows.map(({ id, count, share, leads }) => [id, count, share, leads]),
		[
			['yes', 1, 0.25, false],
			['no', 3, 0.75, true],
			['abstain', 0, 0, false]
		]
	);
});

test('abstaining never leads', () => {
	const tally = { voted: 5, counts: { yes: 1, no: 0, abstain: 4 } };
	assert.equal(
		resultRows(choices, tally).map(({ leads }) => leads),
		[true, false, false]
	);
	assert.is(isTie(choices, tally), false);
});

test('two answers with the same most votes are a tie and none leads', () => {
	const tally = { voted: 4, counts: { yes: 2, no: 2, abstain: 0 } };
	assert.is(isTie(choices, tally), true);
	assert.ok(resultRows(choices, tally).every(({ leads }) => !leads));
});

test('no vote at all is neither a tie nor a lead', () => {
	const tally = { voted: 0, counts: {} };
	assert.is(isTie(choices, tally), false);
	assert.ok(resultRows(choices, tally).every(({ count, share }) => count === 0 && share === 0));
});

test('dots are told in dots and people: no share can pass the whole, and the longest bar is the full one', () => {
	const stickies = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
	const counts = { a: 12, b: 6, c: 0 };
	const tally = { voted: 3, counts, result: { method: 'dots' as const, leaders: ['a'], people: { a: 3, b: 2 } } };
	assert.equal(
		resultRows(stickies, tally).map(({ count, share, length, people }) => [count, share, length, people]),
		[
			[12, 12 / 18, 1, 3],
			[6, 6 / 18, 0.5, 2],
			[0, 0, 0, 0]
		]
	);
});

test.run();
