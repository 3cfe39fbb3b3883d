// What a seat may do on the board, judged update by update: each case that is refused, each that is not, and many honest hands at once.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import {
	addSticky,
	byHand,
	colourSticky,
	editSticky,
	frames,
	made,
	moveThing,
	moveToFrame,
	removeThing,
	stickies,
	thing,
	thingsOf
} from '#lib/board/board.ts';
import { boardTools, mayDo, mayMake, toolsIn, type BoardTool } from '#lib/board/rights.ts';
import { seeded } from '../durability/stage.ts';
import { all, Device, make, refused, set, stage } from './board-hall.ts';

test('5 participants leave frames as they are', () => {
	for (const change of [
		(frame: string) => (doc: Y.Doc) => removeThing(doc, frame),
		(frame: string) => (doc: Y.Doc) => moveThing(doc, frame, [9, 9, 90, 90]),
		(frame: string) => set(frame, 'name', 'Moje'),
		(frame: string) => (doc: Y.Doc) => (thingsOf(doc).get(frame) as Y.Map<unknown>).delete('item'),
		() => make('moj', 'frame', { name: 'Moje' })
	]) {
		const { hall, olek, frame } = stage();
		refused(hall, olek, change(frame), 'frame-fixed');
	}
	const { hall, olek, hers } = stage();
	refused(hall, olek, set(hers, 'kind', 'frame'), 'malformed');
	const { hall: other, ala, hers: own } = stage();
	refused(other, ala, set(own, 'kind', 'frame'), 'malformed');
	refused(other, ala, (doc) => thingsOf(doc).set('nic', new Y.Map([['place', [0, 0, 9, 9]]])), 'malformed');
});

test('5 what the facilitator placed and what is locked stays', () => {
	const { hall, olek, ala, leader, fixed, hers } = stage();
	refused(hall, olek, (doc) => removeThing(doc, fixed), 'thing-fixed');
	refused(hall, olek, (doc) => moveToFrame(doc, fixed, null), 'thing-fixed');
	refused(hall, olek, (doc) => editSticky(doc, fixed, 'inaczej'), 'thing-fixed');
	assert.is(leader.does(set(hers, 'locked', true)), null);
	refused(hall, ala, (doc) => editSticky(doc, hers, 'jednak nie'), 'thing-locked');
	refused(hall, ala, (doc) => removeThing(doc, hers), 'thing-locked');
	refused(hall, ala, (doc) => colourSticky(doc, hers, 'pink'), 'thing-locked');
	refused(hall, ala, set(hers, 'locked', false), 'thing-locked');
	assert.is(leader.does(set(hers, 'locked', false)), null);
	assert.is(
		ala.does((doc) => editSticky(doc, hers, 'już można')),
		null
	);
	refused(hall, ala, set(hers, 'locked', true), 'thing-locked');
	refused(hall, ala, make('zamek', 'sticky', { text: 'x', locked: true }), 'thing-locked');
});

test('5 the words of another stay theirs, their place is everybody’s', () => {
	const { hall, olek, ala, hers } = stage();
	refused(hall, olek, (doc) => editSticky(doc, hers, 'Oli'), 'not-yours');
	refused(hall, olek, (doc) => removeThing(doc, hers), 'not-yours');
	refused(hall, olek, set(hers, 'text', new Y.Text('podmiana')), 'not-yours');
	refused(hall, olek, make(hers, 'sticky', { text: 'podmiana' }), 'not-yours');
	assert.is(
		olek.does((doc) => moveThing(doc, hers, [500, 500, 200, 200], null)),
		null
	);
	assert.is(olek.does(set(hers, 'cluster', 'k1')), null);
	assert.is(
		olek.does((doc) => colourSticky(doc, hers, 'pink')),
		null
	);
	assert.is(
		ala.does((doc) => editSticky(doc, hers, 'moje słowa')),
		null
	);
	assert.is(
		ala.does((doc) => removeThing(doc, hers)),
		null
	);
	refused(hall, olek, make(hers, 'sticky', { text: 'pod jej imieniem' }), 'not-yours');
	assert.is(ala.does(make(hers, 'sticky', { text: 'znów ja' })), null);
});

test('5 only what the item lets be used comes to the board', () => {
	const { hall, olek, leader, hers } = stage();
	hall.tools = ['sticky'];
	const picture = { file: 'a'.repeat(64), alt: '' };
	refused(hall, olek, make('obraz', 'image', picture), 'tool-off');
	refused(hall, olek, make('kreska', 'stroke', { points: [0, 0, 50], width: 4 }), 'tool-off');
	refused(hall, olek, make('grupa', 'cluster', { name: 'Razem' }), 'tool-off');
	refused(hall, olek, (doc) => moveThing(doc, hers, [5, 5, 200, 200]), 'tool-off');
	assert.is(olek.does(make('wpis', 'sticky', { text: 'wolno' })), null);
	assert.is(
		olek.does((doc) => moveThing(doc, 'wpis', [5, 5, 200, 200])),
		null,
		'one’s own may be moved'
	);
	assert.is(leader.does(make('obraz', 'image', picture)), null);
	hall.tools = boardTools;
	assert.is(olek.does(make('obraz2', 'image', picture)), null);
});

test('5 nobody writes in the server’s place', () => {
	const { hall, olek, leader, hers } = stage();
	const before = JSON.stringify(made(hall.doc, hers));
	for (const device of [olek, leader]) {
		const fresh = new Device(hall, device.seat, device.leads);
		assert.is(
			fresh.does((doc) => doc.getMap('made').set(hers, { sector: 'church', at: 1, item: null })),
			'foreign'
		);
	}
	const third = new Device(hall, 'olek');
	assert.is(
		third.does((doc) => doc.getMap('made').delete(hers)),
		'foreign'
	);
	assert.is(JSON.stringify(made(hall.doc, hers)), before);
});

test('2 of an exchange after hours alone only what was refused is left out', () => {
	const { hall, olek, hers, frame } = stage();
	const own: string[] = [];
	own.push(addSticky(olek.doc, { text: 'pierwsza', frame }));
	editSticky(olek.doc, hers, 'cudze słowa');
	own.push(addSticky(olek.doc, { text: 'druga', frame }));
	editSticky(olek.doc, own[0]!, 'pierwsza, poprawiona');
	moveThing(olek.doc, hers, [700, 700, 200, 200]);
	assert.is(hall.receive(olek, Y.mergeUpdates(olek.sent.splice(0))), 'not-yours');
	const texts = (doc: Y.Doc) =>
		stickies(doc)
			.map(({ text }) => text)
			.sort();
	assert.equal(texts(hall.doc), ['Ali', 'druga', 'od prowadzącej', 'pierwsza, poprawiona'].sort());
	// what comes later from the same hand still fits, and every other device sees what the server holds
	editSticky(olek.doc, own[1]!, 'druga, poprawiona');
	assert.equal(olek.send(), [null]);
	for (const device of hall.devices.filter((each) => each !== olek)) assert.equal(texts(device.doc), texts(hall.doc));
	olek.renew();
	assert.equal(texts(olek.doc), texts(hall.doc));
	assert.is(
		stickies(olek.doc).some(({ text }) => text === 'druga, poprawiona'),
		true
	);
	assert.equal(Y.encodeStateVector(olek.doc), Y.encodeStateVector(hall.doc));
});

test('5 whose a thing is survives a restart by a tag that says nothing', () => {
	const { hall, ala, olek, hers, fixed } = stage();
	hall.restart();
	refused(hall, olek, (doc) => editSticky(doc, hers, 'po restarcie'), 'not-yours');
	refused(hall, olek, (doc) => editSticky(doc, fixed, 'po restarcie'), 'thing-fixed');
	assert.is(
		ala.does((doc) => editSticky(doc, hers, 'nadal moja')),
		null
	);
	assert.equal(hall.attestation.ownedBy('ala'), [hers]);
});

test('the whole text of a sticky is counted, not only what an update brings', () => {
	const { hall, ala, hers } = stage();
	for (let time = 0; time < 4; time++)
		assert.is(
			ala.does((doc) => editSticky(doc, hers, 'x'.repeat(120 * (time + 1)))),
			null
		);
	const push = (letters: number) => (doc: Y.Doc) => {
		const text = (thingsOf(doc).get(hers) as Y.Map<unknown>).get('text') as Y.Text;
		text.insert(0, 'y'.repeat(letters));
	};
	refused(hall, ala, push(21), 'too-long');
	assert.is(ala.does(push(20)), null);
	refused(hall, ala, make('dluga', 'sticky', { text: 'z'.repeat(501) }), 'too-long');
	assert.is(
		ala.does((doc) => editSticky(doc, hers, 'x'.repeat(10))),
		null
	);
	// typed and taken back before it was sent
	const text = (thingsOf(ala.doc).get(hers) as Y.Map<unknown>).get('text') as Y.Text;
	assert.is(
		ala.does(() => {
			text.insert(0, 'a'.repeat(600));
			text.delete(0, 600);
		}),
		null
	);
});

test('what is written on a thing that is gone meanwhile is neither refused nor seen', () => {
	const { hall, ala, leader, hers } = stage();
	editSticky(ala.doc, hers, 'jeszcze dopisuję');
	leader.does((doc) => removeThing(doc, hers));
	assert.equal(ala.send(), [null]);
	assert.is(thing(hall.doc, hers), null);
	addSticky(ala.doc, { id: 'krotka', text: 'na chwilę', frame: null });
	removeThing(ala.doc, 'krotka');
	assert.is(hall.receive(ala, Y.mergeUpdates(ala.sent.splice(0))), null);
});

test('undo and redo of one’s own are never refused', () => {
	const { ala, hers } = stage();
	const undo = new Y.UndoManager(thingsOf(ala.doc), { trackedOrigins: new Set([byHand]), captureTimeout: 0 });
	editSticky(ala.doc, hers, 'zmienione');
	removeThing(ala.doc, hers);
	const id = addSticky(ala.doc, { text: 'nowa', frame: null });
	moveThing(ala.doc, id, [9, 9, 200, 200]);
	for (let step = 0; step < 4; step++) undo.undo();
	for (let step = 0; step < 4; step++) undo.redo();
	for (let step = 0; step < 3; step++) undo.undo();
	assert.equal([...new Set(ala.send())], [null]);
});

test('tools are those that the running item and the frame’s item both allow', () => {
	const items = [
		{ id: 'a', tools: ['sticky', 'order'] as BoardTool[] },
		{ id: 'b', tools: ['order'] as BoardTool[] },
		{ id: 'c' }
	];
	assert.equal([...toolsIn(items, 'c', 'c')], [...boardTools]);
	assert.equal([...toolsIn(items, 'a', null)], ['sticky', 'order']);
	assert.equal([...toolsIn(items, 'a', 'b')], ['order']);
	assert.equal([...toolsIn(items, 'c', 'b')], ['order']);
});

test('a screen offers what the server takes', () => {
	const { hall, hers, fixed, frame } = stage();
	const hand = (seat: string, leads = false) => ({
		leads,
		isMine: (id: string) => hall.attestation.owner(id, seat) === 'mine',
		tools: () => new Set(hall.tools)
	});
	const may = (seat: string, deed: Parameters<typeof mayDo>[1], id: string) =>
		mayDo(hand(seat, seat === 'lead'), deed, thing(hall.doc, id)!, made(hall.doc, id), 'a1');
	assert.ok(may('ala', 'write', hers) && may('ala', 'remove', hers) && may('olek', 'order', hers));
	assert.not(may('olek', 'write', hers) || may('olek', 'remove', hers) || may('ala', 'lock', hers));
	assert.not(may('ala', 'order', fixed) || may('ala', 'order', frame) || mayMake(hand('ala'), 'frame', null));
	assert.ok(may('lead', 'order', frame) && may('lead', 'lock', hers) && may('lead', 'write', hers));
});

test('5 twenty-five honest hands at once are never refused and see the same', () => {
	const random = seeded(20261123);
	const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
	for (let round = 0; round < 2; round++) {
		const { hall, frame, hers, fixed } = stage();
		const seats = Array.from({ length: 25 }, (_, index) => new Device(hall, `s${index}`));
		const own = new Map(seats.map((device) => [device, new Set<string>()]));
		for (let step = 0; step < 300; step++) {
			const device = pick(seats)!;
			const mine = own.get(device)!;
			const there = stickies(device.doc).filter(({ id }) => id !== fixed);
			const any = pick(there);
			const his = pick([...mine].filter((id) => thing(device.doc, id)));
			const deed = random();
			if (deed < 0.3 || !any) mine.add(addSticky(device.doc, { text: `myśl ${step}`, frame }));
			else if (deed < 0.5) moveThing(device.doc, any.id, [step, step, 200, 200], random() < 0.5 ? frame : null);
			else if (deed < 0.6) colourSticky(device.doc, any.id, 'blue');
			else if (deed < 0.8 && his) editSticky(device.doc, his, `inna myśl ${step}`);
			else if (deed < 0.9 && his) removeThing(device.doc, his);
			// some send at once, some after a while alone
			if (random() < 0.6) assert.equal(device.send().filter(Boolean), []);
		}
		for (const device of seats)
			if (device.sent.length) assert.is(hall.receive(device, Y.mergeUpdates(device.sent.splice(0))), null);
		const seen = all(hall.doc);
		for (const device of hall.devices) assert.is(all(device.doc), seen);
		assert.ok(thing(hall.doc, hers) && frames(hall.doc).length === 1);
	}
});

test.run();
