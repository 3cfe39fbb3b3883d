// What already has a name in a session: the entities among those who took part, with the form they say they are. Decides nothing.
import { wordsOf } from '#lib/evidence/fold.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import type { Engine } from './engine.ts';

/** `stem` is how each inflected form of its name begins, folded; `concepts` name its form. */
export type Entity = { stem: string; concepts: string[] };

const opening = /[„"«]/;
const quoted = /[„"«]([^„”"«»]+)[”"»]/gu;
/** A name in quotation marks is told by its longest word, less its ending. */
const leastLetters = 4;
const ending = 2;

export function entitiesOf(engine: Engine, record: SessionRecord): Entity[] {
	const found = new Map<string, Set<string>>();
	for (const { institution } of record.participants) {
		if (!opening.test(institution)) continue;
		const forms = engine.concepts.find(wordsOf(institution)).flatMap(({ name }) => (isForm(name) ? [name] : []));
		if (forms.length === 0) continue;
		for (const [, name = ''] of institution.matchAll(quoted)) {
			const word = wordsOf(name).reduce((longest, next) => (next.length > longest.length ? next : longest), '');
			if (word.length < leastLetters) continue;
			const stem = word.slice(0, Math.max(leastLetters, word.length - ending));
			found.set(stem, new Set([...(found.get(stem) ?? []), ...forms]));
		}
	}
	return [...found].map(([stem, concepts]) => ({ stem, concepts: [...concepts] }));
}

/** The forms of the entities that are named in a text. */
export const formsNamed = (entities: readonly Entity[], words: readonly string[]): string[] =>
	entities.flatMap(({ stem, concepts }) => (words.some((word) => word.startsWith(stem)) ? concepts : []));

/** Concepts that are the name of a form, by their id in the catalogue. */
export const isForm = (concept: string): boolean => concept.startsWith('name-') || concept.endsWith('coop');
