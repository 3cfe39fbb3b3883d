// What marks are called where they are heard or read as lines, not seen. Pure; knows words by their keys alone.
import type { Words } from '#lib/ui/words.ts';
import type { ArrowEnd, Thing } from '../thing.ts';
import { heldBy, type Find } from './held.ts';
import { wordsOf } from './mark.ts';

/** Characters of a thing's words that stand for it in another's name. */
const shortest = 60;

/** A thing by its words, shortened; or what it is, when it says nothing. */
export function shortName(thing: Thing, words: Words): string {
	const said = wordsOf(thing);
	if (said) return `„${said.length > shortest ? `${said.slice(0, shortest - 1).trimEnd()}…` : said}”`;
	if (thing.kind === 'shape') return words(`mark_form_${thing.form}`);
	return words(thing.kind === 'image' ? 'mark_picture' : 'mark_wordless');
}

const endName = (end: ArrowEnd, find: Find, words: Words): string => {
	const held = heldBy(find, end);
	return held ? shortName(held, words) : words('mark_nowhere');
};

/** A mark as one line: its words, its form and its words, from where to where, or that it is drawn. */
export function nameOf(thing: Thing, find: Find, words: Words): string {
	if (thing.kind === 'arrow') {
		const name = words('mark_arrow_name', {
			from: endName(thing.from, find, words),
			to: endName(thing.to, find, words)
		});
		return thing.text.trim() ? `${name}: ${wordsOf(thing)}` : name;
	}
	if (thing.kind === 'stroke') return words('mark_drawing');
	if (thing.kind === 'shape') {
		const form = words(`mark_form_${thing.form}`);
		return thing.text.trim() ? `${form}: ${wordsOf(thing)}` : form;
	}
	return wordsOf(thing);
}
