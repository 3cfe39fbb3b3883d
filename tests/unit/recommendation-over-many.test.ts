// What many sessions say together: order does not matter, nothing is counted twice, everything cited exists.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { docxOf, columnWidths } from '#lib/recommendation/document-docx.ts';
import { placeIn } from '#lib/recommendation/desk-evidence.ts';
import { inScope, overMany, territoriesOf, withoutExamples } from '#lib/recommendation/over-many.ts';
import { fundingOf, strategyDocument } from '#lib/recommendation/over-many-strategy.ts';
import { parseRecord, type SessionRecord } from '#lib/record/record.ts';
import { loadWords } from '#lib/ui/words.ts';

const words = await loadWords('pl');

const read = (input: object): SessionRecord => {
	const parsed = parseRecord(input);
	if (!parsed.ok) throw new Error(parsed.reason);
	return parsed.record;
};
const records = Array.from({ length: 12 }, (_, index) => {
	const name = `a${String(index + 1).padStart(2, '0')}`;
	const path = new URL(`../../bench/labelled/a/${name}.json`, import.meta.url);
	return read({ ...JSON.parse(readFileSync(path, 'utf8')), id: name });
});
const many = overMany(records, catalogue);

const room = (id: string, stickies: object[], more: object = {}) =>
	read({
		id,
		title: 'Co mamy, czego nam trzeba',
		date: '2026-05-01',
		territory: { gmina: 'Mochowo', powiat: 'sierpecki', wojewodztwo: 'mazowieckie' },
		participants: [
			{ institution: 'GOPS', sector: 'public' },
			{ institution: 'Stowarzyszenie „Razem”', sector: 'ngo' }
		],
		stickies,
		decisions: [],
		notes_md: '',
		...more
	});

test('the order of the records does not matter', () => {
	assert.equal(overMany([...records].reverse(), catalogue), many);
});

test('what the example made up never mixes with what was really said', () => {
	const real = room('r', [{ text: 'Mamy kuchnię' }]);
	const madeUp = { ...room('e', [{ text: 'Mamy salę' }]), example: true };
	assert.equal(withoutExamples([real, madeUp]), [real]);
	assert.equal(withoutExamples([madeUp]), [madeUp]);
	assert.ok(overMany([madeUp], catalogue).simulated);
	assert.not.ok(overMany([real], catalogue).simulated);
});

test('everything that is cited stands in its record', () => {
	const recordOf = new Map(records.map((record) => [record.id, record]));
	const cited = [
		...many.themes.flatMap(({ quotes }) => quotes),
		...many.matches.flatMap(({ offer, need }) => [offer, need]),
		...many.decisions,
		...many.strengths.flatMap(({ evidenceFor, evidenceAgainst }) => [...evidenceFor, ...evidenceAgainst]),
		...many.trading.flatMap(({ entities }) => entities.flatMap(({ quotes }) => quotes))
	];
	assert.ok(cited.length > 20);
	for (const { record, cite } of cited) {
		const home = recordOf.get(record);
		assert.ok(home && placeIn(home, cite), `${record} ${cite}`);
	}
});

test('no sessions say nothing, and nothing breaks', () => {
	const none = overMany([], catalogue);
	assert.equal([none.themes, none.strengths, none.matches, none.decisions], [[], [], [], []]);
});

test('one sticky pasted two hundred times does not make a theme louder', () => {
	const text = 'rowy zarośnięte, zalewa nam łąki';
	const once = [room('x', [{ text, votes: 3 }]), room('y', [{ text: 'rowy do odmulenia', votes: 1 }])];
	const often = [
		room(
			'x',
			Array.from({ length: 200 }, () => ({ text, votes: 3 }))
		),
		once[1]!
	];
	assert.equal(
		overMany(often, catalogue).themes.map(({ concept, strength }) => [concept, strength]),
		overMany(once, catalogue).themes.map(({ concept, strength }) => [concept, strength])
	);
});

test('an offer meets a need of another institution, never of its own', () => {
	const offer = {
		text: 'sala w remizie wolna popołudniami',
		votes: 0,
		frame: 'Co możemy dać',
		sector: 'ngo',
		by: 'p1'
	};
	const need = {
		text: 'sala na zajęcia popołudniami',
		votes: 0,
		frame: 'Czego potrzebujemy',
		sector: 'public',
		by: 'p0'
	};
	const [match] = overMany([room('x', [offer, need])], catalogue).matches;
	assert.is(match?.offer.institution, 'Stowarzyszenie „Razem”');
	assert.is(match?.need.institution, 'GOPS');
	assert.ok(match?.shared.includes('sala'));
	assert.equal(overMany([room('x', [offer, { ...need, sector: 'ngo', by: 'p1' }])], catalogue).matches, []);
});

test('sessions that contradict each other both stand in the evidence', () => {
	const yes = records.find(({ decisions }) => decisions.some(({ yes: count }) => (count ?? 0) > 5))!;
	const model = overMany([yes], catalogue).strengths[0]?.model;
	const refusing = {
		...yes,
		id: 'zz',
		decisions: yes.decisions.map((decision) => ({ ...decision, yes: 0, no: 12, abstain: 0 }))
	};
	const both = overMany([yes, refusing], catalogue).strengths.find((strength) => strength.model === model);
	assert.ok(both?.evidenceAgainst.some(({ record }) => record === 'zz'));
});

test('the scope asks by place, laboratory and day', () => {
	const record = room('x', []);
	const all = { laboratory: '', territory: '', from: '', to: '' };
	assert.ok(inScope(record, all));
	assert.ok(inScope(record, { ...all, territory: 'Sierpecki' }));
	assert.not.ok(inScope(record, { ...all, territory: 'płocki' }));
	assert.not.ok(inScope(record, { ...all, from: '2026-05-02' }));
	assert.not.ok(inScope(record, { ...all, laboratory: 'inne' }));
	assert.equal(territoriesOf([record, record]).gminy, ['Mochowo']);
});

test('money is sure only where a legal fact names the same source', () => {
	const lines = fundingOf(['zaz', 'kgw'], catalogue);
	assert.ok(lines.length > 3);
	for (const { source, certainty } of lines) if (!/\p{Lu}{3}/u.test(source)) assert.is(certainty, 'C', source);
});

test('the assumptions for a strategy are a document that Word opens', async () => {
	const paper = strategyDocument({
		many,
		catalogue,
		words,
		scope: ['Mazowsze'],
		origin: 'http://x',
		today: '2026-11-23'
	});
	assert.ok(paper.sections.length >= 7);
	const file = await docxOf(paper);
	assert.equal([...file.slice(0, 2)], [0x50, 0x4b]);
});

test('columns fill the page and no more', () => {
	const widths = columnWidths(['Wniosek', 'Rekomendacja'], [['krótko', 'długo '.repeat(60)]]);
	assert.ok(widths.every((width) => width > 0));
	assert.ok(widths.reduce((sum, width) => sum + width, 0) <= 9638);
	assert.ok(widths[1]! > widths[0]!);
});

test.run();
