// A person joins with a sector and an institution; each missing or overlong answer has its own sentence.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readIntroduction } from '#lib/people/join.ts';

const resident = 'mieszkaniec/mieszkanka';
const read = (data: FormData) => readIntroduction(data, resident);

const form = (values: Record<string, string>) => {
	const data = new FormData();
	for (const [name, value] of Object.entries(values)) data.set(name, value);
	return data;
};

test('a sector and an institution are enough', () => {
	const { introduction, errors } = read(form({ sector: 'ngo', institution: ' OSP Mochowo ', name: '' }));
	assert.equal(introduction, { sector: 'ngo', institution: 'OSP Mochowo', name: '' });
	assert.equal(errors, {});
});

test('what is missing is said at each field, and what was typed stays', () => {
	const { introduction, errors, typed } = read(form({ sector: 'nobody', institution: '   ', name: 'Ala' }));
	assert.is(introduction, null);
	assert.equal(errors, { sector: { key: 'join_sector_missing' }, institution: { key: 'join_institution_missing' } });
	assert.is(typed.name, 'Ala');
});

test('an answer that is too long says how much fits', () => {
	const { errors } = read(form({ sector: 'citizen', institution: 'x'.repeat(121), name: 'y'.repeat(81) }));
	assert.equal(errors, {
		institution: { key: 'join_institution_long', limit: 120 },
		name: { key: 'join_name_long', limit: 80 }
	});
});

test('a resident needs no institution: a word stands for it, unless they write another', () => {
	const blank = read(form({ sector: 'citizen', institution: '  ', name: '' }));
	assert.equal(blank.introduction, { sector: 'citizen', institution: resident, name: '' });
	assert.is(
		read(form({ sector: 'citizen', institution: 'sołectwo Wykowo' })).introduction?.institution,
		'sołectwo Wykowo'
	);
	assert.is(read(form({ sector: 'ngo', institution: '' })).introduction, null);
});

test('a file where a text should be is no answer', () => {
	const data = new FormData();
	data.set('institution', new Blob(['x']));
	assert.is(read(data).introduction, null);
});

test.run();
