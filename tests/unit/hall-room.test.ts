// The room that each frame gets in the hall: by what it holds once that makes the letters larger, never less than can be read.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { thumb } from '#lib/board/fit-text.ts';
import { hallRooms, need, shares, turnOf, type Room } from '#lib/board/hall-room.ts';
import { hallSize, hallSizes, pages } from '#lib/board/scene.ts';

const thoughts = [
	'Rowy melioracyjne zarastają, a nikt ich nie czyści od lat',
	'Brak świetlicy',
	'Spółka wodna ma mapy, ale nie ma rąk do pracy',
	'Ostatni autobus odjeżdża o 15:40 i nie ma jak wrócić z pracy w Płocku',
	'Kto zapłaci za sprzęt?'
];
type Frame = { name: string; texts: string[] };
const frame = (name: string, count: number): Frame => ({
	name,
	texts: Array.from({ length: count }, (_, index) => `${thoughts[index % thoughts.length]} ${index}`)
});
/** What the hall has for the board on each screen, beside its head and the way to join. */
const screens = [
	{ width: 980, height: 600, screen: 768 },
	{ width: 1310, height: 610, screen: 768 },
	{ width: 1840, height: 870, screen: 1080 }
];

const roomsFor = (rows: readonly (readonly Frame[])[], space: (typeof screens)[number]) =>
	hallRooms(
		rows,
		({ texts }) => ({ texts, pictures: 0, drawn: false }),
		() => true,
		{ cardsOf: ({ texts }, box) => ({ texts, box }), space, measure: thumb }
	);
const roomFor = (...all: Parameters<typeof roomsFor>) => roomsFor(...all)[0]!;
const panelsOf = (room: Room<Frame>) =>
	room.rows.flatMap(({ panels }) => panels.map(({ of, box }) => ({ name: of.name, texts: of.texts, box })));
const named = (room: Room<Frame>) => room.names.map((line) => line.map(({ name }) => name));
const grid = (counts: readonly number[], across: number): Frame[][] =>
	Array.from({ length: counts.length / across }, (_, row) =>
		counts.slice(row * across, (row + 1) * across).map((count, place) => frame(`${row}${place}`, count))
	);

test('the room is shared by need, and nobody gets less than can be read', () => {
	assert.equal(shares([1, 1, 2], 400, 20), [100, 100, 200]);
	assert.equal(shares([1, 1, 98], 400, 50), [50, 50, 300]);
	assert.equal(shares([0, 0], 100, 10), [50, 50]);
	assert.equal(shares([1, 5], 60, 50), [30, 30]);
	const few = need({ texts: frame('', 2).texts, pictures: 0, drawn: false }, thumb);
	assert.ok(need({ texts: frame('', 20).texts, pictures: 0, drawn: false }, thumb) > 6 * few);
	assert.ok(
		need({ texts: [], pictures: 1, drawn: false }, thumb) > 0 &&
			need({ texts: [], pictures: 0, drawn: true }, thumb) > 0
	);
	assert.is(need({ texts: [], pictures: 0, drawn: false }, thumb), 0);
});

test('frames stand as much as each other while all of them are read well', () => {
	for (const space of screens) {
		const sizes = panelsOf(roomFor(grid([2, 0, 1, 0], 2), space)).map(({ box }) => box);
		assert.is(sizes.length, 4);
		for (const box of sizes) assert.equal(box, sizes[0]);
	}
});

test('thirty cards beside three empty frames get the room, the others stay as their names', () => {
	for (const space of screens) {
		const rows = grid([30, 0, 0, 0], 2);
		const room = roomFor(rows, space);
		assert.equal(named(room), [['01', '10', '11']]);
		const [panel] = panelsOf(room);
		const size = hallSize([panel!], space.screen, thumb);
		assert.ok(pages(panel!.texts, panel!.box, size, thumb).length <= (space.width > 1000 ? 1 : 2), 'all of it at once');
		const quarter = { width: space.width / 2 - 40, height: space.height / 2 - 70 };
		const before = hallSize([{ texts: panel!.texts, box: quarter }], space.screen, thumb);
		assert.ok(size > before || pages(panel!.texts, quarter, before, thumb).length > 1, `${space.width}`);
	}
});

for (const [frames, across] of [
	[1, 1],
	[4, 2],
	[9, 3]
] as const)
	for (const count of [0, 5, 30, 120, 300])
		test(`${count} stickies in ${frames} frames: every one on a page, no panel too small, nothing beyond the screen`, () => {
			for (const space of screens)
				for (const one of frames > 1 ? [1, 0.6] : [1]) {
					// most of them in the first frame, or spread
					const rest = (count - Math.round(count * one)) / Math.max(1, frames - 1);
					const counts = Array.from({ length: frames }, (_, at) => (at ? Math.round(rest) : Math.round(count * one)));
					const rooms = roomsFor(grid(counts, across), space);
					const panels = rooms.flatMap(panelsOf);
					const size = hallSize(panels, space.screen, thumb);
					assert.ok(size >= hallSizes.at(-1)! * space.screen);
					const shown = panels.map(({ texts, box }) => pages(texts, box, size, thumb).flat(3).length);
					assert.is(
						shown.reduce((sum, each) => sum + each, 0),
						counts.reduce((sum, each) => sum + each, 0)
					);
					for (const room of rooms) {
						assert.is(panelsOf(room).length + room.names.flat().length, frames);
						const high =
							room.rows.reduce((sum, { height }) => sum + height + room.gap, 0) +
							room.names.length * (room.head + room.gap) -
							room.gap;
						assert.ok(high <= space.height + 1, `${high} of ${space.height}`);
						for (const { panels: row } of room.rows) {
							const wide = row.reduce((sum, { width }) => sum + width + room.gap, -room.gap);
							assert.ok(wide <= space.width + 1, `${wide} of ${space.width}`);
						}
					}
					const least = hallSizes.at(-1)! * space.screen;
					for (const { box } of panels) assert.ok(box.width > 9 * least && box.height > 4 * least);
				}
		});

test('of nine frames with hundreds of cards a row is shown at a time, and every page has its turn', () => {
	for (const space of screens) {
		const rooms = roomsFor(grid(Array(9).fill(33), 3), space);
		assert.is(rooms.length, 3);
		for (const room of rooms) assert.is(room.names.flat().length, 6);
	}
	const seen = Array.from({ length: 6 }, (_, turn) => turnOf([2, 1, 3], turn));
	assert.equal(
		seen.map(({ at, over }) => `${at}.${over}`),
		['0.0', '0.1', '1.0', '2.0', '2.1', '2.2']
	);
	assert.equal(turnOf([2, 1, 3], 7), { at: 0, over: 1 });
	assert.equal(turnOf([1], 5), { at: 0, over: 0 });
});

test('a letter more moves no panel, and a row of more frames than can be read is broken', () => {
	const [space] = screens as [(typeof screens)[number]];
	const rows = grid([40, 7, 3, 12], 2);
	const before = panelsOf(roomFor(rows, space)).map(({ box }) => box);
	rows[0]![0]!.texts[0] += 'x';
	assert.equal(
		panelsOf(roomFor(rows, space)).map(({ box }) => box),
		before
	);
	assert.ok(roomFor(grid([3, 3, 3, 3, 3, 3, 3, 3, 3], 9), space).rows.length > 1);
});

test.run();
