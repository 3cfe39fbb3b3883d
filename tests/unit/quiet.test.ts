// Quiet writing: drafts, their reveal, and whose turn it is.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { foldDrafts, nextInRound, type Draft } from '#lib/board/drafts.ts';

const draft = (id: string, seat: string, sealed = id): Draft => ({ id, seat, item: 'i', sealed });
const drafts = [draft('1', 'a'), draft('2', 'a'), draft('3', 'b'), draft('4', 'c')];

test('a draft that is written again replaces the first writing', () => {
	assert.equal(foldDrafts(drafts, { type: 'draft.kept', draft: draft('2', 'a', 'new') })[1], draft('2', 'a', 'new'));
	assert.is(foldDrafts(drafts, { type: 'draft.kept', draft: draft('2', 'a', 'new') }).length, 4);
});

test('in a round everybody reads one before anybody reads a second', () => {
	const revealed: Record<string, number> = {};
	let left: Draft[] = drafts;
	const order: string[] = [];
	for (;;) {
		const next = nextInRound(left, ['a', 'b', 'c', 'd'], revealed);
		if (!next) break;
		order.push(next.id);
		revealed[next.seat] = (revealed[next.seat] ?? 0) + 1;
		left = foldDrafts(left, { type: 'drafts.revealed', drafts: [next.id] });
	}
	assert.equal(order, ['1', '3', '4', '2']);
});

test.run();
