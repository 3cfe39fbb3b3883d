// English for the Polish texts of the catalogue, by the very text: one that an expert amended stays Polish until somebody translates it.
import english from './english.json' with { type: 'json' };

const texts: Readonly<Record<string, string>> = english;

export const englishOf = (text: string): string | undefined => (Object.hasOwn(texts, text) ? texts[text] : undefined);

/** A text with the language that it is really in. */
export type SpokenText = { text: string; lang: 'pl' | 'en' };

export function spokenIn(language: 'pl' | 'en', text: string): SpokenText {
	const translated = language === 'en' ? englishOf(text) : undefined;
	return translated === undefined ? { text, lang: 'pl' } : { text: translated, lang: 'en' };
}
