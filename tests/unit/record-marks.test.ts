// What people write and draw beside stickies is in the record: their words, what arrows connect, and every stroke.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import pl from '#messages/pl.json';
import { addFrame, addSticky, removeThing } from '#lib/board/board.ts';
import { addArrow, addShape, addStroke, addText } from '#lib/board/marks/change.ts';
import { frozenMarks } from '#lib/record/frozen-marks.ts';
import { drawings, isWorthALine, markLine, marksToShow } from '#lib/record/mark-lines.ts';
import { recordMarkdown } from '#lib/record/markdown.ts';
import { parseRecord } from '#lib/record/record.ts';
import { wordsFrom, type Messages } from '#lib/ui/words.ts';

const words = wordsFrom('pl', pl as Messages);
const plain = { frame: null, colour: null };

function board() {
	const doc = new Y.Doc();
	const frame = addFrame(doc, { name: 'Drzewo problemów', place: [0, 0, 2000, 2000] });
	const sticky = addSticky(doc, { text: 'Brak  autobusu', frame });
	const shape = addShape(doc, { ...plain, frame, place: [900, 0, 200, 100], form: 'ellipse', text: 'Gmina' });
	addText(doc, { ...plain, frame, place: [0, 900, 300, 50], size: 40, text: 'Co już mamy?' });
	const end = (thing: string | null) => ({ thing, x: 50, y: 60 });
	addArrow(doc, { from: end(sticky), to: end(shape), text: 'zależy od', colour: null });
	addArrow(doc, { from: end(shape), to: end(null), text: '', colour: 'blue' });
	addStroke(doc, { ...plain, frame, samples: [[5, 5, 50], [60, 90, 70]], width: 6, tolerance: 1 }); // prettier-ignore
	return { doc, sticky, shape, cited: new Map([[sticky, 's0']]) };
}

test('every word that was written, every connection and every stroke is kept with an id of its own', () => {
	const { doc, cited } = board();
	const marks = frozenMarks(doc, () => null, cited);
	assert.equal(
		marks.map(({ id }) => id),
		['m0', 'm1', 'm2', 'm3', 'm4']
	);
	const shape = marks.find(({ kind }) => kind === 'shape')!;
	const arrow = marks.find(({ text }) => text === 'zależy od')!;
	assert.equal(arrow.from, { id: 's0', text: 'Brak autobusu' });
	assert.equal(arrow.to, { id: shape.id, text: 'Gmina' });
	assert.is(marks.find(({ kind, text }) => kind === 'arrow' && text === '')!.to, null);
	assert.is(marks.find(({ kind }) => kind === 'text')!.frame, 'Drzewo problemów');
	assert.is(marks.find(({ kind }) => kind === 'stroke')!.points?.length, 6);
});

test('an arrow at something that is gone still says its own words', () => {
	const { doc, sticky, cited } = board();
	removeThing(doc, sticky);
	const arrow = frozenMarks(doc, () => null, cited).find(({ text }) => text === 'zależy od')!;
	assert.is(arrow.from, null);
	assert.is(markLine(arrow, words), 'Strzałka od pustego miejsca do „Gmina”: zależy od');
});

test('a record with marks is the same when it is written and read again', () => {
	const { doc, cited } = board();
	const marks = JSON.parse(JSON.stringify(frozenMarks(doc, () => null, cited)));
	const parsed = parseRecord({ stickies: [{ text: 'Brak autobusu' }], marks });
	assert.ok(parsed.ok);
	if (parsed.ok) assert.equal(JSON.parse(JSON.stringify(parsed.record.marks)), marks);
});

test('a record reads out its marks, and draws its strokes frame by frame', () => {
	const { doc, cited } = board();
	const parsed = parseRecord({ stickies: [], marks: frozenMarks(doc, () => null, cited) });
	if (!parsed.ok) throw new Error(parsed.reason);
	const text = recordMarkdown(parsed.record, words);
	for (const part of ['Co już mamy?', 'elipsa: Gmina', 'zależy od', '1 pociągnięcie pisaka'])
		assert.ok(text.includes(part), part);
	assert.is(parsed.record.marks.filter(isWorthALine).length, 4);
	const [drawing, ...more] = drawings(parsed.record.marks);
	assert.is(more.length, 0);
	assert.is(drawing!.strokes[0]!.path, 'M5 5L60 90');
});

test('an arrow between empty places is not listed, and a drawing has room for its ink even as a flat line', () => {
	const doc = new Y.Doc();
	const end = { thing: null, x: 50, y: 60 };
	addArrow(doc, { from: end, to: { ...end, x: 90 }, text: '', colour: null });
	addStroke(doc, { ...plain, frame: null, samples: [[10, 20, 50], [40, 20, 50]], width: 6, tolerance: 1 }); // prettier-ignore
	const marks = frozenMarks(doc, () => null, new Map());
	assert.equal(
		marksToShow(marks).map(({ kind }) => kind),
		['stroke']
	);
	const [, , width, height] = drawings(marks)[0]!.box;
	assert.ok(width >= 36 && height >= 6, `${width} × ${height}`);
});

test('a mark that cannot be read stays in its place, empty, and an old record has none', () => {
	const parsed = parseRecord({ stickies: [], marks: [7, { kind: 'arrow', from: 5, points: 'x' }, { kind: 'star' }] });
	assert.ok(parsed.ok);
	if (!parsed.ok) return;
	assert.equal(
		parsed.record.marks.map(({ id, kind, from }) => [id, kind, from ?? null]),
		[
			['m0', 'text', null],
			['m1', 'arrow', null],
			['m2', 'text', null]
		]
	);
	const old = parseRecord({ stickies: [] });
	assert.ok(old.ok && old.record.marks.length === 0);
});

test.run();
