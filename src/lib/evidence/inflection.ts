// Whether two Polish words are forms of one another, by their endings. Knows no dictionary: rare forms escape it.

/** What a noun, adjective or verb may end with, folded. */
const endings = new Set(
	(
		'a e i o u y ia ie ii io iu ja je ji om em am im ym ow ej ij iem iom iam iej ami iami imi ymi ach iach ech ich ych ego iego emu iemu ' +
		'mi owi iowi owie owo zie cie dzie nie sie rze le ' +
		'c ac ec ic yc al ala alo ali aly il ila ilo ili ily yl yla yli uje uja ujemy ujecie ujac emy imy amy ymy aja ano ono eni ony one ona owac owal owali'
	).split(' ')
);
const longest = 6;
const leastLetters = 3;
/** From this length on what is typed finds what begins so. */
const typed = 5;
/** Last letters that change before an ending: opieka – opiece, droga – drodze. */
const changes: readonly (readonly [string, string])[] = [
	['k', 'c'],
	['g', 'dz'],
	['ch', 'sz'],
	['t', 'c'],
	['d', 'dz'],
	['r', 'rz']
];

/** Beginnings of the words that are forms of this one, folded; itself where it is too short to have forms. */
export function stemsOf(word: string): string[] {
	if (word.length <= leastLetters || /\d/.test(word)) return [word];
	const stems = [word];
	for (let length = Math.min(longest, word.length - leastLetters); length > 0; length--)
		if (endings.has(word.slice(-length))) stems.push(word.slice(0, -length));
	const changed = stems.flatMap((stem) =>
		changes.flatMap((pair) =>
			pair.flatMap((from, at) => (stem.endsWith(from) ? [stem.slice(0, -from.length) + pair[1 - at]] : []))
		)
	);
	return [...new Set([...stems, ...changed])].filter((one) => one.length >= leastLetters);
}

/** Whether a word of a text is a form of the one asked for, of which `stems` are the beginnings; both folded. */
export function isFormOf(word: string, asked: string, stems: readonly string[]): boolean {
	if (word === asked) return true;
	if (asked.length >= typed && word.startsWith(asked)) return true;
	if (asked.length < leastLetters || /\d/.test(asked)) return false;
	return stems.some(
		(stem) => word.startsWith(stem) && (word.length === stem.length || endings.has(word.slice(stem.length)))
	);
}
