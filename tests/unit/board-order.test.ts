// Order on the board: tidying, finding, texts that fit, the hall's pages, pasted lists, shared typing and files.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import pl from '#messages/pl.json' with { type: 'json' };
import { addFrame, addSticky, madeMapOf, stickies } from '#lib/board/board.ts';
import { withDot, type Dots } from '#lib/board/dots.ts';
import { boardCsv } from '#lib/board/out/csv.ts';
import { drawingOf } from '#lib/board/out/drawing.ts';
import { svgOf } from '#lib/board/out/svg.ts';
import { merge } from '#lib/board/clusters/merge.ts';
import { textsFrom } from '#lib/board/exchange/lines.ts';
import { addReply } from '#lib/board/replies.ts';
import { matching } from '#lib/board/find.ts';
import { fitText, lineHeight, thumb, wrapText } from '#lib/board/fit-text.ts';
import { linesOf, pasted } from '#lib/board/paste.ts';
import { hallSize, hallSizes, pages, rowsOfFrames } from '#lib/board/scene.ts';
import { shifted } from '#lib/board/shared-text.ts';
import { overlap, type Place } from '#lib/board/slots.ts';
import { squareFor, tidied } from '#lib/board/tidy.ts';
import { plainLetters } from '#lib/ui/letters.ts';
import { wordsFrom } from '#lib/ui/words.ts';

const words = wordsFrom('pl', pl);
const frame: Place = [0, 0, 1160, 1000];

test('tidied stickies keep their order and do not overlap, also around what stays', () => {
	const lying = Array.from({ length: 30 }, (_, index) => ({
		id: `s${index}`,
		place: [(index * 137) % 900, (index * 91) % 700, 200, index % 7 ? 200 : 420] as Place
	}));
	const others: Place[] = [[260, 100, 200, 200]];
	const moved = tidied(lying, frame, others);
	const places = lying.map(({ id, place }) => moved.get(id) ?? place);
	for (const [index, one] of places.entries())
		for (const other of [...places.slice(index + 1), ...others]) assert.not.ok(overlap(one, other));
	const again = lying.map(({ id }, index) => ({ id, place: places[index]! }));
	assert.is(tidied(again, frame, others).size, 0, 'tidying what is tidy moves nothing');
});

test('a heap outside all frames becomes a square where it lies', () => {
	const heap = ['a', 'b', 'c', 'd'].map((id) => ({ id, place: [500, 600, 200, 200] as Place }));
	const moved = tidied(heap, squareFor(heap), []);
	assert.equal(
		[...moved.values()].map(([x, y]) => [x, y]),
		[
			[720, 600],
			[940, 600],
			[500, 820]
		]
	);
});

test('finding forgives case, accents and ł', () => {
	assert.is(plainLetters('Łąka ŻÓŁĆ'), 'laka zolc');
	const all = ['Świetlica w Łącku', 'droga do Łącka', 'Rowy'];
	assert.equal(
		matching(all, 'lacku swiet', (text) => text),
		['Świetlica w Łącku']
	);
	assert.equal(
		matching(all, '  ', (text) => text),
		[]
	);
});

test('a text gets the largest size at which it fits, and a long word is broken rather than cut', () => {
	assert.is(fitText('Rowy', 176, 158, thumb).size, 34);
	const long = fitText('Przeciwdziałanie '.repeat(20), 176, 158, thumb);
	assert.ok(long.size < 15);
	const word = fitText('Konstantynopolitańczykowianeczka', 176, 158, thumb);
	assert.ok(word.lines * word.size * lineHeight <= 158);
	assert.equal(wrapText('ala ma kota', 4, thumb), ['ala ma', 'kota']);
	assert.is(wrapText('Konstantynopolitańczykowianeczka', 4, thumb).join(''), 'Konstantynopolitańczykowianeczka');
});

test('the hall sees every card on one of the pages, and frames stand as on the board', () => {
	const texts = Array.from({ length: 40 }, (_, index) => `Myśl numer ${index} o świetlicy i drogach`);
	const box = { width: 900, height: 400 };
	const all = pages(texts, box, 24, thumb);
	assert.ok(all.length > 1);
	assert.equal(
		all.flat(3).sort((a, b) => a - b),
		texts.map((_, index) => index)
	);
	assert.is(hallSize([{ texts, box }], 1080, thumb), 1080 * hallSizes.at(-1)!);
	assert.is(hallSize([{ texts: ['Rowy'], box }], 1080, thumb), 1080 * hallSizes[0]);
	const at = (name: string, x: number, y: number) => ({ name, place: [x, y, 1000, 800] as Place });
	assert.equal(
		rowsOfFrames([at('d', 1200, 1010), at('a', 0, 0), at('c', 0, 1000), at('b', 1200, 30)]).map((row) =>
			row.map(({ name }) => name)
		),
		[
			['a', 'b'],
			['c', 'd']
		]
	);
});

test('one long word or group does not make a single column of all cards in the hall', () => {
	const box = { width: 525, height: 180 };
	const usual = Array.from({ length: 12 }, (_, index) => `Bank czasu ${index}`);
	const columnsOf = (texts: readonly string[]) => {
		const all = pages(texts, box, 17, thumb);
		assert.equal(
			all.flat(3).sort((a, b) => a - b),
			texts.map((_, index) => index)
		);
		return all.map((page) => page.map((band) => band.length));
	};
	assert.equal(columnsOf(usual), [[3]]);
	assert.equal(columnsOf(['Konstantynopolitańczykowianeczka', ...usual]), [[1, 3], [3]]);
	assert.equal(columnsOf(['Grupa\n\nSala\nSzkoła\n\nPlac\nDom\n\n', ...usual]), [[1], [3]]);
});

test('the hall takes smaller letters rather than cut off the end of a long text', () => {
	const box = { width: 525, height: 180 };
	const text = 'Klauzule społeczne w przetargu na catering '.repeat(6);
	const size = hallSize([{ texts: [text], box }], 768, thumb);
	const inner = box.width - (2 * 0.55 + 1.5) * size;
	assert.ok((fitText(text, inner, Infinity, thumb, [size]).lines * lineHeight + 1.1) * size <= box.height);
});

test('a pasted list or table becomes one text per line or cell', () => {
	assert.equal(linesOf('1. Alfa\n• Beta\tGamma\r\n\n- Delta\n3) Epsilon'), [
		'Alfa',
		'Beta',
		'Gamma',
		'Delta',
		'Epsilon'
	]);
	assert.equal(linesOf('2026 był rokiem'), ['2026 był rokiem']);
	const { texts, left } = pasted(`${'x'.repeat(501)}\n${'linia\n'.repeat(300)}`);
	assert.is(texts.length, 200);
	assert.is(left, 101);
});

test('a caret follows what others write and delete', () => {
	assert.is(shifted(5, [{ insert: 'abc' }]), 8);
	assert.is(shifted(5, [{ retain: 6 }, { insert: 'abc' }]), 5);
	assert.is(shifted(5, [{ retain: 2 }, { delete: 2 }]), 3);
	assert.is(shifted(5, [{ retain: 3 }, { delete: 10 }]), 3);
	assert.is(shifted(5, [{ delete: 1 }, { insert: 'xy' }]), 6);
});

test('dots are laid within the limit and taken back, and hostile ids count nothing', () => {
	const dots: Dots = { mine: { a: 1 }, left: 1, limit: 2, open: true };
	assert.equal(withDot(dots, 'a', 1), { a: 2 });
	assert.equal(withDot(dots, 'a', -1), {});
	assert.is(withDot(dots, 'b', -1), null);
	assert.is(withDot({ ...dots, left: 0 }, 'b', 1), null);
	assert.is(withDot({ ...dots, open: false }, 'a', 1), null);
	assert.equal(withDot(dots, 'constructor', 1), { a: 1, constructor: 1 });
});

test('the table opens in a spreadsheet as text, whatever was written', () => {
	const doc = new Y.Doc();
	const needs = addFrame(doc, { name: 'Potrzeby; "nowe"', place: frame });
	const id = addSticky(doc, { text: '=HYPERLINK("http://x")\nżółć', frame: needs });
	madeMapOf(doc).set(id, { sector: 'ngo', at: 0, item: null });
	const csv = boardCsv(doc, words, { totals: { [id]: 3 }, zone: 'Europe/Warsaw' });
	assert.is(
		csv,
		'\ufeff"Obszar";"Grupa";"Karteczka";"Sektor";"Czas (Europe/Warsaw)";"Kropki"\r\n' +
			`"Potrzeby; ""nowe""";"";"'=HYPERLINK(""http://x"")\nżółć";"${words('sector_ngo')}";"";"3"\r\n`
	);
});

test('a table tells the time of the hall, what was merged and what was answered, and guards every way into a formula', () => {
	const doc = new Y.Doc();
	const texts = [' =1+1', '＝1+1', '\n@SUM(1)', '-2 stopnie'];
	for (const text of texts) addSticky(doc, { text, frame: null });
	const [shown, merged] = [
		addSticky(doc, { text: 'Dowóz', frame: null }),
		addSticky(doc, { text: 'dowozy', frame: null })
	];
	merge(doc, [shown, merged], shown);
	addReply(doc, shown, '=zły()');
	addReply(doc, shown, 'tak,\nod maja');
	madeMapOf(doc).set(shown, { sector: 'ngo', at: Date.UTC(2026, 6, 1, 22, 30), item: null });
	const csv = boardCsv(doc, words, { zone: 'Europe/Warsaw' });
	assert.match(csv, '"Czas (Europe/Warsaw)";"Połączone w tę karteczkę";"Odpowiedzi"\r\n');
	const line = csv.split('\r\n').find((each) => each.includes('"Dowóz"'))!;
	assert.match(line, '"2026-07-02 00:30:00";"dowozy";"');
	assert.match(line, /tak, \/ od maja/);
	assert.match(csv, `"' =1+1"`);
	assert.not.match(csv, /"\s*[=+\-@＝]/);
	const back = textsFrom(csv, true).texts.map(({ text }) => text);
	for (const text of texts) assert.ok(back.includes(text.trim()), text);
});

test('the picture holds every text and no markup of theirs', () => {
	const doc = new Y.Doc();
	const needs = addFrame(doc, { name: 'A & B', place: frame });
	addSticky(doc, { text: '<script>alert(1)</script>', frame: needs });
	addSticky(doc, { text: 'Świetlica', frame: needs });
	const svg = svgOf(drawingOf({ doc, words }));
	assert.match(svg, 'A &amp; B');
	assert.match(svg, 'Świetlica');
	assert.not.match(svg, '<script');
	assert.is(stickies(doc).length, 2);
});

test.run();
