// Which form of a Polish word can stand as a name: the one that says who or what, if somebody wrote it. By its ending and by the
// other forms that were written, without a dictionary. Pure.

const oblique = /(ów|om|ami|ach|owi|em|ę|ą|ego|emu|ej|ych|ymi|imi|ym|im|u|ości|ii|ji)$/;
/** Nouns made of verbs: pieczenie, mycie. */
const neuter = /[aeiyu](nie|cie)$/;
const infinitive = /[aeiy]ć$/;
const adjective = /(n|ow|k)i?e$/;
/** Only the names of men and of things that are "he" end like this. */
const masculine = /(ów|owi|em|u|owie)$/;
const vowel = /[aeiouyąęó]$/;
/** Words that end so are seldom without an ending because many of them are meant. */
const soft = /(c|ć|ś|ź|ż|l|j|sz|rz|cz|dz)$/;

const without = (word: string): string => word.slice(0, -1);

/** How surely a form says who or what: 3 surely, 1 not. */
function rank(form: string, all: readonly string[]): number {
	const has = (test: (other: string) => boolean) => all.some((other) => other !== form && test(other));
	if (neuter.test(form) || /(ość|o)$/.test(form)) return 3;
	if (oblique.test(form) || infinitive.test(form)) return 1;
	if (form.endsWith('a')) {
		const base = without(form);
		// "szkoły" are hers, "lekarzy" are his
		const isHers = !/(rz|sz|cz)$/.test(base) && all.includes(`${base}y`);
		const isHer = isHers || all.includes(`${base}ę`) || all.includes(`${base}ą`);
		// of things made by doing: "mieszkania"; of him: "seniora"; of it: "miasta"
		if (has((other) => neuter.test(other) && without(other).startsWith(without(base)))) return 1;
		if (has((other) => other === `${base}o`)) return 1;
		if (has((other) => other === base) && !isHer) return 1;
		return has((other) => masculine.test(other)) && !isHer ? 1 : 3;
	}
	if (!vowel.test(form)) {
		if (has((other) => masculine.test(other))) return 3;
		if (has((other) => other.endsWith('a') || other.endsWith('o') || neuter.test(other)))
			return has((other) => other === `${form}a`) && rank(`${form}a`, all) === 1 ? 3 : 1;
		return soft.test(form) ? 3 : 2;
	}
	if (/[yi]$/.test(form)) return 2.5;
	return adjective.test(form) ? 2 : 1;
}

/** Of the forms of one word, with how often each was written, the one that can stand as a name; else the one used most. */
export function nameForm(forms: ReadonlyMap<string, number>): string {
	const all = [...forms.keys()];
	const ranks = new Map(all.map((form) => [form, rank(form, all)]));
	return [...forms].sort(
		([a, times], [b, others]) =>
			ranks.get(b)! - ranks.get(a)! || others - times || a.length - b.length || (a < b ? -1 : 1)
	)[0]![0];
}
