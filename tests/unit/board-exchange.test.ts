// What comes to the board from files and leaves it on paper: nothing is invented, and what is left out is counted.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { addFrame, addStickies, addSticky, madeMapOf, stickies } from '#lib/board/board.ts';
import { addCluster } from '#lib/board/clusters/clusters.ts';
import { excalidrawFrom, shiftTo } from '#lib/board/exchange/excalidraw.ts';
import { textsFrom } from '#lib/board/exchange/lines.ts';
import { boardCsv } from '#lib/board/out/csv.ts';
import { drawingOf, pagesOf } from '#lib/board/out/drawing.ts';
import { runsOf } from '#lib/board/out/faces.ts';
import { fitInto, isWide } from '#lib/board/out/paper-size.ts';
import { pdfOf } from '#lib/board/out/pdf.ts';
import { svgOf } from '#lib/board/out/svg.ts';
import { overlap } from '#lib/board/slots.ts';
import { loadWords } from '#lib/ui/words.ts';
import { faceFile } from '../../src/routes/s/[code]/board/face-files.ts';

const words = await loadWords('pl');
const zone = 'Europe/Warsaw';

test('a table that was taken out comes back into the areas it came from', () => {
	const doc = new Y.Doc();
	const needs = addFrame(doc, { name: 'Potrzeby; „nowe”', place: [0, 0, 900, 600] });
	addSticky(doc, { text: '=1+1\nświetlica', frame: needs });
	addSticky(doc, { text: 'bez obszaru', frame: null });
	assert.equal(textsFrom(boardCsv(doc, words, { zone }), true).texts, [
		{ text: '=1+1\nświetlica', frame: 'Potrzeby; „nowe”' },
		{ text: 'bez obszaru', frame: null }
	]);
});

test('a strange table has one sticky a row, a list one a line, and too long ones are counted', () => {
	assert.equal(
		textsFrom('Gmina;Pomysł\nMochowo;kuchnia', true).texts.map(({ text }) => text),
		['Gmina – Pomysł', 'Mochowo – kuchnia']
	);
	const list = textsFrom(`- pierwsza\n2. druga\n\n${'x'.repeat(501)}`, false);
	assert.equal(
		list.texts.map(({ text }) => text),
		['pierwsza', 'druga']
	);
	assert.equal(list.left, [{ why: 'too_long', count: 1 }]);
});

const drawing = {
	type: 'excalidraw',
	elements: [
		{ id: 'f', type: 'frame', x: 0, y: 0, width: 800, height: 600, name: 'Pomysły' },
		{ id: 'r', type: 'rectangle', x: 10, y: 10, width: 200, height: 200, backgroundColor: '#ffec99', frameId: 'f' },
		{ id: 't', type: 'text', x: 20, y: 20, width: 100, height: 25, text: 'kuchnia w remizie', containerId: 'r' },
		{ id: 'e', type: 'ellipse', x: 300, y: 10, width: 100, height: 80, strokeColor: '#2f9e44' },
		{
			id: 'a',
			type: 'arrow',
			x: 210,
			y: 100,
			width: 90,
			height: 0,
			points: [
				[0, 0],
				[90, 0]
			],
			startBinding: { elementId: 'r' },
			endBinding: { elementId: 'e' }
		},
		{
			id: 'd',
			type: 'freedraw',
			x: 0,
			y: 300,
			points: [
				[0, 0],
				[5, 9],
				[10, 0]
			],
			pressures: []
		},
		{ id: 'i', type: 'image', x: 0, y: 0, width: 10, height: 10 },
		{ id: 'gone', type: 'rectangle', isDeleted: true },
		'nonsense'
	]
};

test('an Excalidraw file becomes stickies, shapes, arrows that hold on, strokes and frames; pictures are named as left out', () => {
	const found = excalidrawFrom(JSON.stringify(drawing))!;
	assert.equal(
		found.things.map(({ kind }) => kind),
		['frame', 'sticky', 'shape', 'arrow', 'stroke']
	);
	const [frame, sticky, shape, arrow] = found.things;
	assert.ok(
		sticky?.kind === 'sticky' &&
			sticky.text === 'kuchnia w remizie' &&
			sticky.colour === 'yellow' &&
			sticky.frame === frame?.id
	);
	assert.ok(shape?.kind === 'shape' && shape.form === 'ellipse' && shape.colour === 'green');
	assert.ok(arrow?.kind === 'arrow' && arrow.from.thing === sticky.id && arrow.to.thing === shape.id);
	assert.equal(found.left, [{ why: 'kind', count: 1, kinds: ['image'] }]);
	const { dx } = shiftTo(found.things, [1000, 50]);
	assert.is(Math.min(...found.things.map(({ place }) => place[0] + dx)), 1000);
});

test('what is no Excalidraw file is not read as one', () => {
	for (const content of ['', '{}', '[]', 'null', '{"type":"excalidraw"}', 'plain words'])
		assert.is(excalidrawFrom(content), null);
});

function board(): Y.Doc {
	const doc = new Y.Doc();
	const needs = addFrame(doc, { name: 'Potrzeby', prompt: 'Czego brakuje?', place: [0, 0, 1400, 700] });
	const id = addSticky(doc, { text: 'Żłobek w Łącku <b>', frame: needs });
	madeMapOf(doc).set(id, { sector: 'ngo', at: 0, item: null, by: null });
	addSticky(doc, { text: 'obok wszystkiego', frame: null, place: [3000, 0, 200, 200] });
	return doc;
}

test('every frame is a page, what lies outside comes last, and each word stands on exactly one of them', () => {
	const pages = pagesOf({ doc: board(), words });
	assert.equal(
		pages.map(({ title }) => title),
		['Potrzeby', words('board_no_frame')]
	);
	const texts = pages.map(({ parts }) => parts.flatMap((part) => (part.kind === 'words' ? [part.text] : [])).join(' '));
	assert.match(texts[0]!, 'Żłobek');
	assert.match(texts[0]!, /^Potrzeby Czego brakuje\?/);
	assert.match(texts[0]!, words('sector_ngo'));
	assert.not.match(texts[0]!, 'obok');
	assert.match(texts[1]!, 'obok');
});

test('on paper the name of a group is seen and lies on no card, in every frame it reaches', () => {
	const doc = new Y.Doc();
	const [one, two] = [0, 1500].map((x) => addFrame(doc, { name: `Stół ${x}`, place: [x, 0, 1160, 780] }));
	addStickies(doc, ['nad', 'nad', 'nad', 'nad', 'nad'], one!);
	const below = addStickies(doc, ['w grupie', 'w grupie'], one!);
	const beside = addStickies(doc, ['w grupie'], two!);
	addCluster(doc, { name: 'Dowóz', stickies: [...below, ...beside] });
	const { parts } = drawingOf({ doc, words });
	const names = parts.flatMap((part, index) => (part.kind === 'words' && part.text === 'Dowóz' ? [index] : []));
	assert.is(names.length, 2);
	for (const index of names) {
		const pill = parts[index - 1]!;
		assert.ok(pill.kind === 'rectangle');
		for (const { place } of stickies(doc)) assert.not.ok(overlap(pill.place, place));
		const ground = parts.findIndex((part) => part.kind === 'words' && part.text === 'nad');
		assert.ok(index > ground, 'above the cards');
	}
});

test('the picture needs nothing from outside and carries no markup of others', () => {
	const svg = svgOf(drawingOf({ doc: board(), words }, null, 'Próba & <i>'));
	assert.match(svg, '&lt;b&gt;');
	assert.match(svg, '<title>Próba &amp; &lt;i&gt;</title>');
	assert.not.match(svg.replaceAll('http://www.w3.org/2000/svg', ''), /https?:|<script|href=/);
});

test('a PDF has a page for each drawing, its title, and text in every script that people write', async () => {
	const doc = board();
	addSticky(doc, { text: 'Україна 😀 ąęłóśżźćń', frame: null, place: [3000, 300, 200, 200] });
	const bytes = await pdfOf((measure) => pagesOf({ doc, words, measure }), {
		paper: 'a3',
		title: 'Próba',
		language: 'pl',
		faces: faceFile,
		foot: (number, total) => `${number}/${total}`
	});
	const text = Buffer.from(bytes).toString('latin1');
	assert.match(text, '%PDF-1.7');
	assert.is(text.match(/\/Type \/Page\b/g)?.length, 2);
	assert.match(text, /MediaBox \[0 0 1190\.\d+ 841\.\d+\]/);
	assert.equal(
		runsOf('ałЖ', 'bold').map(({ face }) => face),
		['bold-latin', 'bold-extended', 'bold-any']
	);
});

test('a drawing lies in the middle of its sheet, as large as it can', () => {
	assert.equal(fitInto([0, 0, 200, 100], [10, 10, 400, 400]), { scale: 2, x: 10, y: 110 });
	assert.ok(isWide([0, 0, 2, 1]));
	assert.not.ok(isWide([0, 0, 1, 2]));
});

test.run();
