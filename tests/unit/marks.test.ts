// Marks on a board: lines made simple and cut, arrows that hold on, where each is touched, what undo takes back.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { addSticky, byHand, malformed, moveThing, removeThing, thing, things, thingsOf } from '#lib/board/board.ts';
import { strokeNumberLimit } from '#lib/board/limits.ts';
import { curveOf } from '#lib/board/marks/arrow.ts';
import { heldBy } from '#lib/board/marks/held.ts';
import { along, coverOf, curveBetween, distanceTo, edge } from '#lib/board/marks/arrow-geometry.ts';
import {
	addArrow,
	addShape,
	addStroke,
	addText,
	formShape,
	holdArrow,
	sizeText,
	turnArrow
} from '#lib/board/marks/change.ts';
import { isWithin } from '#lib/board/marks/shape-geometry.ts';
import {
	packed,
	pieces,
	pointLimit,
	simplified,
	simplifiedLong,
	unpacked,
	type Sample
} from '#lib/board/marks/stroke.ts';
import { isOnShape, isOnStroke } from '#lib/board/marks/touch.ts';
import type { Arrow, Shape, Stroke } from '#lib/board/thing.ts';

const wave = (count: number): Sample[] =>
	Array.from({ length: count }, (_, index) => [index * 2, Math.sin(index / 8) * 40 + (index % 2) * 0.3, 50]);
const finder = (doc: Y.Doc) => (id: string) => thing(doc, id);
const arrowOf = (doc: Y.Doc, id: string) => thing(doc, id) as Arrow;

test('a straight line needs two points, however many the hand gave', () => {
	const line: Sample[] = Array.from({ length: 500 }, (_, index) => [index, index / 2, 50]);
	assert.equal(simplified(line, 0.5), [line[0], line.at(-1)]);
});

test('a simplified line never leaves the drawn one by more than was allowed', () => {
	const drawn = wave(400);
	const kept = simplified(drawn, 1);
	assert.ok(kept.length < drawn.length / 4, `${kept.length}`);
	const flat = kept.flat();
	const stroke = { place: [0, 0, 1, 1], points: flat, width: 0 } as unknown as Stroke;
	for (const [x, y] of drawn) assert.ok(isOnStroke(stroke, x, y, 1.0001), `${x} ${y}`);
});

test('where the pen pressed harder a point stays', () => {
	const line: Sample[] = [0, 1, 2, 3, 4].map((step) => [step * 10, 0, step === 2 ? 95 : 40]);
	assert.ok(simplified(line, 1).some(([, , pressure]) => pressure === 95));
});

test('a scribble of 20,000 points is simplified, and none of its corners is lost', () => {
	const zigzag: Sample[] = Array.from({ length: 20_000 }, (_, index) => [index, (index % 2) * 5000, 50]);
	assert.equal(simplifiedLong(zigzag, 1), zigzag);
	assert.equal(simplifiedLong(wave(2), 1).length, 2);
	assert.equal(simplifiedLong(wave(1), 1).length, 1);
});

test('a long stroke is cut into pieces that touch and that the board accepts', () => {
	const parts = pieces(wave(1000));
	assert.ok(parts.length > 1);
	for (const part of parts) assert.ok(part.length <= pointLimit);
	for (let index = 1; index < parts.length; index++) assert.equal(parts[index]![0], parts[index - 1]!.at(-1));
	assert.equal(pieces(wave(1)).length, 1);
	assert.equal(pieces(wave(pointLimit)).length, 1);
});

test('a stroke comes back from the board where it was drawn, in whole units', () => {
	const drawn: Sample[] = [
		[10.4, 20.6, 50],
		[300.2, -40.1, 80]
	];
	const { place, points } = packed(drawn, 6);
	const back = unpacked(points).map(([x, y, pressure]) => [x + place[0], y + place[1], pressure]);
	assert.equal(back, [
		[10, 21, 50],
		[300, -40, 80]
	]);
	assert.ok(points.every(Number.isInteger));
});

test('a long drawing is several strokes of one group, each well-formed and small', () => {
	const doc = new Y.Doc();
	const long: Sample[] = Array.from({ length: 900 }, (_, index) => [index * 3, (index % 2) * 90, 50]);
	const before = Y.encodeStateAsUpdate(doc).length;
	const ids = addStroke(doc, { samples: long, width: 6, tolerance: 0.6, frame: null, colour: null });
	assert.is(ids.length, 3);
	assert.is(malformed(doc), 0);
	const all = things(doc) as Stroke[];
	assert.ok(all.every(({ points }) => points.length <= strokeNumberLimit));
	assert.is(new Set(all.map(({ group }) => group)).size, 1);
	assert.ok((Y.encodeStateAsUpdate(doc).length - before) / 900 < 10, 'under ten bytes a point');
});

test('a tap of the pen is a dot', () => {
	const doc = new Y.Doc();
	addStroke(doc, { samples: [[5, 5, 50]], width: 6, tolerance: 0.6, frame: null, colour: 'blue' });
	assert.is(things(doc).length, 1);
});

test('an arrow ends at the edge of each form, a little outside', () => {
	const place = [0, 0, 200, 100] as const;
	for (const form of ['rectangle', 'ellipse', 'diamond', 'triangle'] as const)
		for (let angle = 0; angle < 6.28; angle += 0.21) {
			const far = [100 + Math.cos(angle) * 900, 50 + Math.sin(angle) * 900] as const;
			const [x, y] = edge({ form, place }, far);
			assert.not(isWithin({ form, place }, x, y, -1), `${form} ${angle}`);
			assert.ok(isWithin({ form, place }, x, y, 20), `${form} ${angle}`);
		}
});

test('there and back are two arrows that can be told apart', () => {
	const [one, other] = [
		{ form: 'rectangle', place: [0, 0, 200, 200] },
		{ form: 'rectangle', place: [600, 0, 200, 200] }
	] as const;
	const [, there] = along(curveBetween(one, other), 0.5);
	const [, back] = along(curveBetween(other, one), 0.5);
	assert.ok(Math.abs(there - back) > 20);
});

test('things that lie on one another have an arrow too', () => {
	const outline = { form: 'rectangle', place: [0, 0, 200, 200] } as const;
	const curve = curveBetween(outline, outline);
	assert.ok([...curve.from, ...curve.to, ...coverOf(curve)].every(Number.isFinite));
});

function connected() {
	const doc = new Y.Doc();
	const one = addSticky(doc, { text: 'przyczyna', frame: null, place: [0, 0, 200, 200] });
	const other = addSticky(doc, { text: 'skutek', frame: null, place: [600, 0, 200, 200] });
	const id = addArrow(doc, {
		from: { thing: one, x: 100, y: 100 },
		to: { thing: other, x: 700, y: 100 },
		text: 'prowadzi do',
		colour: null
	});
	return { doc, one, other, id };
}

test('an arrow follows what it holds on to', () => {
	const { doc, other, id } = connected();
	const before = curveOf(finder(doc), arrowOf(doc, id));
	moveThing(doc, other, [600, 900, 200, 200]);
	const after = curveOf(finder(doc), arrowOf(doc, id));
	assert.ok(after.to[1] > before.to[1] + 500);
	assert.ok(distanceTo(after, after.to) < 0.01);
});

test('when a thing goes the end of its arrow stays where it was, and holds on again when that is undone', () => {
	const { doc, other, id } = connected();
	moveThing(doc, other, [600, 900, 200, 200]);
	const undo = new Y.UndoManager(thingsOf(doc), { trackedOrigins: new Set([byHand]), captureTimeout: 0 });
	removeThing(doc, other);
	assert.is(heldBy(finder(doc), arrowOf(doc, id).to), null);
	assert.equal(curveOf(finder(doc), arrowOf(doc, id)).to, [700, 1000]);
	undo.undo();
	assert.is(heldBy(finder(doc), arrowOf(doc, id).to)?.id, other);
});

test('an arrow at a sticky that was merged into another leads to that one', () => {
	const { doc, one, other, id } = connected();
	const third = addSticky(doc, { text: 'inny', frame: null, place: [0, 600, 200, 200] });
	(thingsOf(doc).get(other) as Y.Map<unknown>).set('into', third);
	assert.is(heldBy(finder(doc), arrowOf(doc, id).to)?.id, third);
	(thingsOf(doc).get(third) as Y.Map<unknown>).set('into', other);
	assert.is(heldBy(finder(doc), arrowOf(doc, id).from)?.id, one);
	assert.ok(curveOf(finder(doc), arrowOf(doc, id)));
});

test('an arrow is turned round and held elsewhere in one change each', () => {
	const { doc, one, other, id } = connected();
	turnArrow(doc, id);
	assert.is(arrowOf(doc, id).from.thing, other);
	holdArrow(doc, id, { to: { thing: null, x: 10.6, y: 20 } });
	assert.equal(arrowOf(doc, id).to, { thing: null, x: 11, y: 20 });
	assert.is.not(arrowOf(doc, id).from.thing, one);
	removeThing(doc, id);
	assert.not(turnArrow(doc, id));
});

test('a small shape is touched anywhere, a large one at its line and its words', () => {
	const shape = (place: Shape['place'], text = '') => ({ kind: 'shape', form: 'ellipse', place, text }) as Shape;
	assert.ok(isOnShape(shape([0, 0, 200, 200]), 100, 100, 8));
	assert.not(isOnShape(shape([0, 0, 200, 200]), 5, 5, 8));
	assert.not(isOnShape(shape([0, 0, 2000, 2000]), 700, 1000, 8));
	assert.ok(isOnShape(shape([0, 0, 2000, 2000]), 2, 1000, 8));
	assert.not(isOnShape(shape([0, 0, 2000, 2000]), 1000, 1000, 8));
	assert.ok(isOnShape(shape([0, 0, 2000, 2000], 'Otoczenie'), 1000, 1000, 8));
});

test('undo takes back my mark and leaves what others drew meanwhile', () => {
	const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
	const exchange = () => {
		Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
		Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
	};
	const undo = new Y.UndoManager(thingsOf(mine), { trackedOrigins: new Set([byHand]), captureTimeout: 0 });
	const shape = addShape(mine, { place: [0, 0, 200, 100], form: 'diamond', text: 'moje', frame: null, colour: null });
	exchange();
	const text = addText(theirs, { place: [0, 300, 200, 40], size: 32, text: 'ich', frame: null, colour: null });
	moveThing(theirs, shape, [50, 0, 200, 100]);
	exchange();
	formShape(mine, shape, 'ellipse');
	sizeText(mine, text, [0, 300, 300, 60], 48);
	undo.undo();
	undo.undo();
	assert.is((thing(mine, shape) as Shape).form, 'diamond');
	assert.equal(thing(mine, shape)?.place, [50, 0, 200, 100]);
	undo.undo();
	assert.is(thing(mine, shape), null);
	assert.is(thing(mine, text)?.kind, 'text');
});

test('undo of a move is nothing once somebody removed what was moved', () => {
	const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
	const text = addText(mine, { place: [0, 0, 200, 40], size: 32, text: 'tekst', frame: null, colour: null });
	const undo = new Y.UndoManager(thingsOf(mine), { trackedOrigins: new Set([byHand]), captureTimeout: 0 });
	moveThing(mine, text, [500, 0, 200, 40]);
	Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
	removeThing(theirs, text);
	Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
	undo.undo();
	assert.is(thing(mine, text), null);
	assert.is(malformed(mine), 0);
});

test('what others write as a mark is read strictly', () => {
	const doc = new Y.Doc();
	const put = (id: string, values: Record<string, unknown>) => {
		const map = new Y.Map<unknown>();
		for (const [key, value] of Object.entries({ place: [0, 0, 10, 10], ...values })) map.set(key, value);
		thingsOf(doc).set(id, map);
	};
	put('a', { kind: 'stroke', points: [1, 2], width: 4 });
	put('b', { kind: 'stroke', points: [1, 2, NaN], width: 4 });
	put('c', { kind: 'shape', form: 'star' });
	put('d', { kind: 'arrow', from: { x: 1, y: 1 } });
	put('e', { kind: 'text', text: 'x', size: 9999 });
	put('f', { kind: 'arrow', from: { thing: '../x', x: 1, y: 1 }, to: { thing: null, x: 2, y: 2 } });
	assert.equal(
		things(doc).map(({ id }) => id),
		['f']
	);
	assert.is(arrowOf(doc, 'f').from.thing, null);
	assert.is(malformed(doc), 5);
});

test.run();
