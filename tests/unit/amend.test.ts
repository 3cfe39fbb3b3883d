// Amendments of the catalogue: the newest version counts, the built-in one stays, and what is gone is left out.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { amendableOf, withAmendments } from '#lib/catalogue/amend.ts';
import { readAmendment } from '#lib/catalogue/amend-form.ts';
import { catalogue, modelOf } from '#lib/catalogue/catalogue.ts';
import { loadWords } from '#lib/ui/words.ts';

const words = await loadWords('pl');
const content = amendableOf(catalogue, modelOf(catalogue, 'kgw')!);
const version = (change: object, at = 1) => ({ at, note: 'bo tak', content: { ...content, ...change } });

test('nothing amended is the built-in catalogue', () => {
	assert.equal(withAmendments(catalogue, []), catalogue);
});

test('the newest version of a model counts, and raises the version of the catalogue', () => {
	const versions = [version({ what: 'pierwsza' }), version({ what: 'druga', for: { tourism: 7 } }, 2)];
	const amended = withAmendments(catalogue, [{ id: 'kgw', versions }]);
	assert.is(modelOf(amended, 'kgw')?.what, 'druga');
	assert.equal(amended.signals.models.find(({ model }) => model === 'kgw')?.for, { tourism: 7 });
	assert.is(amended.version, catalogue.version + 2);
	assert.is(modelOf(catalogue, 'kgw')?.what, content.what);
});

test('models and concepts that are gone do not break it', () => {
	const versions = [version({ for: { 'nie-ma-takiego': 5, tourism: 3 } })];
	const amended = withAmendments(catalogue, [
		{ id: 'kgw', versions },
		{ id: 'usuniety-model', versions }
	]);
	assert.equal(amended.signals.models.find(({ model }) => model === 'kgw')?.for, { tourism: 3 });
});

test('the form gives back what it was filled with, and asks why', () => {
	const form = new FormData();
	form.set('pl', content.oneLine.pl);
	form.set('en', content.oneLine.en);
	for (const name of ['what', 'target', 'addressee'] as const) form.set(name, content[name]);
	for (const name of ['services', 'funding', 'steps', 'risks'] as const) form.set(name, content[name].join('\n'));
	for (const side of ['for', 'against'] as const)
		for (const [concept, weight] of [...Object.entries(content[side]), ['', '']]) {
			form.append(`${side}_concept`, concept ?? '');
			form.append(`${side}_weight`, String(weight));
		}
	assert.not.ok(readAmendment(form, words).ok);
	form.set('note', 'zmiana ustawy');
	assert.equal(readAmendment(form, words), { ok: true, content, note: 'zmiana ustawy' });
	form.set('pl', ' ');
	const read = readAmendment(form, words);
	assert.ok(!read.ok && read.errors.pl);
});

test.run();
