// The facilitator's keys: each deed has its key, and none acts while somebody types.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { deedFor, deskDeeds, type KeyPress } from '#lib/session/keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
	key,
	ctrlKey: false,
	altKey: false,
	metaKey: false,
	repeat: false,
	defaultPrevented: false,
	...more
});

test('every deed has its key', () => {
	const keys = ['ArrowLeft', 'ArrowRight', ' ', '+', 'B', 'R', 'D', 'L', 'S', '1', '2', '3', '?'];
	assert.equal(
		keys.map((key) => deedFor(press(key), null)),
		[...deskDeeds]
	);
	assert.is(deedFor(press('b'), null), 'blank');
});

test('other keys and keys with Ctrl, Alt or Meta do nothing', () => {
	assert.is(deedFor(press('x'), null), null);
	assert.is(deedFor(press('Enter'), null), null);
	for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const)
		assert.is(deedFor(press('r', { [held]: true }), null), null);
});

test('a key held down acts once', () => {
	assert.is(deedFor(press('ArrowRight', { repeat: true }), null), null);
});

test('no key acts where somebody types, or where it was used already', () => {
	assert.is(deedFor(press('b'), 'all'), null);
	assert.is(deedFor(press('ArrowRight', { defaultPrevented: true }), null), null);
});

test('the space bar presses a focused button and pauses nothing', () => {
	assert.is(deedFor(press(' '), 'space'), null);
	assert.is(deedFor(press('ArrowRight'), 'space'), 'next');
});

test('arrows move between tabs and change no item', () => {
	assert.is(deedFor(press('ArrowRight'), 'arrows'), null);
	assert.is(deedFor(press(' '), 'arrows'), null);
	assert.is(deedFor(press('+'), 'arrows'), 'minute');
});

test.run();
