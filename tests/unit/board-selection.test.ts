// Chosen things: in line, joined, stacked, copied between boards, of a size; the first look; undo that undoes only one's own.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import pl from '#messages/pl.json' with { type: 'json' };
import { placeTemplate } from '#lib/board/arrange.ts';
import {
	addFrame,
	addStickies,
	addSticky,
	byHand,
	frames,
	moveThing,
	removeThing,
	setGroup,
	stickies,
	thing,
	things,
	thingsOf
} from '#lib/board/board.ts';
import type { Camera } from '#lib/board/camera.ts';
import { firstView, leastZoomFor, readable } from '#lib/board/first-view.ts';
import { thumb } from '#lib/board/fit-text.ts';
import { Lookout } from '#lib/board/lookout.ts';
import { aligned, distributed, edges, sameSize } from '#lib/board/selection/align.ts';
import { pull } from '#lib/board/selection/edge-scroll.ts';
import { packed, parcelLimit, putDown, unpacked } from '#lib/board/selection/parcel.ts';
import { resized } from '#lib/board/selection/resize.ts';
import { around, type Place } from '#lib/board/slots.ts';
import { frameTemplates, templateFrames } from '#lib/board/templates.ts';
import { wordsFrom } from '#lib/ui/words.ts';

const words = wordsFrom('pl', pl);
const lying = (id: string, x: number, y: number, width = 200, height = 200, group: string | null = null) => ({
	id,
	place: [x, y, width, height] as Place,
	group
});
const after = (all: ReturnType<typeof lying>[], moves: Map<string, readonly [number, number]>) =>
	all.map(({ id, place: [x, y] }) => [x + (moves.get(id)?.[0] ?? 0), y + (moves.get(id)?.[1] ?? 0)]);

test('things are aligned to each edge of what they span', () => {
	const all = [lying('a', 0, 0), lying('b', 300, 50, 100, 100), lying('c', 90, 400)];
	const of = (edge: (typeof edges)[number]) => after(all, aligned(all, edge));
	assert.equal(
		of('left').map(([x]) => x),
		[0, 0, 0]
	);
	assert.equal(
		of('right').map(([x]) => x),
		[200, 300, 200]
	);
	assert.equal(
		of('centre').map(([x]) => x),
		[100, 150, 100]
	);
	assert.equal(
		of('top').map(([, y]) => y),
		[0, 0, 0]
	);
	assert.equal(
		of('bottom').map(([, y]) => y),
		[400, 500, 400]
	);
	assert.equal(
		of('middle').map(([, y]) => y),
		[200, 250, 200]
	);
	assert.is(aligned([lying('a', 5, 5), lying('b', 5, 300)], 'left').size, 0, 'who is in line stays');
});

test('a group among others is aligned as one; alone it is taken apart', () => {
	const pair = [lying('a', 100, 0, 50, 50, 'g'), lying('b', 160, 80, 50, 50, 'g')];
	const moves = aligned([...pair, lying('c', 0, 0)], 'left');
	assert.equal(moves.get('a'), [-100, 0]);
	assert.equal(moves.get('b'), [-100, 0]);
	assert.equal([...aligned(pair, 'left').keys()], ['b']);
});

test('distributed things have equal gaps and their ends stay; crowded ones are put apart', () => {
	const all = [lying('a', 0, 0, 100), lying('b', 120, 9, 50), lying('c', 500, 0, 100)];
	assert.equal(
		after(all, distributed(all, 'across')).map(([x]) => x),
		[0, 275, 500]
	);
	const crowded = [lying('a', 0, 0), lying('b', 10, 0), lying('c', 20, 0)];
	assert.equal(
		after(crowded, distributed(crowded, 'across', 20)).map(([x]) => x),
		[0, 220, 440]
	);
	assert.is(distributed(all.slice(0, 2), 'across').size, 0);
});

test('same size is that of the largest', () => {
	const sizes = sameSize([lying('a', 0, 0, 200, 200), lying('b', 9, 9, 420, 100)]);
	assert.equal(
		[...sizes],
		[
			['a', [0, 0, 420, 200]],
			['b', [9, 9, 420, 200]]
		]
	);
});

test('a pulled corner leaves the opposite one, falls into slot sizes and keeps the shape of a picture', () => {
	const place: Place = [100, 100, 200, 200];
	assert.equal(resized('sticky', place, 'se', 60, 30), [100, 100, 260, 230]);
	assert.equal(resized('sticky', place, 'nw', 50, 50), [150, 150, 150, 150]);
	assert.equal(resized('sticky', place, 'se', 211, 6), [100, 100, 420, 200]);
	assert.equal(resized('sticky', place, 'nw', 900, 900), [200, 200, 100, 100], 'never smaller than can be read');
	assert.equal(resized('image', [0, 0, 400, 200], 'se', 200, 0), [0, 0, 600, 300]);
	assert.equal(resized('shape', [0, 0, 100, 100], 'se', 50, 0, true), [0, 0, 150, 150]);
});

function board(): Y.Doc {
	const doc = new Y.Doc();
	addFrame(doc, { id: 'f', name: 'Obszar', place: [0, 0, 2000, 1200] });
	addSticky(doc, { id: 'a', text: 'Rów 🙂 שלום', frame: 'f', place: [40, 100, 200, 200], colour: 'pink' });
	addSticky(doc, { id: 'b', text: 'Most', frame: 'f', place: [260, 100, 200, 420] });
	for (const id of ['a', 'b']) setGroup(doc, id, 'g');
	const arrow = new Y.Map<unknown>();
	const parts = {
		kind: 'arrow',
		place: [100, 100, 200, 1],
		from: { thing: 'a', x: 100, y: 100 },
		to: { thing: 'gone', x: 300, y: 100 }
	};
	for (const [key, part] of Object.entries(parts)) arrow.set(key, part);
	thingsOf(doc).set('arrow', arrow);
	return doc;
}

test('things packed on one board are put down on another with new ids, joined and held as they were', () => {
	const other = new Y.Doc();
	const parcel = unpacked(packed(things(board())));
	assert.is(parcel.length, 4);
	const ids = putDown(other, parcel, { dx: 1000, dy: 10, frameAt: () => null, knows: () => false });
	const [frame, a, b, arrow] = ids.map((id) => thing(other, id));
	if (frame?.kind !== 'frame' || a?.kind !== 'sticky' || b?.kind !== 'sticky' || arrow?.kind !== 'arrow')
		throw new Error('kinds');
	assert.is(a.text, 'Rów 🙂 שלום');
	assert.is(a.colour, 'pink');
	assert.equal(b.place, [1260, 110, 200, 420]);
	assert.is(a.frame, frame.id, 'a copied frame holds its copies');
	assert.ok(a.group && a.group === b.group && a.group !== 'g');
	assert.equal(arrow.from, { thing: a.id, x: 1100, y: 110 });
	assert.is(arrow.to.thing, null, 'what did not come along is let go');
	assert.ok(ids.every((id) => !['f', 'a', 'b', 'arrow'].includes(id)));
});

test('a parcel of anybody is read strictly: malformed things are left out, huge ones are cut', () => {
	assert.equal(unpacked('not json'), []);
	assert.equal(unpacked('[]'), []);
	assert.equal(unpacked(JSON.stringify({ narada: 2, things: [] })), []);
	const good = { id: 'x', kind: 'sticky', text: 'a', place: [0, 0, 200, 200] };
	const bad = [
		null,
		7,
		{ ...good, id: '__proto__' },
		{ ...good, id: 'y', place: [0, 0, 1e9, 1] },
		{ ...good, id: 'z', kind: 'script' }
	];
	const read = unpacked(JSON.stringify({ narada: 1, things: [...bad, good, good] }));
	assert.equal(
		read.map(({ id }) => id),
		['x']
	);
	const many = Array.from({ length: parcelLimit + 50 }, (_, index) => ({ ...good, id: `n${index}` }));
	assert.is(unpacked(JSON.stringify({ narada: 1, things: many })).length, parcelLimit);
});

test('a parcel goes as one step of undo, and locks are not carried', () => {
	const doc = board();
	thingsOf(doc).get('a');
	(thingsOf(doc).get('a') as Y.Map<unknown>).set('locked', true);
	const undo = new Y.UndoManager(thingsOf(doc), { trackedOrigins: new Set([byHand]) });
	const before = things(doc).length;
	const ids = putDown(doc, things(doc), { dx: 5, dy: 5, frameAt: () => null, knows: (id) => thingsOf(doc).has(id) });
	assert.is(ids.map((id) => thing(doc, id)).filter((each) => each?.locked).length, 0);
	undo.undo();
	assert.is(things(doc).length, before);
});

/** Two devices that see one another's changes at once. */
function two(): [Y.Doc, Y.Doc] {
	const [one, other] = [new Y.Doc(), new Y.Doc()];
	one.on('update', (update: Uint8Array, origin: unknown) => origin !== 'far' && Y.applyUpdate(other, update, 'far'));
	other.on('update', (update: Uint8Array, origin: unknown) => origin !== 'far' && Y.applyUpdate(one, update, 'far'));
	return [one, other];
}

test('undo takes back only what this hand did, also after others moved on', () => {
	const [mine, theirs] = two();
	addSticky(mine, { id: 'a', text: 'a', frame: null, place: [0, 0, 200, 200] });
	const undo = new Y.UndoManager(thingsOf(mine), { trackedOrigins: new Set([byHand]), captureTimeout: 0 });
	moveThing(mine, 'a', [100, 0, 200, 200]);
	addSticky(theirs, { id: 'b', text: 'b', frame: null, place: [500, 0, 200, 200] });
	moveThing(theirs, 'b', [600, 0, 200, 200]);
	undo.undo();
	assert.equal(thing(mine, 'a')?.place, [0, 0, 200, 200]);
	assert.equal(thing(mine, 'b')?.place, [600, 0, 200, 200], 'theirs stays');
	undo.redo();
	moveThing(theirs, 'a', [900, 0, 200, 200]);
	undo.undo();
	assert.equal(thing(mine, 'a')?.place, [900, 0, 200, 200], 'a newer move of somebody else is not taken back');
	assert.equal(things(mine), things(theirs));
});

test('undo after somebody removed the thing brings nothing back and harms nothing', () => {
	const [mine, theirs] = two();
	addSticky(mine, { id: 'a', text: 'a', frame: null, place: [0, 0, 200, 200] });
	addSticky(mine, { id: 'b', text: 'b', frame: null, place: [300, 0, 200, 200] });
	const undo = new Y.UndoManager(thingsOf(mine), { trackedOrigins: new Set([byHand]), captureTimeout: 0 });
	moveThing(mine, 'a', [100, 0, 200, 200]);
	removeThing(theirs, 'a');
	undo.undo();
	assert.is(thing(mine, 'a'), null);
	assert.ok(thing(mine, 'b'));
	undo.redo();
	assert.equal(things(mine), things(theirs));
});

const desk = { width: 1366, height: 768 };
const padding = { top: 52, bottom: 92, side: 16 };

test('the first look shows all frames of the item when their text can be read, else the first ones', () => {
	const small: Place[] = [
		[0, 0, 1160, 1200],
		[1300, 0, 1160, 1200]
	];
	const both = firstView(small, desk, padding)!;
	assert.ok(both.zoom >= readable && both.x <= 0 && both.x + desk.width / both.zoom >= 2460);
	const wide: Place[] = Array.from({ length: 5 }, (_, index) => [index * 880, 0, 740, 800]);
	const some = firstView(wide, desk, padding)!;
	assert.ok(some.zoom >= readable, 'readable');
	assert.ok(some.x <= 0 && some.x + desk.width / some.zoom > 1620, 'begins with the first and shows at least two');
	const tall = firstView([[0, 0, 1160, 9000]], desk, padding)!;
	assert.ok(tall.zoom >= readable && tall.y < 0, 'a frame larger than the view begins at its head');
	assert.is(firstView([], desk, padding), null);
});

test('a fresh board is shown whole, one with long texts no smaller than they can be read', () => {
	const doc = new Y.Doc();
	const ids = placeTemplate(doc, 'swot', 'a1', words);
	const placed = frames(doc);
	const places = placed.map(({ place }) => place);
	const least = () => leastZoomFor(placed, stickies(doc), thumb);
	const isWhole = ({ x, y, zoom }: Camera) => {
		const [left, top, width, height] = around(places)!;
		const [right, bottom] = [x + desk.width / zoom, y + desk.height / zoom];
		return x <= left && y <= top && right >= left + width && bottom >= top + height;
	};
	assert.ok(isWhole(firstView(places, desk, padding, least())!), 'nothing stands there yet');
	addStickies(doc, ['Bus', 'Sala', 'Koło', 'Bank'], ids[0]!);
	assert.ok(isWhole(firstView(places, desk, padding, least())!), 'short words have large letters');
	addStickies(
		doc,
		Array.from({ length: 8 }, () => 'Strażacy musieli zamknąć świetlicę do marca. '.repeat(5)),
		ids[1]!
	);
	const near = firstView(places, desk, padding, least())!;
	assert.ok(near.zoom >= readable && !isWhole(near), 'long texts have small ones');
});

test('after writing one goes back to what one saw, unless one chose another view', () => {
	class Look extends Lookout {
		back: Camera | null = null;
		wake() {}
	}
	Object.assign(globalThis, { matchMedia: () => ({ matches: true }) });
	const look = new Look();
	look.view = desk;
	const before = { x: 0, y: 0, zoom: 0.3 };
	look.look(before);
	look.readable([1000, 1000, 200, 40], 60);
	assert.equal(look.camera, before, 'letters of 18 pixels need no larger view');
	look.readable([1000, 1000, 200, 200], 20);
	assert.ok(look.camera.zoom > 0.5);
	look.reveal([3000, 1000, 200, 200]);
	look.pan(5, 5);
	look.readable([3000, 1000, 200, 200], 8);
	assert.ok(look.goBack());
	assert.equal(look.camera, before);
	assert.not.ok(look.goBack());
	look.readable([1000, 1000, 200, 200], 20);
	look.zoomTo(0.8);
	assert.not.ok(look.goBack(), 'the view was chosen');
});

test('a hand at the edge pulls the view that way, faster the nearer; elsewhere it rests', () => {
	assert.equal(pull({ x: 600, y: 300 }, desk), [0, 0]);
	const [near] = pull({ x: 4, y: 300 }, desk);
	const [nearer] = pull({ x: 0, y: 300 }, desk);
	assert.ok(near < 0 && nearer < near);
	assert.ok(pull({ x: 1366, y: 768 }, desk).every((speed) => speed > 0));
});

test('every template has locked frames with a name and a prompt, none over another', () => {
	for (const template of frameTemplates) {
		const doc = new Y.Doc();
		placeTemplate(doc, template, 'i', words);
		const placed = frames(doc);
		assert.is(placed.length, templateFrames[template].length);
		for (const { name, prompt, locked } of placed) {
			assert.ok(locked);
			assert.not.match(name, /^frame_/);
			assert.ok(prompt && !prompt.startsWith('prompt_'), `${template}: ${name}`);
		}
	}
	for (const needed of ['tree', 'swot', 'stakeholders', 'resources', 'canvas', 'change', 'tables', 'timeline'] as const)
		assert.ok(frameTemplates.includes(needed));
});

test.run();
