// What a short Polish text is about: its words without endings and without those that say nothing. A light stemmer, no
// dictionary: it joins "dojazd", "dojazdu", "dojazdem", and now and then too much. Pure.
import { plainLetters } from '#lib/ui/letters.ts';

/** Words that join, point or soften; folded. English ones too, for the other half of our rooms. */
const empty = new Set(
	(
		'i a o u w z ze we na do od po za ku ale lub albo oraz czy bo by aby zeby zeby gdy gdzie jak jako jest sa byc byl byla bylo byly bedzie beda ' +
		'nie tak to ten ta te tego tej tych tym tymi ci tam tu juz jeszcze tylko tez takze bardzo wiecej mniej duzo malo wszystko wszyscy wszystkich ' +
		'co kto ktory ktora ktore ktorzy ktorych czego czym kogo komu dla przez przy przed pod nad miedzy bez oprocz wokol okolo sie nikt nic nigdzie nigdy zawsze miejsce miejsca miejsc miejscu siebie sobie swoj ' +
		'swoje swoich nasz nasza nasze naszych naszej naszym my wy on ona ono oni one jego jej ich nam nas wam was mnie mi ja ty mozna moze mozemy moga ' +
		'trzeba nalezy powinno powinna powinien musi musimy chcemy chca chce mamy maja miec ma mam brak brakuje potrzeba potrzebny potrzebna potrzebne ' +
		'potrzebujemy potrzebuje jeden jedna jedno dwa dwie trzy kilka kilku wiele wielu kazdy kazda kazde innych inne inny inna jakis jakies jakas nowy nowe nowa ' +
		'dobry dobre dobra lepszy lepsze lepsza osoba osoby osob ludzie ludzi ludziom naszego zeby ok np itp itd tys zl proc razem wspolny wspolna wspolne ' +
		'the of and or for to in on at by with from is are was be we our you they it this that not no more less need needs should can have has'
	).split(' ')
);

/** Endings of nouns, adjectives and verbs, folded; the longest that fits is taken off. */
const endings = (
	'owaniami owaniem owania owaniu owanie owanych owany owana owane owac ' +
	'osciami osciach oscia osci osc niami niach niem nia niu nie ' +
	'iejszych iejszy iejsza iejsze owych owego owemu owym owej owy owa owe ' +
	'skich skiego skiemu skim skiej ski ska skie nych nego nemu nymi nym nej ny na ne ' +
	'iami iach iom iem ami ach om owi ow ego emu ych ymi ich imi ym im ej ie ia iu io em ac ec ic yc ' +
	'a e i o u y'
)
	.split(' ')
	.sort((one, other) => other.length - one.length);

/** Letters that an ending needs before it. */
const leastLetters = 3;
/** More letters than these tell forms apart, not words. */
const mostLetters = 7;

/** Last consonants that endings soften: droga–drodze, opieka–opiece, świat–świecie. */
const softened: readonly [RegExp, string][] = [
	[/(rz)$/, 'r'],
	[/(dz|d|g|z)$/, 'd'],
	[/(cz|ci|c|k|t)$/, 'k'],
	[/(sz|si|s|ch)$/, 's'],
	[/(ni|n)$/, 'n']
];

/** The part of a word that its forms share, folded. */
export function stemOf(word: string): string {
	let stem = plainLetters(word);
	if (/\d/.test(stem)) return stem;
	for (const ending of endings)
		if (stem.length - ending.length >= leastLetters && stem.endsWith(ending)) {
			stem = stem.slice(0, -ending.length);
			break;
		}
	if (stem.length <= 3 && /[aeiouy]$/.test(stem)) stem = stem.slice(0, -1);
	stem = stem.slice(0, mostLetters);
	for (const [end, letter] of softened)
		if (stem.length >= leastLetters && end.test(stem)) return stem.replace(end, letter);
	return stem;
}

/** A word as it stands in the text, with its stem. */
export type Told = { word: string; stem: string };

/** The words of a text that say what it is about, in their order. */
export function toldBy(text: string): Told[] {
	return (
		text
			.toLowerCase()
			.normalize('NFC')
			.match(/[\p{L}\p{N}]+/gu) ?? []
	)
		.filter((word) => word.length > 2 && !/^\d+$/.test(word) && !empty.has(plainLetters(word)))
		.map((word) => ({ word, stem: stemOf(word) }));
}
