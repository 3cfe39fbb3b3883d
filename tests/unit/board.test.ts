// The board's rules: reading what anyone may have written, places, templates, and that all copies agree.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import pl from '#messages/pl.json' with { type: 'json' };
import { addPicture } from '#lib/board/images/picture.ts';
import { addArrow, addShape, addStroke, addText } from '#lib/board/marks/change.ts';
import { placeTemplate, settle } from '#lib/board/arrange.ts';
import {
	addFrame,
	addStickies,
	addSticky,
	byHand,
	editSticky,
	frames,
	made,
	madeMapOf,
	malformed,
	moveThing,
	moveToFrame,
	nextPlace,
	removeThing,
	stickies,
	stickyText,
	thing,
	things,
	thingsOf
} from '#lib/board/board.ts';
import { stickyTextLimit } from '#lib/board/limits.ts';
import { inOrder } from '#lib/board/order.ts';
import { idIsWellFormed, textFits } from '#lib/board/thing.ts';
import { difference } from '#lib/board/difference.ts';
import { makeId } from '#lib/people/ids.ts';
import { overlap, type Place } from '#lib/board/slots.ts';
import { frameTemplates, templateFrames } from '#lib/board/templates.ts';
import { wordsFrom } from '#lib/ui/words.ts';

const words = wordsFrom('pl', pl);
const board = () => new Y.Doc({ gc: true });

/** The same numbers every time (mulberry32). */
function random(seed: number): () => number {
	return () => {
		seed = (seed + 0x6d2b79f5) | 0;
		let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

test('a sticky is read as it was written', () => {
	const doc = board();
	const frame = addFrame(doc, { name: 'Potrzeby', place: [0, 0, 1200, 1000] });
	const id = addSticky(doc, { text: 'Świetlica w Łącku', frame });
	assert.equal(thing(doc, id), {
		id,
		kind: 'sticky',
		place: [40, 100, 200, 200],
		order: 0,
		text: 'Świetlica w Łącku',
		frame,
		colour: null,
		locked: false,
		group: null,
		cluster: null,
		into: null
	});
});

test('hostile things are left out and counted, and do no harm', () => {
	const doc = board();
	const raw = thingsOf(doc);
	addSticky(doc, { text: 'dobra', frame: null });
	const put = (id: string, entries: Record<string, unknown>) => {
		const value = new Y.Map<unknown>();
		for (const [key, entry] of Object.entries(entries)) value.set(key, entry);
		raw.set(id, value);
	};
	put('__proto__', { kind: 'sticky', place: [0, 0, 1, 1], text: 'x' });
	put('constructor', { kind: 'sticky', place: [0, 0, 1, 1], text: 'x' });
	put('noplace', { kind: 'sticky', text: 'x' });
	put('nan', { kind: 'sticky', place: [NaN, 0, 1, 1], text: 'x' });
	put('huge', { kind: 'sticky', place: [0, 0, 1e9, 1], text: 'x' });
	put('long', { kind: 'sticky', place: [0, 0, 1, 1], text: 'x'.repeat(5000) });
	put('unknown', { kind: 'script', place: [0, 0, 1, 1], text: 'x' });
	raw.set('plain', { kind: 'sticky', place: [0, 0, 1, 1], text: 'x' });
	raw.set('text', 'x');
	assert.is(things(doc).length, 1);
	assert.is(malformed(doc), 9);
	assert.is(({} as Record<string, unknown>).kind, undefined);
});

test('made is read as the server wrote it, and is null before', () => {
	const doc = board();
	const id = addSticky(doc, { text: 'x', frame: null });
	assert.is(made(doc, id), null);
	madeMapOf(doc).set(id, { sector: 'ngo', at: 5, item: 'a1' });
	assert.equal(made(doc, id), { sector: 'ngo', at: 5, item: 'a1', by: null });
});

test('ids are well formed and do not repeat', () => {
	const ids = new Set(Array.from({ length: 1000 }, makeId));
	assert.is(ids.size, 1000);
	for (const id of ids) assert.ok(idIsWellFormed(id));
});

test('text of 500 characters fits and 501 does not', () => {
	assert.ok(textFits('a'.repeat(stickyTextLimit)));
	assert.not.ok(textFits('a'.repeat(stickyTextLimit + 1)));
});

test('an edit changes only what differs and never cuts an emoji', () => {
	assert.equal(difference('zażółć gęślą', 'zażółć tę gęślą'), { at: 7, remove: 0, insert: 'tę ' });
	assert.equal(difference('a😀b', 'a😁b'), { at: 1, remove: 2, insert: '😁' });
	assert.equal(difference('', ''), { at: 0, remove: 0, insert: '' });
	const doc = board();
	const id = addSticky(doc, { text: 'ala ma kota', frame: null });
	editSticky(doc, id, 'ala ma dwa koty');
	assert.is(stickyText(doc, id)?.toString(), 'ala ma dwa koty');
	assert.not.ok(editSticky(doc, 'missing', 'x'));
});

test('two people edit one sticky and both are kept', () => {
	const a = board();
	const id = addSticky(a, { text: 'rowy', frame: null });
	const b = board();
	Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
	editSticky(a, id, 'czyste rowy');
	editSticky(b, id, 'rowy i drogi');
	Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
	Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
	assert.is(stickyText(a, id)?.toString(), 'czyste rowy i drogi');
	assert.is(stickyText(b, id)?.toString(), 'czyste rowy i drogi');
});

test('new stickies fill a frame slot by slot and never overlap, also when it is full', () => {
	const doc = board();
	const [first, second] = placeTemplate(doc, 'swot', 'a1', words);
	assert.ok(first && second);
	for (let count = 0; count < 40; count++) addSticky(doc, { text: `${count}`, frame: count % 3 ? first : second });
	apart(doc);
	const inFirst = stickies(doc).filter((sticky) => sticky.frame === first);
	assert.equal(
		inFirst.slice(0, 15).map(({ text }) => text),
		[...Array(40).keys()]
			.filter((count) => count % 3)
			.slice(0, 15)
			.map(String)
	);
});

test('a freed slot is used again', () => {
	const doc = board();
	const frame = addFrame(doc, { name: 'x', place: [0, 0, 1200, 1000] });
	const ids = ['a', 'b', 'c'].map((text) => addSticky(doc, { text, frame }));
	const place = thing(doc, ids[1]!)!.place;
	removeThing(doc, ids[1]!);
	assert.equal(nextPlace(doc, frame), place);
});

test('a template is placed once per item, below what is there', () => {
	const doc = board();
	const first = placeTemplate(doc, 'needs', 'a1', words);
	assert.equal(placeTemplate(doc, 'needs', 'a1', words), first);
	const second = placeTemplate(doc, 'swot', 'a2', words);
	assert.is(frames(doc).length, first.length + second.length);
	const bottom = Math.max(...first.map((id) => below(doc, id)));
	for (const id of second) assert.ok(thing(doc, id)!.place[1] > bottom);
	assert.is(frames(doc)[0]?.name, 'Czego potrzebujemy');
});

test('every template has words in both languages and frames that do not overlap', () => {
	for (const template of frameTemplates) {
		const all = templateFrames[template];
		for (const { name } of all) assert.ok(`frame_${template}_${name}` in pl, name);
		for (const [index, a] of all.entries())
			for (const b of all.slice(index + 1))
				assert.not.ok(overlap([a.x, a.y, a.width, a.height], [b.x, b.y, b.width, b.height]));
	}
});

test('stickies that chose one slot at the same time are given one each', () => {
	const [a, b] = [board(), board()];
	const [frame] = placeTemplate(a, 'open', 'a1', words);
	Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
	addSticky(a, { text: 'jedna', frame: frame! });
	const late = addSticky(b, { text: 'druga', frame: frame! });
	Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
	assert.ok(settle(a, [late]));
	assert.not.ok(settle(a, [late]));
	apart(a);
});

test('a full frame gets taller and moves down what lies below', () => {
	const doc = board();
	const ids = placeTemplate(doc, 'swot', 'a1', words);
	for (let count = 0; count < 15; count++) addSticky(doc, { text: 'dół', frame: ids[2]! });
	const added: string[] = [];
	for (let count = 0; count < 37; count++) {
		added.push(addSticky(doc, { text: `${count}`, frame: ids[0]! }));
		settle(doc, added.slice(-1));
	}
	apart(doc);
	const all = frames(doc);
	for (const [index, one] of all.entries())
		for (const other of all.slice(index + 1)) assert.not.ok(overlap(one.place, other.place));
	for (const sticky of stickies(doc)) {
		const home = all.find(({ id }) => id === sticky.frame)!.place;
		assert.ok(sticky.place[1] + sticky.place[3] <= home[1] + home[3], sticky.text);
	}
});

test('a frame that grows moves marks and pictures aside with the frames they lie in, and the free ends of arrows', () => {
	const doc = board();
	const [top, , below] = placeTemplate(doc, 'swot', 'a1', words);
	const before = new Map([top!, below!].map((id) => [id, thing(doc, id)!.place]));
	const [[x, y, , height], [left, under]] = [before.get(top!)!, before.get(below!)!];
	const mark = { colour: null, frame: below! };
	const spot = { x: left + 700, y: under + 220 };
	addPicture(doc, { id: 'obraz', file: 'a'.repeat(64), alt: '', width: 200, height: 150, spot });
	const moving = [
		addText(doc, { ...mark, text: 'napis', size: 40, place: [left + 50, under + 300, 200, 40] }),
		addShape(doc, { ...mark, form: 'ellipse', text: '', place: [left + 300, under + 300, 200, 100] }),
		...addStroke(doc, {
			...mark,
			samples: [
				[left + 9, under + 400, 50],
				[left + 90, under + 480, 50]
			],
			width: 4,
			tolerance: 1
		}),
		'obraz',
		addText(doc, { ...mark, frame: null, text: 'w przerwie', size: 20, place: [x + 40, y + height + 5, 100, 20] })
	];
	const staying = addText(doc, { ...mark, frame: top!, text: 'u góry', size: 20, place: [x + 700, y + 50, 100, 20] });
	const free = { thing: null, x: left + 100, y: under + 200 };
	const home = { thing: null, x: x + 500, y: y + 300 };
	const arrow = addArrow(doc, { from: free, to: home, text: '', colour: null });
	const held = addArrow(doc, { from: { ...free, thing: moving[0]! }, to: free, text: '', colour: null });
	const lay = () => new Map([...moving, staying].map((id) => [id, thing(doc, id)!.place]));
	const first = lay();
	for (let count = 0; count < 37; count++) settle(doc, [addSticky(doc, { text: `${count}`, frame: top! })]);
	const by = thing(doc, below!)!.place[1] - under;
	assert.ok(by > 0);
	const now = lay();
	for (const id of moving) {
		const [oldX, oldY, ...size] = first.get(id)!;
		assert.equal(now.get(id), [oldX, oldY + by, ...size]);
	}
	assert.equal(now.get(staying), first.get(staying));
	const [one, other] = [arrow, held].map((id) => thing(doc, id)!);
	assert.ok(one?.kind === 'arrow' && other?.kind === 'arrow');
	assert.equal([one.from, one.to], [{ ...free, y: free.y + by }, home]);
	assert.equal(other.from, { ...free, thing: moving[0] }, 'what holds on goes along by itself');
	assert.equal(other.to, { ...free, y: free.y + by });
});

test('what lies loose under a frame makes way for it, too', () => {
	const doc = board();
	const frame = addFrame(doc, { name: 'Pełny', place: [0, 0, 2000, 360] });
	const note = addText(doc, { text: 'pod spodem', size: 40, colour: null, frame: null, place: [40, 400, 300, 40] });
	const beside = addText(doc, { text: 'obok', size: 40, colour: null, frame: null, place: [2100, 40, 300, 40] });
	for (let count = 0; count < 12; count++) settle(doc, [addSticky(doc, { text: `${count}`, frame })]);
	const [, y, , height] = thing(doc, frame)!.place;
	assert.ok(height > 360);
	assert.ok(thing(doc, note)!.place[1] >= y + height);
	assert.equal(thing(doc, beside)!.place, [2100, 40, 300, 40]);
});

for (const count of [200, 900])
	test(`a pasted list of ${count} gets a slot each, and the frame grows around it and moves what is in its way`, () => {
		const doc = board();
		const ids = placeTemplate(doc, 'swot', 'a1', words);
		for (const id of ids) addStickies(doc, ['a', 'b', 'c'], id);
		const pasted = addStickies(
			doc,
			Array.from({ length: count }, (_, index) => (index % 9 ? `${index}` : 'długa '.repeat(60))),
			ids[0]!
		);
		const beside = thing(doc, ids[1]!)!.place;
		const loose = addSticky(doc, { text: 'luzem', frame: null, place: [beside[0] + beside[2] + 100, 0, 200, 200] });
		assert.ok(settle(doc, pasted));
		assert.not.ok(settle(doc, pasted));
		apart(doc);
		const all = frames(doc);
		for (const [index, one] of all.entries())
			for (const other of [...all.slice(index + 1), thing(doc, loose)!]) assert.not.ok(overlap(one.place, other.place));
		const home = thing(doc, ids[0]!)!.place;
		for (const id of pasted) {
			const [x, y, width, height] = thing(doc, id)!.place;
			assert.ok(x >= home[0] && y >= home[1] && x + width <= home[0] + home[2] && y + height <= home[1] + home[3]);
		}
		assert.ok(home[3] <= home[2], 'no tower that nobody can look at');
	});

test('a picture that nobody pointed a place for finds one near where one looks, on no text, sticky, shape or name of a frame', () => {
	const doc = board();
	const home = addFrame(doc, { name: 'Zasoby', place: [0, 0, 1160, 780] });
	const mark = { colour: null, frame: home };
	addText(doc, { ...mark, text: 'w samym środku', size: 40, place: [300, 330, 400, 60] });
	addShape(doc, { ...mark, form: 'ellipse', text: '', place: [700, 320, 200, 100] });
	addSticky(doc, { text: 'obok', frame: home, place: [260, 540, 200, 200] });
	const placed = (id: string, x: number, y: number) => {
		addPicture(doc, { id, file: 'a'.repeat(64), alt: '', width: 400, height: 180, spot: { x, y, near: true } });
		const found = thing(doc, id)!;
		for (const { id: other, kind, place } of things(doc))
			if (other !== id && kind !== 'frame') assert.not.ok(overlap(found.place, place), `${id} on ${other}`);
		return found;
	};
	const first = placed('jeden', 580, 390);
	assert.ok(first.kind === 'image' && first.frame === home);
	assert.ok(first.place[1] + first.place[3] <= 780);
	for (let count = 0; count < 12; count++) placed(`dalej${count}`, 580, 390);
	const beside = placed('luzem', 1500, -50);
	assert.ok(beside.kind === 'image' && beside.frame === null);
	assert.not.ok(overlap(beside.place, [0, -100, 1160, 880]));
	const next = nextPlace(doc, home);
	for (const { kind, place } of things(doc)) if (kind === 'text') assert.not.ok(overlap(next, place));
});

test('a drag is less than 100 bytes in the document', () => {
	const doc = board();
	const frame = addFrame(doc, { name: 'x', place: [0, 0, 1200, 1000] });
	const other = addFrame(doc, { name: 'y', place: [0, 2000, 1200, 1000] });
	const id = addSticky(doc, { text: 'x', frame });
	const before = Y.encodeStateAsUpdate(doc).byteLength;
	let sent = 0;
	doc.on('update', (update: Uint8Array) => (sent += update.byteLength));
	moveThing(doc, id, [123456, -98765, 200, 200], other);
	assert.ok(sent < 100, `${sent} bytes sent`);
	assert.ok(Y.encodeStateAsUpdate(doc).byteLength - before < 100);
});

test('undo takes back only what this hand did', () => {
	const doc = board();
	const undo = new Y.UndoManager(thingsOf(doc), { trackedOrigins: new Set([byHand]), captureTimeout: 0 });
	const id = addSticky(doc, { text: 'moja', frame: null, place: [0, 0, 200, 200] });
	moveThing(doc, id, [500, 0, 200, 200]);
	addSticky(doc, { text: 'cudza', frame: null, place: [900, 0, 200, 200] }, 'remote');
	undo.undo();
	assert.equal(thing(doc, id)?.place, [0, 0, 200, 200]);
	undo.undo();
	assert.equal(
		stickies(doc).map(({ text }) => text),
		['cudza']
	);
	undo.redo();
	assert.is(stickies(doc).length, 2);
});

test('four boards with broken links converge, and list, canvas and record have one order', () => {
	for (let seed = 1; seed <= 30; seed++) {
		const next = random(seed);
		const docs = Array.from({ length: 4 }, (_, index) => {
			const doc = board();
			doc.clientID = seed * 10 + index;
			return doc;
		});
		const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(next() * from.length)];
		placeTemplate(docs[0]!, 'needs', 'a1', words);
		for (let step = 0; step < 120; step++) {
			const doc = pick(docs)!;
			const sticky = pick(stickies(doc));
			const frame = pick(frames(doc))?.id ?? null;
			const choice = next();
			if (choice < 0.3) addSticky(doc, { id: `n${seed}x${step}`, text: `Myśl ${step} ąęó`, frame });
			else if (choice < 0.45 && sticky) editSticky(doc, sticky.id, `${sticky.text.slice(1)}ż😀`);
			else if (choice < 0.6 && sticky)
				moveThing(doc, sticky.id, [Math.floor(next() * 3000), Math.floor(next() * 2000), 200, 200], frame);
			else if (choice < 0.7 && sticky) moveToFrame(doc, sticky.id, frame);
			else if (choice < 0.78 && sticky) removeThing(doc, sticky.id);
			else if (choice < 0.82) settle(doc, sticky ? [sticky.id] : []);
			else exchange(doc, pick(docs)!);
		}
		for (const a of docs) for (const b of docs) exchange(a, b);
		const [first, ...others] = docs.map((doc) => stickies(doc));
		for (const other of others) assert.equal(other, first);
		const shuffled = [...first!].sort(() => next() - 0.5);
		assert.equal(
			inOrder(frames(docs[1]!), [], shuffled).map(({ id }) => id),
			first!.map(({ id }) => id)
		);
	}
});

function exchange(a: Y.Doc, b: Y.Doc): void {
	Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)));
	Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)));
}

const below = (doc: Y.Doc, id: string): number => {
	const [, y, , height] = thing(doc, id)!.place;
	return y + height;
};

function apart(doc: Y.Doc): void {
	const places: Place[] = stickies(doc).map(({ place }) => place);
	for (const [index, one] of places.entries())
		for (const other of places.slice(index + 1)) assert.not.ok(overlap(one, other), `${one} / ${other}`);
}

test.run();
