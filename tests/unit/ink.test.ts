// A line that is being drawn: said thin and in short pieces, heard whole although messages are lost, read strictly, of those who may.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HeardLine } from '#lib/board/marks/heard-line.ts';
import { inkPath } from '#lib/board/marks/ink-path.ts';
import { inkPoints, pointsOf, readInk, ThinLine } from '#lib/board/marks/ink-said.ts';
import type { Sample } from '#lib/board/marks/stroke.ts';
import { chosenLimit, presenceLimit, readSaid, silent } from '#lib/board/presence.ts';
import { makeId } from '#lib/people/ids.ts';

const wave = (count: number, step = 4): Sample[] =>
	Array.from({ length: count }, (_, index) => [index * step, Math.round(100 * Math.sin(index / 9)), 50]);

test('a line is said thin, up to where the pen is', () => {
	const line = new ThinLine(2);
	for (let step = 0; step <= 100; step++) line.add([step / 10, 0, 50]);
	const points = pointsOf(line.said(4, null));
	// 3 CSS pixels at zoom 2 are 1.5 units: 0, 1.5 … 9, and the tip
	assert.is(points.length, 8);
	assert.equal(points.at(-1), [10, 0, 50]);
	line.restart([
		[0, 0, 50],
		[5, 5, 50]
	]);
	assert.equal(line.said(4, null), { id: line.id, from: 0, points: [0, 0, 50, 5, 5, 50], width: 4, colour: null });
});

test('however long the line, one message is short', () => {
	const line = new ThinLine(0.1);
	for (let step = 0; step < 5000; step++) line.add([(step % 2 ? -1 : 1) * 90_000, (step % 3 ? 1 : -1) * 90_000, 100]);
	const ink = line.said(100, 'yellow');
	assert.is(ink.points.length, 3 * inkPoints);
	const text = JSON.stringify({
		...silent,
		ink,
		at: [-99999, -99999],
		writes: makeId(),
		drag: [-99999, -99999],
		view: [-99999, -99999, 99999, 99999]
	});
	assert.ok(text.length < presenceLimit, `${text.length}`);
	const chosen = Array.from({ length: chosenLimit }, makeId);
	assert.ok(JSON.stringify({ ...silent, chosen }).length < presenceLimit);
	const said = readSaid(text);
	assert.equal(said && 'ink' in said && said.ink, ink);
});

test('what is heard is the whole line although two messages of three are lost', () => {
	const samples = wave(1500);
	const line = new ThinLine(1);
	let heard: HeardLine | null = null;
	samples.forEach((sample, index) => {
		line.add(sample);
		if (index % 30 !== 29) return;
		const said = readInk(JSON.parse(JSON.stringify(line.said(8, 'blue'))))!;
		if (heard) heard.hear(said);
		else heard = new HeardLine(said);
	});
	const end = heard!;
	assert.is(end.colour, 'blue');
	assert.ok(end.length <= 200 + inkPoints + 48);
	assert.is(end.paths.length, 1 + Math.floor((1500 - inkPoints - 1) / 200));
	// the pieces are those of the line itself, end to end
	assert.is(end.paths[0], inkPath(samples.slice(0, 201), 8, false));
	assert.is(end.paths[1], inkPath(samples.slice(200, 401), 8, false));
	// a straight line from where it began is another line
	line.restart([samples[0]!, samples[900]!]);
	end.hear(line.said(8, 'blue'));
	assert.equal(end.paths, [inkPath([samples[0]!, samples[900]!], 8, false)]);
});

test('who comes late or loses a piece sees the end of the line', () => {
	const line = new ThinLine(1);
	for (const sample of wave(300)) line.add(sample);
	const heard = new HeardLine(line.said(4, null));
	assert.is(heard.length, inkPoints);
	for (const sample of wave(600).slice(300)) line.add(sample);
	heard.hear(line.said(4, null));
	assert.is(heard.length, 2 * inkPoints);
});

test('7 only a line is read as one', () => {
	const good = { id: 'kreska1', from: 0, points: [1, 2, 50, 3, 4, 50], width: 4, colour: null };
	assert.equal(readInk(good), good);
	assert.is(readInk({ ...good, colour: 'url(x)' })?.colour, null);
	for (const bad of [
		null,
		'x',
		{ ...good, id: '__proto__' },
		{ ...good, id: undefined },
		{ ...good, from: -1 },
		{ ...good, from: 0.5 },
		{ ...good, from: 1e12 },
		{ ...good, width: 0 },
		{ ...good, width: 1e6 },
		{ ...good, points: [] },
		{ ...good, points: [1, 2] },
		{ ...good, points: [1, 2, null] },
		{ ...good, points: [1, 2, 1e300] },
		{ ...good, points: Array.from({ length: 3 * inkPoints + 3 }, () => 1) }
	])
		assert.is(readInk(bad), null, JSON.stringify(bad));
});

test.run();
