// The trail: who grouped and merged what, attested by the server, and each step taken back.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { addFrame, addStickies, removeThing, stickies } from '#lib/board/board.ts';
import { addCluster, assign, clusters, dissolve, membersOf } from '#lib/board/clusters/clusters.ts';
import { merge } from '#lib/board/clusters/merge.ts';
import { standing, takeBack, trailMapOf, trailOf } from '#lib/board/clusters/trail.ts';
import type { Made } from '#lib/board/thing.ts';
import { BoardTrail } from '../../server/trail.ts';

/** A board as the server keeps it: what is done here as a device is followed by the trail. */
function kept() {
	const doc = new Y.Doc();
	const open = addFrame(doc, { name: 'Potrzeby', place: [0, 0, 1160, 1000], item: 'named' });
	const hidden = addFrame(doc, { name: 'Sekrety', place: [1400, 0, 1160, 1000], item: 'anonymous' });
	const ids = addStickies(doc, ['a', 'b', 'c', 'd'], open);
	const secret = addStickies(doc, ['x', 'y'], hidden);
	const trail = new BoardTrail(doc);
	let at = 0;
	const author = (item: string | null): Made => ({
		sector: item === 'anonymous' ? null : 'ngo',
		by: item === 'anonymous' ? null : 'Fundacja Szansa',
		at: ++at,
		item
	});
	doc.on('afterTransaction', ({ changed, origin }: Y.Transaction) => {
		if (origin !== 'server' && changed.size) doc.transact(() => trail.follow(changed, author), 'server');
	});
	return { doc, ids, secret, open };
}

test('grouping is one step that names who, what and whereto', () => {
	const { doc, ids, open } = kept();
	const group = addCluster(doc, { name: 'Dojazd', colour: 'blue', stickies: [ids[0]!, ids[1]!] });
	const [step, ...older] = trailOf(doc);
	assert.equal(older, []);
	assert.equal(step, {
		id: '1',
		kind: 'grouped',
		at: 1,
		sector: 'ngo',
		by: 'Fundacja Szansa',
		leads: false,
		moves: [
			[ids[0]!, null, group],
			[ids[1]!, null, group]
		],
		names: { [group]: { name: 'Dojazd', colour: 'blue', frame: open } }
	});
});

test('writing, moving and removing leave no step', () => {
	const { doc, ids } = kept();
	removeThing(doc, ids[3]!);
	addStickies(doc, ['e'], null);
	assert.equal(trailOf(doc), []);
});

test('what lies in an anonymous item tells nobody, also together with what is named', () => {
	const { doc, ids, secret } = kept();
	addCluster(doc, { name: 'Cicho', stickies: secret });
	assert.equal([trailOf(doc)[0]!.sector, trailOf(doc)[0]!.by], [null, null]);
	addCluster(doc, { name: 'Razem', stickies: [ids[0]!, ids[1]!, secret[0]!] });
	assert.equal([trailOf(doc)[0]!.sector, trailOf(doc)[0]!.by], [null, null]);
});

test('every step can be taken back: grouped, left, dissolved, merged', () => {
	const { doc, ids } = kept();
	const before = stickies(doc).map(({ id, cluster, into }) => ({ id, cluster, into }));
	const now = () => stickies(doc).map(({ id, cluster, into }) => ({ id, cluster, into }));
	const group = addCluster(doc, { name: 'Dojazd', stickies: [ids[0]!, ids[1]!] });
	takeBack(doc, trailOf(doc)[0]!);
	assert.equal(now(), before);
	assert.is(clusters(doc).length, 0, 'a group that holds nobody any more goes too');
	takeBack(doc, trailOf(doc)[0]!);
	assert.is(membersOf(doc, group).length, 2, 'taking back is a step as well');
	assert.is(clusters(doc)[0]?.name, 'Dojazd');
	assign(doc, [ids[1]!], null);
	takeBack(doc, trailOf(doc)[0]!);
	assert.is(membersOf(doc, group).length, 2);
	dissolve(doc, group);
	assert.is(clusters(doc).length, 0);
	takeBack(doc, trailOf(doc)[0]!);
	assert.is(clusters(doc)[0]?.name, 'Dojazd');
	assert.is(membersOf(doc, group).length, 2);
	merge(doc, [ids[2]!], ids[3]!);
	assert.is(trailOf(doc)[0]!.kind, 'merged');
	takeBack(doc, trailOf(doc)[0]!);
	assert.is(stickies(doc).length, 6);
});

test('what others did since stays', () => {
	const { doc, ids } = kept();
	const first = addCluster(doc, { name: 'Dojazd', stickies: [ids[0]!, ids[1]!] });
	const step = trailOf(doc)[0]!;
	const second = addCluster(doc, { name: 'Drogi', stickies: [ids[1]!, ids[2]!] });
	assert.is(standing(doc, step).length, 1);
	assert.is(takeBack(doc, step), 1);
	assert.equal(membersOf(doc, first), []);
	assert.is(membersOf(doc, second).length, 2);
});

test('a device cannot write the trail', () => {
	const { doc, ids } = kept();
	addCluster(doc, { name: 'Dojazd', stickies: [ids[0]!, ids[1]!] });
	const before = trailOf(doc);
	trailMapOf(doc).set('1', { ...before[0], by: 'kto inny' });
	trailMapOf(doc).set('7', before[0]);
	assert.equal(trailOf(doc), before);
	trailMapOf(doc).delete('1');
	assert.equal(trailOf(doc), before);
});

test('after a restart the trail goes on', () => {
	const { doc, ids } = kept();
	addCluster(doc, { name: 'Dojazd', stickies: [ids[0]!, ids[1]!] });
	const again = new BoardTrail(doc);
	doc.transact((transaction) => {
		assign(doc, [ids[0]!], null, 'server');
		again.follow(transaction.changed, () => ({ sector: null, by: null, at: 9, item: null }));
	}, 'server');
	assert.equal(
		trailOf(doc).map(({ id }) => id),
		['2', '1']
	);
});

test.run();
