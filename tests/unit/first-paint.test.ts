// The board in the first answer of a page: all of it that fits, in the list's order, and nothing of it can be more than text.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import pl from '#messages/pl.json' with { type: 'json' };
import { addFrame, addStickies, addSticky, madeMapOf } from '#lib/board/board.ts';
import { merge } from '#lib/board/clusters/merge.ts';
import { firstPaint } from '#lib/board/first-paint.ts';
import { addReaction } from '#lib/board/reactions/reactions.ts';
import { wordsFrom, type Messages } from '#lib/ui/words.ts';

const words = wordsFrom('pl', pl as Messages);

function board() {
	const doc = new Y.Doc();
	const first = addFrame(doc, { name: 'Ludzie & sprzęt', place: [0, 0, 1000, 1000], item: 'a1' });
	const second = addFrame(doc, { name: 'Inny punkt', place: [0, 2000, 1000, 1000], item: 'a2' });
	return { doc, first, second };
}

test('what people wrote is text, whatever they wrote', () => {
	const { doc, first } = board();
	const id = addSticky(doc, { text: '<script>alert("1")</script> & \'x\' <!----> $& %narada.language%', frame: first });
	madeMapOf(doc).set(id, { sector: 'ngo', at: 1, item: 'a1', by: 'Ala <b>' });
	const html = firstPaint(doc, 'a1', words);
	assert.not.match(html, /<script|<!--|<b>/);
	assert.match(html, /&#60;script&#62;alert/);
	assert.match(html, /Ludzie &#38; sprzęt/);
	assert.not.match(html, /Ala/);
});

test('an item shows its own frames, everything is shown where there is none', () => {
	const { doc, first, second } = board();
	addStickies(doc, ['jeden', 'dwa'], first);
	addStickies(doc, ['trzy'], second);
	addSticky(doc, { text: 'luzem', frame: null });
	const own = firstPaint(doc, 'a1', words);
	assert.ok(own.includes('jeden') && own.includes('dwa') && !own.includes('trzy') && !own.includes('luzem'));
	const whole = firstPaint(doc, null, words);
	assert.ok(['jeden', 'dwa', 'trzy', 'luzem'].every((text) => whole.includes(text)));
});

test('the question of a frame stands under its name, and no line where it asks nothing', () => {
	const { doc } = board();
	addFrame(doc, { name: 'Słabe strony', prompt: 'Czego <nam> brakuje?', place: [0, 4000, 1000, 1000], item: 'a3' });
	assert.match(firstPaint(doc, 'a3', words), /<\/h2><p class="asks">Czego &#60;nam&#62; brakuje\?<\/p>/);
	assert.not.match(firstPaint(doc, 'a1', words), /asks/);
});

test('signs that people gave are counted on the card, those of a merged sticky on the one that is shown', () => {
	const { doc, first } = board();
	const [one, other] = addStickies(doc, ['jeden', 'dwa'], first);
	addReaction(doc, one!, 'support');
	addReaction(doc, other!, 'support');
	merge(doc, [other!], one!);
	const html = firstPaint(doc, 'a1', words);
	assert.is(html.match(/<li /g)?.length, 1);
	assert.match(html, /title="Popieram: 2"/);
});

test('of a full board the first are sent and the others are counted', () => {
	const { doc, first } = board();
	addStickies(
		doc,
		Array.from({ length: 30 }, (_, index) => `myśl ${index}`),
		first
	);
	const html = firstPaint(doc, 'a1', words, 10);
	assert.is(html.match(/<li /g)?.length, 10);
	assert.match(html, /i jeszcze 20 karteczek/);
});

test.run();
