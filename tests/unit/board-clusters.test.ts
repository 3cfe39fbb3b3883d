// Clusters on the board: grouping, going in and out, dissolving, merging and the sums of dots.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import {
	addFrame,
	addStickies,
	addSticky,
	byHand,
	moveToFrame,
	removeThing,
	stickies,
	thing,
	thingsOf
} from '#lib/board/board.ts';
import {
	addCluster,
	assign,
	clusterAfterDrop,
	clusters,
	dissolve,
	gather,
	membersOf,
	renameCluster
} from '#lib/board/clusters/clusters.ts';
import { standTogether } from '#lib/board/clusters/gather.ts';
import { dotsTogether, merge, together, unmerge } from '#lib/board/clusters/merge.ts';
import { rootsOf, sourcesBy } from '#lib/board/order.ts';
import { overlap, type Place } from '#lib/board/slots.ts';
import type { Sticky } from '#lib/board/thing.ts';

const texts = Array.from({ length: 10 }, (_, index) => `Myśl ${index}`);

function board(): { doc: Y.Doc; frame: string; other: string; ids: string[] } {
	const doc = new Y.Doc();
	const frame = addFrame(doc, { name: 'Potrzeby', place: [0, 0, 1160, 1000] });
	const other = addFrame(doc, { name: 'Zasoby', place: [1400, 0, 1160, 1000] });
	return { doc, frame, other, ids: addStickies(doc, texts, frame) };
}

const stickyOf = (doc: Y.Doc, id: string) => thing(doc, id) as Sticky;
const textsOf = (all: readonly Sticky[]) => all.map(({ text }) => text);

function apart(doc: Y.Doc): void {
	const all = stickies(doc);
	for (const [index, one] of all.entries())
		for (const two of all.slice(index + 1)) assert.not.ok(overlap(one.place, two.place), `${one.text} / ${two.text}`);
}

test('a group keeps its name and its stickies, and nobody stands between them', () => {
	const { doc, frame, ids } = board();
	const before = stickies(doc).map(({ id, place }) => [id, place] as const);
	const group = addCluster(doc, { name: '  Dojazd ', colour: 'blue', stickies: [ids[1]!, ids[4]!, ids[8]!] });
	const cluster = thing(doc, group);
	assert.ok(cluster?.kind === 'cluster');
	assert.is(cluster.name, 'Dojazd');
	assert.is(cluster.frame, frame);
	assert.equal(textsOf(membersOf(doc, group)), ['Myśl 1', 'Myśl 4', 'Myśl 8']);
	const others = stickies(doc).filter((sticky) => sticky.cluster === null);
	assert.ok(standTogether(membersOf(doc, group), others));
	apart(doc);
	for (const [id, place] of before.filter(([id]) => ![1, 4, 8].some((at) => ids[at] === id)))
		assert.equal(thing(doc, id)!.place, place, 'what is not grouped stays');
});

test('neighbours are grouped where they are', () => {
	const { doc, ids } = board();
	const before = [ids[0]!, ids[1]!].map((id) => thing(doc, id)!.place);
	addCluster(doc, { name: 'Dojazd', stickies: [ids[0]!, ids[1]!] });
	assert.equal(
		[ids[0]!, ids[1]!].map((id) => thing(doc, id)!.place),
		before
	);
});

test('in the one order a frame begins with its groups, and what is in none follows', () => {
	const { doc, ids } = board();
	addCluster(doc, { name: 'Drugi', stickies: [ids[8]!, ids[9]!] });
	addCluster(doc, { name: 'Pierwszy', stickies: [ids[3]!, ids[4]!] });
	const order = stickies(doc).map(({ text }) => Number(text.slice(5)));
	assert.equal([...order].sort(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
	assert.equal(order.slice(4), [0, 1, 2, 5, 6, 7]);
});

test('a sticky goes into a group of another frame and out again', () => {
	const { doc, other, ids } = board();
	const [far] = addStickies(doc, ['Daleka'], other);
	const group = addCluster(doc, { name: 'Dojazd', stickies: [ids[0]!, ids[1]!] });
	assign(doc, [far!], group);
	assert.is(stickyOf(doc, far!).cluster, group);
	assert.is.not(stickyOf(doc, far!).frame, other);
	apart(doc);
	assert.ok(
		standTogether(
			membersOf(doc, group),
			stickies(doc).filter((sticky) => sticky.cluster !== group)
		)
	);
	moveToFrame(doc, far!, other);
	assert.is(stickyOf(doc, far!).cluster, null);
	assert.is(membersOf(doc, group).length, 2);
});

test('a dissolved group leaves its stickies, and a group that is gone counts as none', () => {
	const { doc, ids } = board();
	const group = addCluster(doc, { name: 'Dojazd', stickies: ids.slice(0, 3) });
	renameCluster(doc, group, 'Dojazd i drogi');
	assert.equal(
		clusters(doc).map(({ name }) => name),
		['Dojazd i drogi']
	);
	const late = new Y.Doc();
	Y.applyUpdate(late, Y.encodeStateAsUpdate(doc));
	assign(late, [ids[5]!], group);
	dissolve(doc, group);
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(late));
	assert.is(clusters(doc).length, 0);
	assert.is(stickyOf(doc, ids[5]!).cluster, group, 'who came at the same moment still points to it');
	assert.is(stickies(doc).length, 10);
	assert.equal(
		stickies(doc)
			.slice(0, 3)
			.map(({ cluster }) => cluster),
		[null, null, null]
	);
});

test('grouping is one step back', () => {
	const { doc, ids } = board();
	const undo = new Y.UndoManager(thingsOf(doc), { trackedOrigins: new Set([byHand]), captureTimeout: 0 });
	const before = stickies(doc);
	addCluster(doc, { name: 'Dojazd', stickies: [ids[1]!, ids[4]!, ids[8]!] });
	undo.undo();
	assert.equal(
		stickies(doc).map(({ id, place, cluster }) => ({ id, place, cluster })),
		before.map(({ id, place }) => ({ id, place, cluster: null }))
	);
});

test('a sticky dropped on a group joins it, one dragged away leaves it, one moved a little stays', () => {
	const at = (id: string, x: number, y: number, cluster: string | null): Sticky => ({
		...{ id, kind: 'sticky', text: id, place: [x, y, 200, 200], order: 0, locked: false, group: null },
		...{ frame: 'f', colour: null, into: null, cluster }
	});
	const all = [at('a', 0, 0, 'g'), at('b', 220, 0, 'g'), at('c', 900, 0, null)];
	const known = new Set(['g']);
	const place = (x: number, y: number): Place => [x, y, 200, 200];
	const after = (moved: string[]) => clusterAfterDrop(all, new Set(moved), known);
	assert.is(after(['c'])(all[2]!, place(180, 20), 'f'), 'g');
	assert.is(after(['c'])(all[2]!, place(440, 0), 'f'), null, 'beside is not in');
	assert.is(after(['c'])(all[2]!, place(180, 20), 'other'), null);
	assert.is(after(['b'])(all[1]!, place(0, 220), 'f'), 'g');
	assert.is(after(['b'])(all[1]!, place(600, 600), 'f'), null);
	assert.is(after(['a', 'b'])(all[1]!, place(600, 600), 'f'), 'g', 'the whole group was moved');
	assert.is(
		clusterAfterDrop(all, new Set(['b']), new Set())(all[1]!, place(0, 220), 'f'),
		null,
		'a group that is gone'
	);
});

test('gathering finds room although the frame is full, and tall stickies too', () => {
	const { doc, frame } = board();
	const more = addStickies(
		doc,
		Array.from({ length: 20 }, (_, index) => (index % 5 ? `Więcej ${index}` : 'długa '.repeat(60))),
		frame
	);
	const group = addCluster(doc, { name: 'Dojazd', stickies: [more[0]!, more[7]!, more[10]!, more[19]!] });
	gather(doc, group);
	apart(doc);
	assert.ok(
		standTogether(
			membersOf(doc, group),
			stickies(doc).filter((sticky) => sticky.cluster !== group)
		)
	);
});

test('a merged sticky is not shown but kept, and comes back as it was', () => {
	const { doc, ids } = board();
	const before = stickies(doc);
	assert.is(merge(doc, [ids[1]!, ids[2]!, ids[0]!], ids[0]!), 2);
	assert.is(stickies(doc).length, 8);
	const all = [...thingsOf(doc).keys()]
		.map((id) => thing(doc, id))
		.filter((each) => each?.kind === 'sticky') as Sticky[];
	assert.equal(textsOf(sourcesBy(all).get(ids[0]!)!).sort(), ['Myśl 1', 'Myśl 2']);
	unmerge(doc, [ids[1]!, ids[2]!]);
	assert.equal(stickies(doc), before);
});

test('merging the one that stands for others takes them along, and there is always one that is shown', () => {
	const { doc, ids } = board();
	merge(doc, [ids[1]!], ids[0]!);
	merge(doc, [ids[0]!], ids[2]!);
	assert.is(stickies(doc).length, 8);
	merge(doc, [ids[2]!], ids[1]!);
	assert.is(stickies(doc).length, 8);
	assert.ok(textsOf(stickies(doc)).includes('Myśl 1'));
	removeThing(doc, ids[1]!);
	assert.is(stickies(doc).length, 8, 'what was merged into a removed one is shown again');
});

test('two people who merge two stickies into each other at once still see one of them', () => {
	const roots = rootsOf([
		{ id: 'a', into: 'b' },
		{ id: 'b', into: 'a' },
		{ id: 'c', into: 'b' },
		{ id: 'd', into: 'gone' },
		{ id: 'e', into: 'e' }
	]);
	assert.equal([...roots].sort(), [
		['b', 'a'],
		['c', 'a']
	]);
});

test('dots of merged stickies count for the one that is shown', () => {
	const all = [
		{ id: 'a', into: null },
		{ id: 'b', into: 'a' },
		{ id: 'c', into: 'b' }
	];
	const roots = rootsOf(all);
	assert.equal(together({ a: 1, b: 2, c: 3, d: 4 }, roots), { a: 6, d: 4 });
	const dots = { mine: { b: 1 }, left: 2, limit: 3, open: true, totals: { b: 1, d: 1 } };
	assert.equal(dotsTogether(dots, roots), { ...dots, mine: { a: 1 }, totals: { a: 1, d: 1 } });
});

test('a sticky without a frame is grouped where it lies', () => {
	const doc = new Y.Doc();
	const ids = [0, 1, 2, 3].map((at) => addSticky(doc, { text: `${at}`, frame: null, place: [at * 220, 0, 200, 200] }));
	const group = addCluster(doc, { name: 'Dojazd', stickies: [ids[0]!, ids[3]!] });
	apart(doc);
	assert.ok(
		standTogether(
			membersOf(doc, group),
			stickies(doc).filter((sticky) => sticky.cluster !== group)
		)
	);
});

test.run();
