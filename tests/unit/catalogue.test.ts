// The catalogue holds together: every model is complete, every fact has its certainty, every name that it uses exists.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
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

test.run();
