// Words of a text without case, diacritics and punctuation, so that "Spółdzielnię" and "spoldzielnie" are one. Knows no vocabulary.

import { plainLetters } from '#lib/ui/letters.ts';

export const fold = plainLetters;

/** Words whose diacritics change what they name: CUŚ is a cooperative, CUS a municipal unit. */
const distinct = /^cuś/;

/** Folded words and numbers in their order; thousands written apart ("3 000") stay apart. */
export function wordsOf(text: string): string[] {
	const lower = text.toLowerCase();
	return latinWords(lower) ?? (lower.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []).map(foldWord);
}

const separates = 0;
const isPlain = 1;
const isMarked = 2;
/** For each Latin character, the Polish ones among them, whether it separates words, is plain, or is a letter to be folded. */
const latin = Uint8Array.from({ length: 0x180 }, (_, code) => {
	const character = String.fromCharCode(code);
	return /[a-z0-9]/.test(character) ? isPlain : /[\p{L}\p{N}]/u.test(character) ? isMarked : separates;
});
/** Dashes, typographic quotation marks, the ellipsis and the like. */
const punctuation = { from: 0x2000, to: 0x206f };

/** The same for a text in lower case in which all is Latin, read character by character: nearly every text; null for others. */
function latinWords(text: string): string[] | null {
	const words: string[] = [];
	let from = -1;
	let marked = false;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code >= latin.length && (code < punctuation.from || code > punctuation.to)) return null;
		const sort = code < latin.length ? latin[code] : separates;
		if (sort !== separates) {
			if (from < 0) from = at;
			marked ||= sort === isMarked;
		} else if (from >= 0) {
			words.push(marked ? foldWord(text.slice(from, at)) : text.slice(from, at));
			from = -1;
			marked = false;
		}
	}
	if (from >= 0) words.push(marked ? foldWord(text.slice(from)) : text.slice(from));
	return words;
}

const plain = /^[a-z0-9]*$/;

/** How many different words are remembered with how they are folded. */
const remembered = 50_000;
const folded = new Map<string, string>();

export function foldWord(word: string): string {
	if (plain.test(word)) return word;
	const before = folded.get(word);
	if (before !== undefined) return before;
	if (folded.size > remembered) folded.clear();
	const after = distinct.test(word) ? word : fold(word);
	folded.set(word, after);
	return after;
}

/** Abbreviations before a name or number, and those that may also end a sentence. */
const titles = /(?<!\p{L})(ok|np|ul|al|pl|tzw|m\.in|art|ust|poz|nr|ks|św|im|dr|inż|mgr|min|max|woj|pow|gm)\./giu;
const units = /(?<!\p{L})(tys|mln|mld|zł|gr|godz|os|pkt|r|p|itp|itd|szt|ha|km|kg)\.(?=\s*[\p{Ll}\p{N}(,;])/gu;

/** Sentences of a longer text: split at full stops, semicolons, bullets and line ends, never inside abbreviations or numbers. */
export function sentencesOf(text: string): string[] {
	return text
		.replace(titles, '$1\u2024')
		.replace(units, '$1\u2024')
		.split(/(?<=[.!?…;])\s+|\n+|(?:^|\s)[•*–-]\s+(?=\p{Lu})/u)
		.map((sentence) =>
			sentence
				.replaceAll('\u2024', '.')
				.replace(/^[\s#>*•-]+/u, '')
				.trim()
		)
		.filter((sentence) => sentence !== '');
}

const joints = /[,;:–—]\s+|\s(?:ale|lecz|a|natomiast|tylko że)\s/u;

/**
 * Words of each part of a sentence, so that what is said of one thing is not taken for its neighbour.
 * A sentence of one part keeps its own `words`, already read.
 */
export function clausesOf(sentence: string, words: readonly string[]): (readonly string[])[] {
	const parts = sentence.split(joints);
	return parts.length < 2 ? [words] : parts.map(wordsOf).filter((part) => part.length > 0);
}
