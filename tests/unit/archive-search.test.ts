// What was said is found in the archive, whatever the ending of its words, and leads to the very place.
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ArchiveSearch, askedIn, snippetOf } from '#lib/evidence/archive-search.ts';
import { isFormOf, stemsOf } from '#lib/evidence/inflection.ts';
import { parseRecord, type SessionRecord } from '#lib/record/record.ts';
import { load } from '../../src/routes/archive/+page.server.ts';

const record = (id: string, content: object): SessionRecord => {
	const parsed = parseRecord({ id, ...content });
	if (!parsed.ok) throw new Error(parsed.reason);
	return parsed.record;
};
const hall = record('hall', {
	title: 'Co zrobić z kuchnią po szkole',
	date: '2026-10-15',
	territory: { gmina: 'Mochowo', powiat: 'sierpecki', wojewodztwo: 'mazowieckie' },
	participants: [{ institution: 'OSP Ligowo – remiza', sector: 'ngo' }],
	clusters: [{ name: 'Dowozy' }],
	stickies: [
		{
			text: 'Opieka nad starszymi sąsiadami',
			cluster: 'c0',
			sources: [{ text: 'pomoc dla seniorów' }],
			replies: [{ text: 'w opiece brakuje ludzi' }]
		}
	],
	decisions: [{ text: 'Zakładamy spółdzielnię', method: 'consent', objections: [{ reason: 'boję się długów' }] }],
	ballots: [
		{
			question: 'Czy zgoda?',
			proposal: 'Kuchnia gotuje dla przedszkola',
			secret: false,
			choices: [],
			reasons: { p0: 'tajemniczy powód' },
			tally: {}
		}
	],
	marks: [{ kind: 'text', text: 'Rowy zarosły trzciną' }],
	notes: [{ title: 'Ustalenia', markdown: 'Wójt **obiecał** remont. Dach przecieka.' }]
});
const other = record('other', { title: 'Rowery', stickies: [{ text: 'rower miejski' }] });
const search = (query: string, records = [hall, other]) => new ArchiveSearch().find(records, query);
const cites = (query: string) => search(query).flatMap(({ places }) => places.map(({ cite }) => cite));

test('forms of a word are found, other words that begin so are not', () => {
	const same = (asked: string, word: string) => isFormOf(word, asked, stemsOf(asked));
	for (const [asked, word] of [
		...[
			['rowy', 'row'],
			['row', 'rowow'],
			['opieka', 'opiece'],
			['opiece', 'opieka'],
			['droga', 'drodze']
		],
		...[
			['parafia', 'parafii'],
			['spoldzielni', 'spoldzielnia'],
			['kuchnia', 'kuchnie'],
			['praca', 'pracy']
		],
		...[
			['dzieci', 'dziecmi'],
			['szkole', 'szkola'],
			['spoldz', 'spoldzielnie'],
			['ogrod', 'ogrodzie']
		]
	] as const)
		assert.ok(same(asked, word), `${asked} – ${word}`);
	for (const [asked, word] of [
		['row', 'rower'],
		['cis', 'cisza'],
		['cus', 'cuś'],
		['dach', 'dachowka'],
		['2026', '20265']
	] as const)
		assert.not(same(asked, word), `${asked} – ${word}`);
});

test('what was said leads to its very place', () => {
	assert.equal(cites('spoldzielnie'), ['d0']);
	assert.equal(cites('długi'), ['d0']);
	assert.equal(cites('seniorzy pomoc'), ['s0']);
	assert.equal(cites('pomocy seniorów'), ['s0']);
	assert.equal(cites('opieka'), ['s0', 's0r0']);
	assert.equal(cites('dowóz'), ['c0']);
	assert.equal(cites('dowozami'), ['c0']);
	assert.equal(cites('przedszkole'), ['b0']);
	assert.equal(cites('trzcina'), ['m0']);
	assert.equal(cites('remiza'), ['p0']);
	assert.equal(cites('obiecał remont'), ['n0']);
});

test('words may be spread over a record, and title, place and date are words of it too', () => {
	assert.equal(
		search('kuchnią MOCHOWO').map(({ record: { id } }) => id),
		['hall']
	);
	assert.equal(search('mochowo dach 2026').length, 1);
	assert.equal(search('mochowo rower').length, 0);
	assert.equal(search('').length, 2);
	assert.equal(
		search('rowy').map(({ record: { id } }) => id),
		['hall']
	);
	assert.equal(search('… !').length, 2);
});

test('a record in which one place holds all the words comes first', () => {
	const spread = record('spread', { stickies: [{ text: 'dach' }, { text: 'przecieka rura' }] });
	assert.equal(
		search('dach przecieka', [spread, hall]).map(({ record: { id } }) => id),
		['hall', 'spread']
	);
});

test('reasons of voters are not searched', () => assert.equal(cites('tajemniczy'), []));

test('what was redacted or erased is found no more, and what came instead is', () => {
	const kept = new ArchiveSearch();
	assert.is(kept.find([hall, other], 'trzcina').length, 1);
	const redacted = record('hall', { ...hall, marks: [{ kind: 'text', text: 'usunięte' }] });
	assert.is(kept.find([redacted, other], 'trzcina').length, 0);
	assert.is(kept.find([redacted, other], 'usunięte').length, 1);
	assert.is(kept.find([other], 'usunięte').length, 0);
	assert.is(kept.find([hall, other], 'trzcina').length, 1);
});

test('a snippet shows its hit, cut between words, and hides no letter of it', () => {
	const long = `${'Najpierw mówiono o pogodzie i o drodze. '.repeat(12)}Potem padło słowo spółdzielnia i zrobiło się cicho. ${'A potem kawa. '.repeat(20)}`;
	const parts = snippetOf(long, askedIn('spółdzielnię'));
	const text = parts.map((part) => part.text).join('');
	assert.equal(
		parts.filter(({ hit }) => hit).map((part) => part.text),
		['spółdzielnia']
	);
	assert.ok(text.length < 200 && text.startsWith('… ') && text.endsWith(' …'), text);
	assert.ok(long.includes(text.slice(2, -2)));
	assert.equal(snippetOf('Krótko', askedIn('x')), [{ text: 'Krótko', hit: false }]);
});

test('the shelf is narrowed to a laboratory and a year, together with words', () => {
	const shelf = [
		record('b', { title: 'Rowy', date: '2026-02-01', laboratory: { id: 'l1', name: 'Las' }, stickies: [] }),
		record('a', { title: 'Remiza', date: '2025-02-01', laboratory: { id: 'l2', name: 'Łąka' }, stickies: [] }),
		record('c', { title: 'Remiza', date: '', laboratory: { id: 'l1', name: 'Las' }, stickies: [] })
	];
	const app = {
		records: { list: () => shelf, find: (query: string) => new ArchiveSearch().find(shelf, query), damaged: [] },
		retention: { erased: () => [], untilOf: () => null },
		recommendations: { list: () => [] },
		catalogues: { current: { models: [] } }
	};
	type Shown = { found: { id: string }[]; years: string[]; laboratories: { name: string }[] };
	const shown = (search: string) => {
		const event = { locals: { app, language: 'pl' }, url: new URL(`http://x/archive${search}`) };
		return load(event as unknown as Parameters<typeof load>[0]) as Shown;
	};
	const ids = (search: string) => shown(search).found.map(({ id }) => id);
	assert.equal(ids('').sort(), ['a', 'b', 'c']);
	assert.equal(ids('?laboratory=l1').sort(), ['b', 'c']);
	assert.equal(ids('?year=2025&q=remiza'), ['a']);
	assert.equal(ids('?year=2026&laboratory=l2'), []);
	assert.equal(shown('').years, ['2026', '2025']);
	assert.equal(
		shown('').laboratories.map(({ name }) => name),
		['Las', 'Łąka']
	);
});

test('five hundred records are searched at once', () => {
	const folder = 'examples/cases/';
	const cases = readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.map((name) => JSON.parse(readFileSync(folder + name, 'utf8')) as object);
	const many = Array.from({ length: 500 }, (_, number) => record(`r${number}`, cases[number % cases.length]!));
	const all = new ArchiveSearch();
	assert.is(all.find(many, 'zzzz').length, 0);
	assert.ok(all.find(many, 'spółdzielnia gmina').length > 50);
	// generous: a measurement belongs into bench/, this only notices a blunder
	const before = performance.now();
	for (let turn = 0; turn < 10; turn++) all.find(many, 'spółdzielnia gmina');
	assert.ok((performance.now() - before) / 10 < 500);
});

test.run();
