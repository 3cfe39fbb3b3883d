// What the hall's screen does with text and size by itself: short words held together, sizes kept on the device, addresses that lead nowhere.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { zoomAfter, zoomSteps, zoomWishes } from '#lib/projector/projector.ts';
import { onlyHere } from '#lib/session/only-here.ts';
import { heldTogether } from '#lib/ui/held-together.ts';

test('no line can end in a one-letter word or in a number before its noun', () => {
	assert.is(
		heldTogether('Co zrobić ze świetlicą w Wykowie i z salą?'),
		'Co zrobić ze świetlicą w\u00a0Wykowie i\u00a0z\u00a0salą?'
	);
	assert.is(
		heldTogether('A my? (O tym) 7 karteczek, 25 osób'),
		'A\u00a0my? (O\u00a0tym) 7\u00a0karteczek, 25\u00a0osób'
	);
	for (const same of ['Kto jest z', 'dwa słowa', 'ul. Mostowa 3', 'plan B', 'no i\u00a0dobrze', ''])
		assert.is(heldTogether(same), same);
	assert.is(heldTogether(heldTogether('w i o')), heldTogether('w i o'));
});

test('an address of the machine itself is told apart from one that phones reach', () => {
	for (const here of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://127.1.2.3', 'http://[::1]:80'])
		assert.ok(onlyHere(here), here);
	for (const there of [
		'http://192.168.1.20:3000',
		'https://narada.example',
		'http://localhost.example',
		'http://10.0.0.127'
	])
		assert.not(onlyHere(there), there);
});

test('each wish of the desk reaches both ends of a projector’s sizes, whatever the device remembers', () => {
	for (let remembered = zoomSteps.least; remembered <= zoomSteps.most; remembered++) {
		assert.is(zoomAfter(remembered, zoomWishes.least), zoomSteps.least, `down from ${remembered}`);
		assert.is(zoomAfter(remembered, zoomWishes.most), zoomSteps.most, `up from ${remembered}`);
	}
	assert.is(zoomAfter(2, 1), 3);
});

test.run();
