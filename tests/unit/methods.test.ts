// Every method is ready to run: valid items, whole sentences in both languages, dots over a board of its own.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as v from 'valibot';
import { agendaSchema, schedule } from '#lib/agenda/agenda.ts';
import { itemsOfMethod, methodMinutes, methods, methodWords, stepCount } from '#lib/agenda/methods.ts';
import { languages, loadWords } from '#lib/ui/words.ts';

const counter = () => {
	let count = 0;
	return () => `i${count++}`;
};

test('there are at least eleven methods', () => {
	assert.ok(methods.length >= 11);
	assert.is(new Set(methods).size, methods.length);
});

test('the items of every method are a valid agenda with sentences in both languages', async () => {
	for (const language of languages) {
		const words = await loadWords(language);
		for (const method of methods) {
			const items = itemsOfMethod(method, words, counter());
			assert.equal(v.parse(agendaSchema, items), items, method);
			assert.is(items.length, stepCount(method));
			const said = [
				...Object.values(methodWords(method, words)),
				...items.flatMap(({ title, instructions, prompt, activity }) => [
					title,
					instructions,
					prompt,
					...(activity.kind === 'ballot' ? [activity.ballot.question] : [])
				])
			];
			for (const sentence of said) {
				assert.type(sentence, 'string');
				assert.ok(sentence.trim().length > 3, `${method}: ${sentence}`);
				assert.not.match(sentence, /^template_/);
			}
		}
	}
});

test('the minutes of a method are those of its items', async () => {
	const words = await loadWords('pl');
	for (const method of methods)
		assert.is(methodMinutes(method), schedule(itemsOfMethod(method, words, counter())).total, method);
	assert.is(methodMinutes('nominal-group'), 50);
	assert.is(methodMinutes('world-cafe'), 80);
});

test('dots are spread over a board of the same method that comes before', async () => {
	const words = await loadWords('pl');
	for (const method of methods) {
		const items = itemsOfMethod(method, words, counter());
		for (const [place, { activity }] of items.entries()) {
			if (activity.kind !== 'ballot' || activity.ballot.method !== 'dots') continue;
			const over = items.findIndex(({ id }) => id === activity.ballot.rules?.area);
			assert.ok(over >= 0 && over < place, method);
			assert.is(items[over]?.activity.kind, 'board');
		}
	}
});

test('the nominal group technique begins in quiet and without names', async () => {
	const [ideas] = itemsOfMethod('nominal-group', await loadWords('pl'), counter());
	assert.is(ideas?.quiet, true);
	assert.is(ideas?.privacy, 'anonymous');
});

test.run();
