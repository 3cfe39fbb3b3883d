// Receipts of secret ballots: codes, the list, and what a phone says of its own.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as v from 'valibot';
import {
	checkReceipt,
	makeReceipt,
	receiptLength,
	receiptLetters,
	receiptList,
	spokenReceipt
} from '#lib/ballot/receipt.ts';
import { receiptSchema } from '#lib/ballot/ballot-schema.ts';

test('a code has eight letters that cannot be taken for one another, each as likely', () => {
	const counts = new Map<string, number>();
	let state = 1;
	const bytes = (count: number) =>
		Uint8Array.from({ length: count }, () => (state = (state * 48271) % 2147483647) >>> 8);
	for (let round = 0; round < 4000; round++)
		for (const letter of makeReceipt(bytes)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
	assert.is(counts.size, receiptLetters.length);
	const sizes = [...counts.values()];
	assert.ok(Math.max(...sizes) / Math.min(...sizes) < 1.15, String(sizes));
	assert.not(/[01OIL5S8BQUEAYZ]/.test(receiptLetters));
	const code = makeReceipt((count) => crypto.getRandomValues(new Uint8Array(count)));
	assert.is(code.length, receiptLength);
	assert.ok(v.is(receiptSchema, code));
	assert.is(spokenReceipt('ABCDEFGH'), 'ABCD-EFGH');
});

test('what is not a code is refused: a name would be one', () => {
	for (const bad of ['', 'JANKOWAL', 'abcdfghj', '2346-79C', '234679CDF']) assert.not(v.is(receiptSchema, bad), bad);
});

test('6 the list is sorted by code and keeps no trace of the order of voting', () => {
	const slips: { receipt?: string; vote: Record<string, number> }[] = [
		{ receipt: 'XXXX2222', vote: { b: 1, a: 2 } },
		{ vote: { a: 1 } },
		{ receipt: '2222XXXX', vote: { a: 1 } }
	];
	const list = receiptList(slips);
	assert.equal(list, [
		{ code: '2222XXXX', vote: { a: 1 } },
		{ code: 'XXXX2222', vote: { a: 2, b: 1 } }
	]);
	assert.is(JSON.stringify(receiptList([...slips].reverse())), JSON.stringify(list));
	assert.is(JSON.stringify(list[1]!.vote), '{"a":2,"b":1}');
});

test('a phone says whether its vote is on the list, is there with another choice, or is not there', () => {
	const list = receiptList([{ receipt: 'CCCC2222', vote: { c0: 1 } }]);
	assert.is(checkReceipt(list, 'CCCC2222', { c0: 1 }), 'on-the-list');
	assert.is(checkReceipt(list, 'CCCC2222', { c1: 1 }), 'other-choice');
	assert.is(checkReceipt(list, 'DDDD2222', { c0: 1 }), 'not-on-the-list');
	const ranks = receiptList([{ receipt: 'CCCC2222', vote: { c1: 1, c0: 2 } }]);
	assert.is(checkReceipt(ranks, 'CCCC2222', { c0: 2, c1: 1 }), 'on-the-list');
});

test.run();
