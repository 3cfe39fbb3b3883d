// Suggested groups: what they find among stickies of known themes, that they explain themselves and never depend on order.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { nameForm } from '#lib/board/clusters/forms.ts';
import { suggest, type Proposal } from '#lib/board/clusters/suggest.ts';
import { stemOf, toldBy } from '#lib/board/clusters/stems.ts';

/** What people wrote, by what a careful person would say it is about. */
const themes: Record<string, string[]> = {
	dojazd: [
		'Brak dojazdu do przychodni po południu',
		'dojazdy do pracy zimą',
		'Autobus jeździ tylko dwa razy dziennie',
		'autobusy nie dojeżdżają do Wykowa',
		'bus na telefon dla seniorów',
		'Dojazd do lekarza dla starszych',
		'Autobusem tylko do szkoły'
	],
	seniorzy: [
		'Samotni seniorzy bez opieki',
		'opieka nad seniorami w domu',
		'Seniorzy nie mają z kim porozmawiać',
		'potrzebna opiekunka do starszej osoby',
		'Opieka wytchnieniowa dla rodzin',
		'klub seniora przy parafii'
	],
	szkola: [
		'Budynek po szkole stoi pusty',
		'pusta szkoła w Borowiczkach',
		'W szkole jest kuchnia, której nikt nie używa',
		'sala gimnastyczna w dawnej szkole',
		'Szkołę można oddać stowarzyszeniu'
	],
	praca: [
		'Młodzi wyjeżdżają, bo nie ma pracy',
		'praca dla osób z niepełnosprawnością',
		'Nikt nie daje pracy po więzieniu',
		'zakład pracy chronionej zamknięto',
		'Miejsca pracy dla kobiet po wychowawczym'
	],
	jedzenie: [
		'Kuchnia mogłaby gotować obiady',
		'obiady dla samotnych z dowozem',
		'Gotowanie obiadów dla przedszkola',
		'nie ma gdzie zjeść obiadu'
	],
	rowy: [
		'Rowy są zamulone',
		'czyszczenie rowów i przepustów',
		'Przepusty zawalone, woda stoi',
		'rowy melioracyjne bez opiekuna'
	],
	smieci: ['Drogi wywóz śmieci', 'śmieci w lesie', 'Dzikie wysypiska śmieci', 'segregacja śmieci u nas nie działa'],
	kultura: [
		'Dom kultury czynny za krótko',
		'zajęcia w domu kultury dla dzieci',
		'Brak kina i kultury',
		'orkiestra dęta szuka miejsca',
		'warsztaty dla dzieci w wakacje'
	],
	nic: ['???', 'Zapytać wójta', 'ładnie tu']
};

const all = Object.entries(themes).flatMap(([theme, texts]) =>
	texts.map((text, index) => ({ id: `${theme}-${index}`, text }))
);
const themeOf = (id: string) => id.split('-')[0]!;

/** Share of pairs in one proposal that are of one theme, and share of the pairs of one theme that are in one proposal. */
function quality(proposals: readonly Proposal[]): { precision: number; recall: number } {
	const pairs = (ids: readonly string[]) => ids.flatMap((a, at) => ids.slice(at + 1).map((b) => [a, b] as const));
	const found = proposals.flatMap(({ stickies }) => pairs(stickies));
	const right = found.filter(([a, b]) => themeOf(a) === themeOf(b));
	const wanted = Object.entries(themes)
		.filter(([theme]) => theme !== 'nic')
		.reduce((sum, [, texts]) => sum + (texts.length * (texts.length - 1)) / 2, 0);
	return { precision: right.length / found.length, recall: right.length / wanted };
}

test('forms of a word have one stem', () => {
	const same = [
		['dojazd', 'dojazdu', 'dojazdy', 'dojazdem', 'dojazdów'],
		['szkoła', 'szkole', 'szkołę', 'szkół', 'szkoły'],
		['opieka', 'opiece', 'opieki', 'opieką'],
		['droga', 'drodze', 'drogi', 'dróg', 'drogami'],
		['śmieci', 'śmieciami', 'śmieciach'],
		['autobus', 'autobusy', 'autobusem', 'autobusów'],
		['senior', 'seniorzy', 'seniorów', 'seniorami'],
		['obiad', 'obiady', 'obiadu', 'obiadów'],
		['praca', 'pracy', 'pracę', 'prac']
	];
	for (const forms of same) assert.is(new Set(forms.map(stemOf)).size, 1, `${forms} → ${forms.map(stemOf)}`);
	assert.is.not(stemOf('szkoła'), stemOf('szkło'));
	assert.equal(
		toldBy('To nie jest dla nas, ale dojazd do 3 szkół').map(({ word }) => word),
		['dojazd', 'szkół']
	);
});

test('stickies of one theme are proposed together, those of different themes hardly ever', () => {
	const proposals = suggest(all);
	const { precision, recall } = quality(proposals);
	assert.ok(precision >= 0.8, `of the proposed pairs ${precision} are right`);
	assert.ok(recall >= 0.6, `of the pairs of a theme ${recall} are proposed`);
});

test('every proposal names words that its stickies hold', () => {
	for (const { stickies, words } of suggest(all)) {
		assert.ok(words.length > 0);
		for (const word of words) {
			const stem = stemOf(word);
			const holders = stickies.filter((id) =>
				toldBy(all.find((each) => each.id === id)!.text).some((told) => told.stem === stem)
			);
			assert.ok(holders.length >= 2, `${word} in ${stickies}`);
		}
	}
});

test('a group is called by who or what, when any of its stickies says so, and else by the form used most', () => {
	const called = (forms: Record<string, number>) => nameForm(new Map(Object.entries(forms)));
	const named: [string, Record<string, number>][] = [
		['dowóz', { dowozu: 3, dowóz: 1, dowozem: 1 }],
		['opieka', { opieki: 2, opieka: 1, opiekę: 1, opiece: 3 }],
		['szkoła', { szkole: 3, szkoła: 1, szkół: 2 }],
		['senior', { seniorów: 2, seniora: 2, senior: 1 }],
		['seniorzy', { seniorów: 3, seniorami: 1, seniorzy: 1 }],
		['obiady', { obiadów: 2, obiady: 1 }],
		['mieszkanie', { mieszkań: 2, mieszkania: 2, mieszkanie: 1 }],
		['praca', { pracy: 4, praca: 1, prac: 1 }],
		['młodzież', { młodzieży: 3, młodzież: 1 }],
		['miasto', { miasta: 2, miastem: 1, miasto: 1 }],
		['lekarz', { lekarza: 2, lekarzy: 1, lekarz: 1 }],
		['samotność', { samotności: 2, samotność: 1 }],
		['gotowanie', { gotować: 2, gotowania: 1, gotowanie: 1 }],
		['rowy', { rowów: 3, rowy: 1 }],
		// nobody said it
		['dowozu', { dowozu: 2, dowozem: 1 }],
		['opiekę', { opiekę: 2, opieką: 1 }]
	];
	for (const [name, forms] of named) assert.is(called(forms), name, JSON.stringify(forms));
	const [proposal] = suggest([
		{ id: 'a', text: 'Brak dowozu osób starszych do lekarza' },
		{ id: 'b', text: 'Potrzeba dowozu do lekarza' },
		{ id: 'c', text: 'Dowóz do lekarza raz w tygodniu' },
		{ id: 'd', text: 'Boisko' },
		{ id: 'e', text: 'Remont drogi' },
		{ id: 'f', text: 'Żłobek' },
		{ id: 'g', text: 'Kino letnie' },
		{ id: 'h', text: 'Rowy zarosły' },
		{ id: 'i', text: 'Pusta remiza' }
	]);
	assert.ok(proposal?.words.includes('dowóz'), String(proposal?.words));
});

test('the same stickies give the same proposals, in whatever order they come', () => {
	const first = suggest(all);
	assert.equal(suggest([...all].reverse()), first);
	assert.equal(suggest([...all].sort((a, b) => a.text.localeCompare(b.text))), first);
});

test('nobody is in two proposals, and what resembles nothing is in none', () => {
	const ids = suggest(all).flatMap(({ stickies }) => stickies);
	assert.is(new Set(ids).size, ids.length);
	assert.ok(!ids.some((id) => themeOf(id) === 'nic'));
	assert.equal(suggest([]), []);
	assert.equal(suggest([{ id: 'a', text: 'Sama jedna' }]), []);
});

test('300 stickies are grouped too', () => {
	const many = Array.from({ length: 300 }, (_, index) => ({
		id: `m${index}`,
		text: `${all[index % all.length]!.text} ${index}`
	}));
	const proposals = suggest(many);
	assert.ok(proposals.length > 0);
	assert.ok(proposals.every(({ words }) => words.length > 0));
});

test.run();
