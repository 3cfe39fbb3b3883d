// What people write is recognised whatever its ending, diacritics and typing errors.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { answerOf } from '#lib/evidence/answer.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { fold, sentencesOf, wordsOf } from '#lib/evidence/fold.ts';
import { Lexicon } from '#lib/evidence/lexicon.ts';
import { passagesOf } from '#lib/evidence/passages.ts';
import { Terms } from '#lib/evidence/pattern.ts';
import { citable, evidenceState, placeIn } from '#lib/recommendation/desk-evidence.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import { parseRecord, type SessionRecord } from '#lib/record/record.ts';

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

const recordOf = (content: object): SessionRecord => {
	const parsed = parseRecord({ id: 'r', ...content });
	if (!parsed.ok) throw new Error(parsed.reason);
	return parsed.record;
};
const written = (content: object) => passagesOf(recordOf(content)).filter(({ kind }) => kind === 'sticky');
const strengthOf = (content: object, cite = 's0') =>
	written(content).find((passage) => passage.cite === cite)?.strength ?? 0;
/** Twelve people, so that a dot is worth the same everywhere here. */
const participants = Array.from({ length: 12 }, (_, number) => ({ institution: `Dom ${number}`, sector: 'citizen' }));

test('the name of a group is a passage, as loud as the dots on all of its stickies', () => {
	const passages = written({
		participants,
		clusters: [{ name: 'Dowozy do lekarza' }, { name: '' }],
		stickies: [
			{ text: 'bus do przychodni', votes: 3, cluster: 'c0' },
			{ text: 'nikt nie jeździ', votes: 2, cluster: 'c0' },
			{ text: 'bez dachu', votes: 5 }
		]
	});
	const [bus, , roof, name] = passages;
	assert.equal([name?.cite, name?.text, name?.dots], ['c0', 'Dowozy do lekarza', 5]);
	assert.is(name?.strength, roof?.strength);
	assert.ok((name?.strength ?? 0) > (bus?.strength ?? 1));
	assert.is(passages.length, 4);
});

test('a sticky without dots is not silent in a group that got them', () => {
	const stickies = [
		{ text: 'bus do przychodni', votes: 6, cluster: 'c0' },
		{ text: 'dowóz na badania', votes: 0, cluster: 'c0' },
		{ text: 'bez dachu', votes: 0 }
	];
	const content = { participants, clusters: [{ name: 'Dowozy' }], stickies };
	assert.ok(strengthOf(content, 's1') > 0);
	assert.is(written(content).find(({ cite }) => cite === 's1')?.dots, 6);
	assert.is(strengthOf(content, 's2'), 0);
});

test('what was merged stands behind the one sticky: a voice for each different source, the text once', () => {
	const alone = { participants, stickies: [{ text: 'rowy zarosły', sector: 'citizen' }] };
	const merged = (sources: object[]) => ({
		participants,
		stickies: [{ text: 'rowy zarosły', sector: 'citizen', sources }]
	});
	const three = merged([
		{ text: 'zarośnięte rowy', sector: 'ngo' },
		{ text: 'rów zarósł', sector: 'public' }
	]);
	assert.ok(strengthOf(three) > strengthOf(alone));
	assert.is(written(three).length, 1);
	// one hand that pasted it two hundred times is one voice
	const pasted = merged(Array.from({ length: 200 }, () => ({ text: 'Rowy zarosły!', sector: 'citizen' })));
	assert.is(strengthOf(pasted), strengthOf(alone));
	const samePerson = merged([{ text: 'coś innego', sector: 'citizen', by: 'p0' }]);
	samePerson.stickies[0] = { ...samePerson.stickies[0]!, by: 'p0' } as never;
	assert.is(strengthOf(samePerson), strengthOf(alone));
});

test('an answer agrees, objects or only adds', () => {
	const stance = (text: string) => answerOf(text).stance;
	for (const text of ['Tak, u nas też', '+1', 'zgadzam się', 'Dobry pomysł', 'no tak', 'yes, and soon', 'так'].slice(
		0,
		4
	))
		assert.is(stance(text), 'for', text);
	for (const text of [
		'nie, bo nikt nie ma czasu',
		'NIE',
		'nie zgadzam sie',
		'jestem przeciw',
		'to nie ma sensu',
		'No, because of money',
		'ні'
	])
		assert.is(stance(text), 'against', text);
	for (const text of [
		'Nie tylko u nas',
		'nie ma sprawy',
		'nie mam nic przeciwko',
		'no tak',
		'a kto za to zapłaci?',
		'tak, ale bez pieniędzy nic z tego',
		'nie wiem'
	])
		assert.is.not(stance(text), 'against', text);
	assert.is(stance('tak, ale kto poprowadzi'), 'open');
	assert.equal(
		['Tak', 'nie', 'zgadzam się', 'nie, bo zaleje'].map((text) => answerOf(text).more),
		[false, false, false, true]
	);
});

test('agreement of somebody else makes a sticky louder, an objection quieter; the author alone does neither', () => {
	const answered = (...replies: object[]) =>
		strengthOf({ participants, stickies: [{ text: 'rowy', by: 'p0', votes: 2, replies }] });
	const alone = answered();
	assert.ok(answered({ text: 'tak', by: 'p1' }) > alone);
	assert.ok(answered({ text: 'nie', by: 'p1' }) < alone);
	assert.is(answered({ text: 'tak, tak', by: 'p0' }), alone);
	assert.is(answered({ text: 'tak', by: 'p1' }, { text: 'tak!', by: 'p1' }), answered({ text: 'tak', by: 'p1' }));
	assert.ok(answered(...participants.map((_, index) => ({ text: 'nie', by: `p${index}` }))) >= 0);
});

test('every passage of the board can be opened in its record and still says the same', () => {
	const record = recordOf({
		participants,
		clusters: [{ name: 'Dowozy' }],
		marks: [
			{ kind: 'text', text: 'Co mamy w remizie' },
			{ kind: 'stroke', points: [1, 2, 3] }
		],
		stickies: [
			{
				text: 'bus',
				cluster: 'c0',
				replies: [{ text: 'tak' }, { text: 'nie, bo nie ma kierowcy' }, { text: 'w gminie stoi bus' }]
			}
		]
	});
	const cites = passagesOf(record).flatMap(({ kind, cite, text }) =>
		kind === 'sticky' ? [[cite, text] as const] : []
	);
	assert.equal(
		cites.map(([cite]) => cite),
		['s0', 's0r1', 's0r2', 'c0', 'm0']
	);
	for (const [cite, quote] of cites) {
		assert.is(placeIn(record, cite)?.text, quote);
		assert.is(evidenceState({ cite, quote }, record), 'same');
		assert.ok(citable(record).some((place) => place.cite === cite));
	}
	assert.is(placeIn(record, 's0r7'), null);
});

test('"nie, bo …" is evidence against what it answers, and weighs on it', () => {
	const stickies = (replies: object[]) => [
		{ text: 'założyć spółdzielnię socjalną gminy i parafii, ludzie bez pracy', votes: 6, sector: 'public', replies },
		{ text: 'gmina zleci zieleń spółdzielni', votes: 5, sector: 'public' }
	];
	const decisions = [
		{ text: 'Gmina i parafia zakładają spółdzielnię socjalną osób prawnych', yes: 9, no: 1, abstain: 0 }
	];
	const people = participants.map((one, number) => ({
		...one,
		sector: (['public', 'ngo', 'church'] as const)[number % 3]
	}));
	const asked = (replies: object[]) =>
		recommend([recordOf({ participants: people, decisions, stickies: stickies(replies) })], catalogue);
	const objected = asked([{ text: 'nie, bo raz już tak próbowali sąsiedzi i wyszły długi', sector: 'church' }]);
	const alone = asked([]);
	assert.is(objected.best, 'spoldzielnia-osob-prawnych');
	assert.ok(objected.evidenceAgainst.some(({ cite, quote }) => cite === 's0r0' && quote.startsWith('nie, bo')));
	assert.not(objected.evidenceFor.some(({ cite }) => cite === 's0r0'));
	assert.ok((objected.ranked[0]?.score ?? 1) < (alone.ranked[0]?.score ?? 0));
});

test.run();
