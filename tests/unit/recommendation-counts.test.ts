// A precondition that asks for a number is met by that number alone, in whatever words it is said; of too few it says how many.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { wordsOf } from '#lib/evidence/fold.ts';
import { numeralsIn } from '#lib/evidence/numerals.ts';
import { parseRecord } from '#lib/record/record.ts';
import { recommendationFrom } from '#lib/recommendation/desk-draft.ts';
import { withEvidence } from '#lib/recommendation/desk.ts';
import { countedWords } from '#lib/recommendation/place-words.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import { loadWords } from '#lib/ui/words.ts';

const words = await loadWords('pl');
const english = await loadWords('en');

const values = (text: string): number[] => numeralsIn(wordsOf(text)).map(({ value }) => value);

test('a number is read in digits and in words, in any form', () => {
	for (const [text, expected] of [
		['jest nas czternaścioro', [14]],
		['dwudziestu sześciu', [26]],
		['Dwudziestu jeden właścicieli', [21]],
		['dwadzieścioro czworo dzieci', [24]],
		['w szóstkę otwieramy kuchnię', [6]],
		['cała trójka', [3]],
		['trzydzieści dwie osoby i 7 kobiet', [32, 7]],
		['ośmiu chłopa', [8]],
		['obie gminy', [2]]
	] as const)
		assert.equal(values(text), [...expected], text);
});

test('years, money, dates, ages and ordinals are no numbers of anything', () => {
	for (const text of [
		'od 2019 roku',
		'80 tys. kaucji',
		'30 000 zł',
		'pięć tysięcy na kapitał',
		'27 marca',
		'siedem lat',
		'piąty raz',
		'po 20 minut',
		'jedna sprawa'
	])
		assert.equal(
			values(text).filter((value) => value > 0),
			[],
			text
		);
});

const participants = Array.from({ length: 12 }, (_, index) => ({ institution: `Dom ${index}`, sector: 'citizen' }));
const drafted = (stickies: string[], decisions: string[], notes = '') => {
	const parsed = parseRecord({
		id: 'r',
		participants,
		stickies: stickies.map((text) => ({ text, votes: 8 })),
		decisions: decisions.map((text) => ({ text, yes: 11, no: 0, abstain: 1 })),
		notes_md: notes
	});
	if (!parsed.ok) throw new Error(parsed.reason);
	return { record: parsed.record, draft: recommend([parsed.record], catalogue) };
};
const need = (model: string, key: string, ...given: Parameters<typeof drafted>) => {
	const found = drafted(...given).draft.ranked.find((one) => one.model === model);
	return found?.preconditions.find((one) => one.key === key);
};
const association = (text: string) =>
	need('stowarzyszenie', 'czlonkowie-7', [text, 'założyć stowarzyszenie, wpis do KRS'], ['Zakładamy stowarzyszenie']);

test('two mentions do not make seven founders', () => {
	for (const text of ['członkowie i założyciele, lista członków', 'jest nas wielu']) {
		const found = association(text);
		assert.is(found?.state, 'unknown', text);
		assert.is(found?.counted, undefined, text);
	}
});

test('enough are met with their number, too few are told as so many of so many, with the words that say it', () => {
	const enough = association('jest nas jedenaścioro, chcemy razem');
	assert.is(enough?.state, 'met');
	assert.equal(enough?.counted, { found: 11, needed: 7 });
	const few = association('jest nas czworo chętnych');
	assert.is(few?.state, 'unknown');
	assert.equal(few?.counted, { found: 4, needed: 7 });
	assert.equal(
		few?.citations.map(({ cite }) => cite),
		['s0']
	);
	assert.is(countedWords(few!.counted!, words), 'Zapis mówi o 4 z 7 potrzebnych.');
	assert.is(countedWords(enough!.counted!, words), 'Zapis mówi o 11, potrzeba co najmniej 7.');
	assert.is(countedWords(few!.counted!, english), 'The record tells of 4 of the 7 needed.');
});

test('a number that is asked for is none that is there', () => {
	for (const text of ['wystarczy siedem osób', 'potrzeba nam jeszcze siedmiu osób', 'brakuje siedmiu chętnych'])
		assert.is.not(association(text)?.state, 'met', text);
});

test('half of the founders is half of those who were counted, wherever they were', () => {
	const half = (text: string, founders = 'jest nas sześć, zakładamy własną firmę, każda ma jeden głos') =>
		need(
			'spoldzielnia-osob-fizycznych',
			'polowa-zagrozonych',
			[founders, text],
			['W szóstkę zakładamy spółdzielnię socjalną, każda ma jeden głos']
		);
	assert.equal(half('cztery z pośredniaka')?.counted, { found: 4, needed: 3 });
	assert.is(half('cztery z pośredniaka')?.state, 'met');
	assert.is(half('dwie z pośredniaka')?.state, 'unknown');
	assert.equal(half('dwie z pośredniaka')?.counted, { found: 2, needed: 3 });
	assert.is(half('wszystkie zarejestrowane w urzędzie pracy')?.state, 'met');
	assert.is(half('bezrobocie u nas duże, pośredniak też')?.state, 'unknown');
});

test('each number that the catalogue asks for in words has its rule', () => {
	const asks = /co najmniej (?!\d+ lat)|\d+–\d+ osób|trzech sektorów/i;
	const { needs } = catalogue.signals;
	const without = catalogue.preconditions.filter(({ model, key, text }) => {
		const own = needs.find((one) => one.key === key && (!one.models || one.models.includes(model)));
		return asks.test(text) && !own?.count;
	});
	assert.equal(
		without.map(({ model, key }) => `${model}/${key}`),
		[]
	);
});

test('the number leaves a recommendation with the evidence that it rested on', () => {
	const { record, draft } = drafted(
		['jest nas czworo chętnych', 'założyć stowarzyszenie'],
		['Zakładamy stowarzyszenie']
	);
	const kept = recommendationFrom({ draft, records: [record], catalogue, words }, 'stowarzyszenie', 'x', 0);
	const finding = (of: typeof kept) => of.findings.find(({ key }) => key === 'czlonkowie-7');
	assert.equal(finding(kept)?.counted, { found: 4, needed: 7 });
	const dropped = withEvidence(
		kept,
		kept.evidence.filter(({ cite }) => cite !== 's0')
	);
	assert.is(finding(dropped)?.counted, undefined);
	assert.is(finding(dropped)?.state, 'unknown');
});

test.run();
