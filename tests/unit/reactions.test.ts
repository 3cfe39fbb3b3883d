// Reactions: one of each sign from a seat, taken back by who gave it, counted for the sticky that is shown, and kept in the record
// as far as the item lets be known who gave them.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { addSticky, madeMapOf, removeThing, thing, thingsOf } from '#lib/board/board.ts';
import { boardCsv } from '#lib/board/out/csv.ts';
import { drawingOf } from '#lib/board/out/drawing.ts';
import { svgOf } from '#lib/board/out/svg.ts';
import { merge } from '#lib/board/clusters/merge.ts';
import { addReaction, givenBy, reactionsBy, removeReactions } from '#lib/board/reactions/reactions.ts';
import { signShapes } from '#lib/board/reactions/sign-shapes.ts';
import { signCounts, signs, type Sign } from '#lib/board/thing.ts';
import pl from '#messages/pl.json' with { type: 'json' };
import { reactionLine } from '#lib/record/reaction-line.ts';
import { frozenStickies } from '#lib/record/frozen-stickies.ts';
import { parseRecord } from '#lib/record/record.ts';
import { initialState } from '#lib/session/session.ts';
import { wordsFrom } from '#lib/ui/words.ts';
import { all, Device, make, refused, set, stage } from './board-hall.ts';

const words = wordsFrom('pl', pl);
const countsOn = (doc: Y.Doc, sticky: string) => signCounts(reactionsBy(doc).get(sticky) ?? []);
const gift = (of: string, sign: Sign) => ({ of, sign });

test('5 of one seat a sticky has one of each sign, from everybody their own', () => {
	const { hall, leader, ala, olek, hers, fixed } = stage();
	for (const device of [ala, olek, leader])
		for (const sign of signs)
			assert.is(
				device.does((doc) => addReaction(doc, hers, sign)),
				null
			);
	assert.equal(
		countsOn(hall.doc, hers),
		signs.map((sign) => [sign, 3])
	);
	for (const device of [ala, olek, leader])
		refused(hall, device, (doc) => addReaction(doc, hers, 'support'), 'reacted-already');
	assert.is(
		olek.does((doc) => addReaction(doc, fixed, 'support')),
		null,
		'on another sticky'
	);
});

test('5 the second of two in one update goes, also after a restart and from another device of the seat', () => {
	const { hall, olek, hers } = stage();
	assert.is(
		olek.does((doc) => (addReaction(doc, hers, 'idea', 'r1'), addReaction(doc, hers, 'idea', 'r2'))),
		'reacted-already'
	);
	assert.equal(countsOn(hall.doc, hers), [['idea', 1]]);
	hall.restart();
	const second = new Device(hall, 'olek');
	refused(hall, second, (doc) => addReaction(doc, hers, 'idea'), 'reacted-already');
});

test('5 a reaction is taken back by who gave it, and may be given again', () => {
	const { hall, leader, ala, olek, hers } = stage();
	assert.is(
		ala.does((doc) => addReaction(doc, hers, 'concern', 'hers1')),
		null
	);
	refused(hall, olek, (doc) => removeReactions(doc, ['hers1']), 'not-yours');
	refused(hall, olek, make('hers1', 'reaction', gift(hers, 'support')), 'not-yours');
	assert.is(
		ala.does((doc) => removeReactions(doc, ['hers1'])),
		null
	);
	assert.equal(countsOn(hall.doc, hers), []);
	// off and on again while alone, sent as one
	addReaction(ala.doc, hers, 'concern', 'hers2');
	removeReactions(ala.doc, ['hers2']);
	addReaction(ala.doc, hers, 'concern', 'hers3');
	assert.is(hall.receive(ala, Y.mergeUpdates(ala.sent.splice(0))), null);
	removeReactions(ala.doc, ['hers3']);
	addReaction(ala.doc, hers, 'concern', 'hers4');
	assert.is(hall.receive(ala, Y.mergeUpdates(ala.sent.splice(0))), null);
	assert.equal(countsOn(hall.doc, hers), [['concern', 1]]);
	assert.is(
		leader.does((doc) => removeReactions(doc, ['hers4'])),
		null,
		'who leads may clear away'
	);
});

test('5 a reaction is whole and stays as it was given', () => {
	const { hall, leader, ala, olek, hers, fixed } = stage();
	assert.is(
		olek.does((doc) => addReaction(doc, hers, 'support', 'r1')),
		null
	);
	for (const device of [olek, leader]) {
		refused(hall, device, set('r1', 'sign', 'idea'), 'malformed');
		refused(hall, device, set('r1', 'of', fixed), 'malformed');
		refused(hall, device, set('r1', 'text', new Y.Text('dopisek')), 'malformed');
		refused(hall, device, set('r1', 'place', [5, 5, 1, 1]), 'malformed');
		refused(hall, device, make('r2', 'reaction', { of: hers, sign: 'nienawisc' }), 'malformed');
		refused(hall, device, make('r2', 'reaction', { of: 7, sign: 'idea' }), 'malformed');
		refused(hall, device, make('r2', 'reaction', { ...gift(hers, 'idea'), text: 'długi dopisek' }), 'malformed');
		refused(hall, device, set(fixed, 'kind', 'reaction'), 'malformed');
	}
	// a thing of one's own does not become one in its place
	assert.is(
		ala.does((doc) => addSticky(doc, { id: 'moja', text: 'x', frame: null })),
		null
	);
	assert.is(
		ala.does((doc) => addReaction(doc, fixed, 'idea')),
		null
	);
	refused(hall, ala, make('moja', 'reaction', gift(fixed, 'idea')), 'malformed');
});

test('5 reactions are given only where the item lets it', () => {
	const { hall, olek, leader, hers } = stage();
	assert.is(
		olek.does((doc) => addReaction(doc, hers, 'question', 'r1')),
		null
	);
	hall.tools = ['sticky', 'order'];
	refused(hall, olek, (doc) => addReaction(doc, hers, 'support'), 'tool-off');
	assert.is(
		leader.does((doc) => addReaction(doc, hers, 'support')),
		null
	);
	assert.is(
		olek.does((doc) => removeReactions(doc, ['r1'])),
		null,
		'one’s own may always go'
	);
	hall.tools = ['reaction'];
	assert.is(
		olek.does((doc) => addReaction(doc, hers, 'support')),
		null
	);
	assert.is(
		olek.does((doc) => addSticky(doc, { text: 'nie tu', frame: null })),
		'tool-off'
	);
	assert.ok(all(hall.doc).includes('reaction'));
});

/** A board as the server attested it. */
function board(about: (id: string) => object) {
	const doc = new Y.Doc();
	addSticky(doc, { id: 'a', text: 'Świetlica', frame: null });
	addSticky(doc, { id: 'b', text: 'Świetlica wiejska', frame: null });
	for (const [id, of, sign] of [
		['r1', 'a', 'support'],
		['r2', 'b', 'support'],
		['r3', 'b', 'idea'],
		['r4', 'gone', 'idea']
	] as const) {
		if (of === 'gone') addSticky(doc, { id: of, text: 'x', frame: null });
		addReaction(doc, of, sign, id);
		if (of === 'gone') removeThing(doc, of);
	}
	for (const id of thingsOf(doc).keys())
		madeMapOf(doc).set(id, { sector: null, at: 1, item: null, by: null, ...about(id) });
	return doc;
}

test('reactions of merged stickies count for the one that is shown; those without a sticky for none', () => {
	const doc = board(() => ({}));
	assert.equal([...reactionsBy(doc).keys()].sort(), ['a', 'b']);
	merge(doc, ['a', 'b'], 'a');
	assert.equal(countsOn(doc, 'a'), [
		['support', 2],
		['idea', 1]
	]);
	assert.equal([...reactionsBy(doc).keys()], ['a']);
});

test('6 the record says of who reacted what the item let be known', () => {
	for (const [about, sectors, by] of [
		[{}, [], []],
		[{ sector: 'ngo' }, ['ngo'], []],
		[{ sector: 'ngo', by: 'Ala' }, ['ngo'], ['Ala']]
	] as const) {
		const doc = board(() => about);
		const { stickies } = frozenStickies(doc, initialState, () => null);
		assert.equal(stickies[0]!.reactions, [{ sign: 'support', count: 1, sectors, by }]);
		// what is written is read again as it was; signs that nobody knows are left out
		const read = parseRecord({ stickies });
		assert.ok(read.ok && read.record.stickies[0]!.reactions);
		assert.equal(read.record.stickies[0]!.reactions, stickies[0]!.reactions);
	}
	const doc = board((id) => ({ sector: id === 'r1' ? 'public' : 'ngo' }));
	merge(doc, ['a', 'b'], 'a');
	assert.equal(givenBy(doc, reactionsBy(doc).get('a')!), [
		{ sign: 'support', count: 2, sectors: ['ngo', 'public'], by: [] },
		{ sign: 'idea', count: 1, sectors: ['ngo'], by: [] }
	]);
	assert.is(thing(doc, 'r1')?.kind, 'reaction');
});

test('reactions are counted on paper, in the table for a spreadsheet and in the words of the record', () => {
	const doc = board(() => ({ sector: 'ngo', by: 'Ala' }));
	const lines = boardCsv(doc, words, { zone: 'Europe/Warsaw' }).split('\r\n');
	assert.match(lines[0]!, /"Popieram";"Mam pomysł"$/);
	assert.match(lines[1]!, /"Świetlica";.*;"1";"0"$/);
	assert.match(lines[2]!, /"1";"1"$/);
	const drawn = svgOf(drawingOf({ doc, words }));
	assert.is(drawn.split(signShapes.support).length - 1, 2);
	assert.is(drawn.split(signShapes.idea).length - 1, 1);
	const { stickies } = frozenStickies(doc, initialState, () => null);
	assert.is(reactionLine(stickies[1]!.reactions!, words), 'Popieram: 1 (Ala) · Mam pomysł: 1 (Ala)');
});

test.run();
