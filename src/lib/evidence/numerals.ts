// Numbers in what people write, as digits or in Polish words of any form: "pięcioro", "dwunastu", "w szóstkę", "24". Knows not what is counted.

export type Numeral = {
	value: number;
	/** Place of its first word, and how many words it has. */
	at: number;
	length: number;
	/** A form that counts people alone: "pięcioro", "trójka". */
	ofPeople: boolean;
	/** A form that counts men or stands for things in the genitive: "pięciu", "trzech". */
	personal: boolean;
};

/** Folded; what a numeral may end with follows its stem, so that ordinals ("piąty") are none. */
const units: readonly (readonly [number, RegExp])[] = [
	[2, /^(dwa|dwie|dwoch|dwaj|dwoje|dwojga|dwojka|dwojke|oba|obie|obaj|oboje|obu|obydw\w+)$/],
	[3, /^(trzy|trzi|trzech|trzej|troje|trojga|trojka|trojke)$/],
	[4, /^(cztery|cztyry|czterech|czterej|czworo|czworga|czworka|czworke)$/],
	[5, /^(piec|pieciu|piecioro|piyncioro|pieciorga|piatka|piatke|piatki)$/],
	[6, /^(szesc|szesciu|szescioro|szesciorga|szostka|szostke|szostki)$/],
	[7, /^(siedem|siedmiu|siedmioro|siedmiorga|siodemka|siodemke)$/],
	[8, /^(osiem|osmiu|osmioro|osmiorga|osemka|osemke)$/],
	[9, /^(dziewiec|dziewieciu|dziewiecioro|dziewieciorga|dziewiatka)$/],
	[10, /^(dziesiec|dziesieciu|dziesiecioro|dziesieciorga|dziesiatka)$/]
];
const teen = 'n(?:ascie|oscie|astu|ascioro|asciorga|astka|astke|astki)$';
const teens: readonly (readonly [number, RegExp])[] = (
	['jede', 'dwa|dwu', 'trzy|trzi', 'czter', 'piet', 'szes', 'siedem', 'osiem', 'dziewiet'] as const
).map((stem, index) => [11 + index, new RegExp(`^(?:${stem})${teen}`)] as const);
const tenEnding = '(?:scia|scie|sci|stu|siat|sieciu|scioro|sciorga|stka|stke)$';
const tens: readonly (readonly [number, RegExp])[] = (
	[
		'dwadzie|dwudzie',
		'trzydzie',
		'czterdzie',
		'piecdzie',
		'szescdzie',
		'siedemdzie',
		'osiemdzie',
		'dziewiecdzie'
	] as const
).map((stem, index) => [20 + 10 * index, new RegExp(`^(?:${stem})${tenEnding}`)] as const);

/** Words after a number that make it thousands, a year, money, time, size or share. */
const measures =
	/^(\d{3}|tys\w*|mln|zl|zlot\w*|gr|proc\w*|lat|lata|latach|rok|roku|r|godz\w*|minut\w*|dni|dnia|tygodn\w*|miesi\w*|km|m|ha|hektar\w*|metr\w*|razy|styczn\w*|lut\w*|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrzesnia|pazdziernika|listopada|grudnia)$/;
const greatest = 999;
const remembered = 20_000;

type Known = { value: number; tens: boolean; ofPeople: boolean; personal: boolean };
const known = new Map<string, Known | null>();

function readWord(word: string): Known | null {
	const before = known.get(word);
	if (before !== undefined) return before;
	if (known.size > remembered) known.clear();
	const found = compare(word);
	known.set(word, found);
	return found;
}

function compare(word: string): Known | null {
	const ofPeople = /(?:oro|orga|oje|ojga|k[aei])$/.test(word);
	const personal = /(?:u|ech|och)$/.test(word);
	if (/^\d{1,3}$/.test(word)) return { value: Number(word), tens: false, ofPeople: false, personal: false };
	for (const list of [units, teens, tens])
		for (const [value, form] of list) if (form.test(word)) return { value, tens: list === tens, ofPeople, personal };
	return null;
}

/** "dwudziestu jeden": alone it says "some" as often as one. */
const oneAfter = (word = ''): Known | null =>
	/^jed(?:en|na|no)$/.test(word) ? { value: 1, tens: false, ofPeople: false, personal: false } : null;

/** The numbers of a text, in their order; those that count money, time or size are left out. */
export function numeralsIn(words: readonly string[]): Numeral[] {
	const found: Numeral[] = [];
	for (let at = 0; at < words.length; at++) {
		const first = readWord(words[at] as string);
		if (!first) continue;
		const next = first.tens ? (readWord(words[at + 1] ?? '') ?? oneAfter(words[at + 1])) : null;
		const both = next !== null && next.value < 10 && !next.tens;
		const length = both ? 2 : 1;
		const value = first.value + (both ? next.value : 0);
		const isMeasure = measures.test(words[at + length] ?? '');
		if (!isMeasure && value > 0 && value <= greatest) {
			const last = both ? next : first;
			found.push({ value, at, length, ofPeople: first.ofPeople || last.ofPeople, personal: first.personal });
		}
		at += length - 1;
	}
	return found;
}
