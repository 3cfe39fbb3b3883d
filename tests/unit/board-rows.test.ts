// The board as rows: sifted by text, sector, frame and group, put in order, summed by group; and as headings of the list.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { clusterSums, inRowOrder, isSifted, noSift, sifted, type Row } from '#lib/board/clusters/rows.ts';

const row = (id: string, more: Partial<Row> = {}): Row => ({
	...{ id, texts: [id], frame: 'f', cluster: null, sector: null, at: 1, dots: 0, replies: 0, signs: [] },
	...more
});
const ids = (rows: readonly Row[]) => rows.map(({ id }) => id).join(' ');

const rows = [
	row('a', { texts: ['Świetlica w Łącku'], sector: 'ngo', dots: 2, at: 30 }),
	row('b', { texts: ['Rowy', 'Przepusty w Łącku'], cluster: 'g', dots: 5, at: 10, replies: 2 }),
	row('c', { texts: ['Droga'], sector: 'public', cluster: 'g', dots: 2, at: null }),
	row('d', { texts: ['Autobus'], frame: null, sector: 'ngo', at: 20 })
];

test('rows are found by every text, also those that were merged', () => {
	assert.is(ids(sifted(rows, { ...noSift, query: 'lack' })), 'a b');
	assert.is(ids(sifted(rows, { ...noSift, query: '  ' })), 'a b c d');
});

test('rows are sifted by sector, frame and group, also by having none', () => {
	assert.is(ids(sifted(rows, { ...noSift, sector: { only: 'ngo' } })), 'a d');
	assert.is(ids(sifted(rows, { ...noSift, sector: { only: null } })), 'b');
	assert.is(ids(sifted(rows, { ...noSift, frame: { only: null } })), 'd');
	assert.is(ids(sifted(rows, { ...noSift, cluster: { only: 'g' } })), 'b c');
	assert.is(ids(sifted(rows, { ...noSift, cluster: { only: null }, sector: { only: 'ngo' }, query: 'auto' })), 'd');
	assert.not.ok(isSifted(noSift));
	assert.ok(isSifted({ ...noSift, sector: { only: null } }));
});

test('rows are put in order by dots, time, sector, text, replies and reactions; ties stay as on the board', () => {
	assert.is(ids(inRowOrder(rows, 'place')), 'a b c d');
	assert.is(ids(inRowOrder(rows, 'place', true)), 'd c b a');
	assert.is(ids(inRowOrder(rows, 'dots')), 'b a c d');
	assert.is(ids(inRowOrder(rows, 'time')), 'c a d b', 'what the server has not seen yet is newest');
	assert.is(ids(inRowOrder(rows, 'sector')), 'c a d b');
	assert.is(ids(inRowOrder(rows, 'text')), 'd c b a');
	const liked = [
		row('a', { signs: [['idea', 2]] }),
		row('b'),
		row('c', {
			signs: [
				['support', 2],
				['concern', 1]
			]
		})
	];
	assert.is(ids(inRowOrder(liked, 'signs')), 'c a b');
	assert.is(ids(inRowOrder(rows, 'replies')), 'b a c d');
});

test('dots are summed over a group', () => {
	assert.equal([...clusterSums(rows)], [['g', 7]]);
});

test.run();
