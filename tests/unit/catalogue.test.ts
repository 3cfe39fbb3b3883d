// The catalogue holds together: every model is complete, every fact has its certainty, every name that it uses exists.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { englishOf, spokenIn } from '#lib/catalogue/english.ts';
import { catalogue, readCatalogue } from '#lib/catalogue/catalogue.ts';

test('it holds 24 models and 133 preconditions', () => {
	assert.is(catalogue.models.length, 24);
	assert.is(catalogue.preconditions.length, 133);
	assert.is(catalogue.models.filter(({ product }) => product).length, 7);
});

test('every model is described, has steps, risks, funding, an addressee and a legal basis', () => {
	for (const model of catalogue.models) {
		for (const text of [
			model.name.pl,
			model.name.en,
			model.oneLine.pl,
			model.oneLine.en,
			model.what,
			model.target,
			model.addressee
		])
			assert.ok(text.length > 5, model.id);
		for (const list of [model.services, model.funding, model.risks, model.legal, model.areas])
			assert.ok(list.length > 0, model.id);
		assert.ok(model.steps.length >= 3, model.id);
	}
});

test('a fact that was seen in a source names it, an unverified one does not pretend to', () => {
	for (const { id, legal } of catalogue.models)
		for (const { certainty, sources, text } of legal) {
			if (certainty === 'A' || certainty === 'B') assert.ok(sources.length > 0, `${id}: ${text}`);
			if (certainty === 'C') assert.is(sources.length, 0, `${id}: ${text}`);
		}
});

test('CUŚ and CUS warn of one another', () => {
	for (const id of ['cus', 'spoldzielnia-osob-prawnych'])
		assert.match(catalogue.models.find((model) => model.id === id)?.what ?? '', /CUŚ/);
});

test('every model has signals and every precondition has words by which it is recognised', () => {
	const signals = new Set(catalogue.signals.models.map(({ model }) => model));
	for (const { id } of catalogue.models) assert.ok(signals.has(id), id);
	for (const { model, key } of catalogue.preconditions)
		assert.ok(
			catalogue.signals.needs.some((need) => need.key === key && (!need.models || need.models.includes(model))),
			`${model}/${key}`
		);
});

test('an amended catalogue that names what it does not hold is refused', () => {
	const amended = structuredClone(catalogue);
	amended.signals.models[0]!.for['no-such-concept'] = 1;
	assert.throws(() => readCatalogue(amended), /no-such-concept/);
});

const polishTexts = catalogue.models.flatMap((model) => [
	...[model.what, model.target, model.addressee, ...model.services, ...model.funding, ...model.steps, ...model.risks],
	...model.legal.map(({ text }) => text)
]);

test('every text of the catalogue can be read in English, with the same numbers, and acts keep their Polish names', () => {
	/** Numbers, without what separates thousands and decimals; words of months stand for themselves. */
	const numbers = (text: string) =>
		[
			...text
				.replace(/(?<=\d)[\s,.](?=\d{3}\b)/g, '')
				.replace(/(?<=\d),(?=\d)/g, '.')
				.matchAll(/\d+(?:\.\d+)?/g)
		]
			.map(([number]) => number)
			.sort();
	for (const text of [...polishTexts, ...catalogue.preconditions.map((need) => need.text)]) {
		const english = englishOf(text);
		assert.ok(english, text);
		// "150 tys." is written out, and "60" may be a word
		const plain = numbers(
			text
				.replace(/(\d+)–(\d+) tys\./, '$1000–$2000')
				.replace(/(\d+) tys\./, '$1000')
				.replace('1/2', '')
		);
		assert.equal(numbers(english), plain, text);
		assert.is(/CUŚ/.test(text), /CUŚ/.test(english), text);
		for (const act of ['Prawo wodne', 'Prawo spółdzielcze', 'Kodeks spółek handlowych', 'Prawo zamówień publicznych'])
			if (text.includes(act)) assert.ok(english.includes(`(${act})`) || english.includes(`${act},`), english);
	}
	for (const { legal } of catalogue.models) for (const fact of legal) assert.is(fact.english, englishOf(fact.text));
	for (const need of catalogue.preconditions) assert.ok(need.english);
});

test('a text that an expert amended is Polish again, and says so', () => {
	const steps = catalogue.models[0]!.steps[0]!;
	assert.is(spokenIn('en', steps).lang, 'en');
	assert.equal(spokenIn('en', `${steps} – inaczej`), { text: `${steps} – inaczej`, lang: 'pl' });
	assert.equal(spokenIn('pl', steps), { text: steps, lang: 'pl' });
	assert.is(englishOf('constructor'), undefined);
});

test.run();
