// Readiness, raised hands and speaking time.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyFloor, foldFloor, nextItem, spokenBySector, type Floor, type FloorEvent } from '#lib/people/floor.ts';

const after = (...events: [number, FloorEvent][]): Floor =>
	events.reduce((floor, [at, event]) => foldFloor(floor, event, at), emptyFloor);

test('hands are served first come first, and raising a hand twice keeps its place', () => {
	const floor = after(
		[0, { type: 'hand.set', seat: 'a', raised: true }],
		[1, { type: 'hand.set', seat: 'b', raised: true }],
		[2, { type: 'hand.set', seat: 'a', raised: true }]
	);
	assert.equal(floor.queue, ['a', 'b']);
});

test('who speaks leaves the queue, and the turn of the one before ends', () => {
	const floor = after(
		[0, { type: 'hand.set', seat: 'a', raised: true }],
		[1000, { type: 'speaker.started', seat: 'a' }],
		[4000, { type: 'speaker.started', seat: 'b' }]
	);
	assert.equal(floor.queue, []);
	assert.equal(floor.speaking, { seat: 'b', from: 4000 });
	assert.equal(floor.spoken, { a: { turns: 1, milliseconds: 3000 } });
});

test('speaking time is summed by sector, a running turn included', () => {
	const floor = after(
		[0, { type: 'speaker.started', seat: 'a' }],
		[2000, { type: 'speaker.stopped' }],
		[3000, { type: 'speaker.started', seat: 'b' }]
	);
	const seats = { a: { sector: 'ngo' as const }, b: { sector: 'ngo' as const }, c: { sector: 'church' as const } };
	assert.equal(spokenBySector(floor, seats, 8000), { ngo: { turns: 2, milliseconds: 7000 } });
});

test('a new item takes back who was ready and leaves hands up', () => {
	const floor = nextItem(
		after([0, { type: 'ready.set', seat: 'a', ready: true }], [0, { type: 'hand.set', seat: 'a', raised: true }])
	);
	assert.equal(floor.ready, []);
	assert.equal(floor.queue, ['a']);
});

test.run();
