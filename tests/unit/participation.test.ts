// The share of the sectors: what each has said, written and voted so far.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { addSticky, madeMapOf } from '#lib/board/board.ts';
import { stickiesBySector } from '#lib/board/by-sector.ts';
import { participation, votesBySector } from '#lib/people/participation.ts';

const seats = [
	{ id: 'a', sector: 'ngo' as const, role: 'participant' as const },
	{ id: 'b', sector: 'ngo' as const, role: 'participant' as const },
	{ id: 'c', sector: 'public' as const, role: 'participant' as const },
	{ id: 'f', sector: 'public' as const, role: 'facilitator' as const }
];

test('stickies count for the sector the server attested, and for nobody where it may not be known', () => {
	const doc = new Y.Doc();
	const sectors = ['ngo', 'ngo', 'public', null];
	for (const sector of sectors) {
		const id = addSticky(doc, { text: 'x', frame: null });
		madeMapOf(doc).set(id, { sector, at: 0, item: null, by: null });
	}
	addSticky(doc, { text: 'not yet attested', frame: null });
	assert.equal(stickiesBySector(doc), { ngo: 2, public: 1 });
});

test('votes count by the sector of who voted, over all ballots', () => {
	const ballots = [{ voters: ['a', 'c'] }, { voters: ['a', 'b', 'gone'] }];
	assert.equal(votesBySector(ballots, seats), { ngo: 3, public: 1 });
});

test('every sector with people or with something done has a row, in the usual order', () => {
	const rows = participation(seats, {
		spoken: { ngo: { turns: 2, milliseconds: 90_000 } },
		stickies: { church: 1 },
		votes: {}
	});
	assert.equal(rows, [
		{ sector: 'public', people: 1, turns: 0, milliseconds: 0, stickies: 0, votes: 0 },
		{ sector: 'ngo', people: 2, turns: 2, milliseconds: 90_000, stickies: 0, votes: 0 },
		{ sector: 'church', people: 0, turns: 0, milliseconds: 0, stickies: 1, votes: 0 }
	]);
});

test.run();
