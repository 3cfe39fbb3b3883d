// What people write is recognised whatever its ending, diacritics and typing errors.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fold, sentencesOf, wordsOf } from '#lib/evidence/fold.ts';
import { Lexicon } from '#lib/evidence/lexicon.ts';
import { passagesOf } from '#lib/evidence/passages.ts';
import { Terms } from '#lib/evidence/pattern.ts';
import { parseRecord } from '#lib/record/record.ts';

const finds = (pattern: string, text: string, typos = true): boolean =>
	new Lexicon(new Terms(typos), [{ name: 'x', patterns: [pattern] }]).find(wordsOf(text)).length > 0;

test('folding knows ł and leaves CUŚ apart from CUS', () => {
	assert.is(fold('Spółdzielnię ŁĄKA'), 'spoldzielnie laka');
	assert.equal(wordsOf('CUŚ i CUS'), ['cuś', 'i', 'cus']);
});

test('words are the same, whatever other characters stand beside them', () => {
	const text = 'Zażółć „gęślą” jaźń – 3 000 zł, 5 m² à la carte…\u00a0CUŚ\u2009i CUS';
	const plain = wordsOf(text);
	assert.equal(plain, 'zazolc gesla jazn 3 000 zl 5 m² a la carte cuś i cus'.split(' '));
	// an emoji and a letter with its mark apart are read the longer way
	assert.equal(wordsOf(`${text} 🙂`), plain);
	assert.equal(wordsOf(text.normalize('NFD')), plain);
});

test('what is found in the parts of a text is what is found in each alone', () => {
	const lexicon = new Lexicon(new Terms(true), [
		{ name: 'hall', patterns: ['hal*', 'hal* & !nie'] },
		{ name: 'lack', patterns: ['nie ma', 'brak*'] },
		{ name: 'both', patterns: ['hal* & prad*'] }
	]);
	const parts = [['hali', 'nie', 'ma'], ['prad', 'jest'], ['brakuje', 'hali', 'i', 'pradu'], []];
	const found = lexicon.namesInParts(parts.flat(), parts).map((names) => [...names].sort());
	assert.equal(found, [['hall', 'lack'], [], ['both', 'hall', 'lack'], []]);
	assert.equal(
		found,
		parts.map((part) => [...lexicon.names(part)].sort())
	);
});

test('a stem finds every ending, a bare word only itself', () => {
	assert.ok(finds('spółdzieln*', 'o spółdzielniach'));
	assert.ok(finds('bezrobo*', 'BEZROBOTNYMI'));
	assert.not(finds('cis', 'cisza'));
});

test('words of a phrase stand near each other and in order', () => {
	assert.ok(finds('bez prac*', 'od lat bez żadnej stałej pracy'));
	assert.not(finds('bez prac*', 'praca bez etatu'));
	assert.not(finds('bez prac*', 'bez lokalu i bez sprzętu nie ma pracy'));
});

test('several groups may stand anywhere, and some must not', () => {
	assert.ok(finds('gmin* & parafi*|proboszcz*', 'proboszcz rozmawia z gminą'));
	assert.not(finds('rowy & !bez', 'rowy bez wody'));
	assert.ok(finds('20+ & wskazan*', '23 osoby ze wskazaniem'));
	assert.not(finds('20+ & wskazan*', '12 osób ze wskazaniem'));
});

test('long words forgive a typing error, short ones and others do not', () => {
	assert.ok(finds('spoldziel*', 'spuldzielnia'));
	assert.ok(finds('spoldziel*', 'spodlzielnia'));
	assert.not(finds('spoldziel*', 'spuldzielnia', false));
	assert.not(finds('rowy', 'roby'));
});

test('sentences are not broken at abbreviations', () => {
	assert.equal(sentencesOf('Mamy 3 tys. zł. Brak lokalu.\n- punkt'), ['Mamy 3 tys. zł.', 'Brak lokalu.', 'punkt']);
});

test('a repeated sticky is one passage with the most dots', () => {
	const parsed = parseRecord({
		stickies: [
			{ text: 'Rowy!', votes: 1 },
			{ text: 'rowy', votes: 4 },
			{ text: 'inne', votes: 4 }
		]
	});
	if (!parsed.ok) throw new Error(parsed.reason);
	const stickies = passagesOf(parsed.record).filter(({ kind }) => kind === 'sticky');
	assert.equal(
		stickies.map(({ cite, strength }) => [cite, strength === stickies[1]?.strength]),
		[
			['s0', true],
			['s2', true]
		]
	);
});

test.run();
