// Finds in many records what was said, place by place, whatever the ending of its words. Keeps an index of what it was last shown.
import MiniSearch from 'minisearch';
import type { SessionRecord } from '#lib/record/record.ts';
import { foldWord, wordsOf } from './fold.ts';
import { isFormOf, stemsOf } from './inflection.ts';
import { placeKind, type PlaceKind } from './place-kinds.ts';
import { writtenPlaces, type WrittenPlace } from './places.ts';

/** A piece of a text; `hit`: a word that was asked for. */
export type SnippetPart = { text: string; hit: boolean };
export type FoundPlace = { cite: string; kind: PlaceKind; snippet: SnippetPart[] };
/** `more`: places that hold words of the query beside those shown. */
export type FoundRecord = { record: SessionRecord; places: FoundPlace[]; more: number };

type Asked = { word: string; stems: string[] };
type Kept = { record: SessionRecord; places: WrittenPlace[]; keys: string[] };

const wordLimit = 8;
const placesShown = 4;
const snippetLength = 180;
/** How much of what stands before the first hit is shown, letters. */
const lead = 60;
/** The place that stands for title, date, laboratory and territory; it is not shown. */
const head = '';

export class ArchiveSearch {
	#index = new MiniSearch<{ key: string; text: string }>({
		idField: 'key',
		fields: ['text'],
		tokenize: wordsOf,
		processTerm: (word) => word
	});
	#kept = new Map<string, Kept>();
	/** Tells the places of a record that was changed from those it had before. */
	#stamp = 0;

	/** Records that hold every word of the query, in the order given; those where one place holds all of it come first. */
	find(records: readonly SessionRecord[], query: string): FoundRecord[] {
		const asked = askedIn(query);
		if (asked.length === 0) return records.map((record) => ({ record, places: [], more: 0 }));
		this.#follow(records);
		const byRecord = this.#hits(asked);
		const found = records.flatMap((record) => {
			const hits = byRecord.get(record.id) ?? [];
			const held = new Set(hits.flatMap(({ words }) => [...words]));
			if (held.size < asked.length) return [];
			const most = Math.max(...hits.map(({ words }) => words.size));
			// in the order of the record: decisions first, and what a ballot repeats of them not again
			const shown = hits.filter(({ place, words }) => place.cite !== head && words.size === most);
			const once = [...new Map(shown.map(({ place }) => [place.text, place])).values()];
			const places = once
				.slice(0, placesShown)
				.map(({ cite, text }) => ({ cite, kind: placeKind(cite), snippet: snippetOf(text, asked) }));
			return [{ record, places, more: once.length - places.length, whole: most === asked.length }];
		});
		return [...found.filter(({ whole }) => whole), ...found.filter(({ whole }) => !whole)].map(
			({ record, places, more }) => ({ record, places, more })
		);
	}

	/** What is gone or was changed since leaves the index. */
	#follow(records: readonly SessionRecord[]): void {
		const now = new Map(records.map((record) => [record.id, record]));
		for (const [id, { record, keys }] of this.#kept) {
			if (now.get(id) === record) continue;
			this.#index.discardAll(keys);
			this.#kept.delete(id);
		}
		for (const record of records) if (!this.#kept.has(record.id)) this.#keep(record);
	}

	#keep(record: SessionRecord): void {
		const { id, title, place, date, laboratory, territory } = record;
		const { gmina, powiat, wojewodztwo } = territory;
		const about = [title, place, date, laboratory.name, gmina, powiat, wojewodztwo].join('\n');
		const places = [{ cite: head, text: about }, ...writtenPlaces(record)];
		const keys = places.map((_, number) => `${id}/${this.#stamp}/${number}`);
		this.#stamp++;
		this.#index.addAll(keys.map((key, number) => ({ key, text: places[number]!.text })));
		this.#kept.set(id, { record, places, keys });
	}
	/** Places that hold words of the query, by record, in its order, with the words that each holds. */
	#hits(asked: readonly Asked[]): Map<string, { place: WrittenPlace; words: Set<string> }[]> {
		const held = new Map<string, Set<string>>();
		for (const { word, stems } of asked) {
			const results = this.#index.search({ queries: [...new Set([word, ...stems])], combineWith: 'OR', prefix: true });
			for (const { id, terms } of results) {
				if (!terms.some((term) => isFormOf(term, word, stems))) continue;
				const words = held.get(id as string) ?? new Set<string>();
				held.set(id as string, words.add(word));
			}
		}
		const byRecord = new Map<string, { place: WrittenPlace; words: Set<string> }[]>();
		for (const [id, { places, keys }] of this.#kept)
			keys.forEach((key, number) => {
				const words = held.get(key);
				if (words) byRecord.set(id, [...(byRecord.get(id) ?? []), { place: places[number]!, words }]);
			});
		return byRecord;
	}
}

export function askedIn(query: string): Asked[] {
	const words = [...new Set(wordsOf(query))];
	// "w", "i", "z" stand everywhere
	const telling = words.filter((word) => word.length > 1 || /\d/.test(word));
	return (telling.length > 0 ? telling : words).slice(0, wordLimit).map((word) => ({ word, stems: stemsOf(word) }));
}

/** Whether a text holds every word of the query. */
export const holdsAll = (text: string, asked: readonly Asked[]): boolean => {
	const words = wordsOf(text);
	return asked.every(({ word, stems }) => words.some((one) => isFormOf(one, word, stems)));
};

/** The part of a text around its first hit, with its hits marked. */
export function snippetOf(text: string, asked: readonly Asked[]): SnippetPart[] {
	const line = text
		.trim()
		.replace(/\s*\n\s*/g, ' · ')
		.replace(/\s+/g, ' ');
	const hits = [...line.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => {
		const folded = foldWord(word.toLowerCase().normalize('NFC'));
		return asked.some((one) => isFormOf(folded, one.word, one.stems));
	});
	const first = hits[0]?.index ?? 0;
	const wanted = line.length <= snippetLength ? 0 : Math.max(0, Math.min(first - lead, line.length - snippetLength));
	// cut between words
	const from = wanted === 0 ? 0 : line.indexOf(' ', wanted) + 1;
	const space = line.lastIndexOf(' ', from + snippetLength);
	const to = line.length - from <= snippetLength ? line.length : space > from ? space : from + snippetLength;
	const parts: SnippetPart[] = [];
	let at = from;
	if (from > 0) parts.push({ text: '… ', hit: false });
	for (const { 0: word, index } of hits) {
		if (index < at || index + word.length > to) continue;
		if (index > at) parts.push({ text: line.slice(at, index), hit: false });
		parts.push({ text: word, hit: true });
		at = index + word.length;
	}
	if (at < to) parts.push({ text: line.slice(at, to), hit: false });
	if (to < line.length) parts.push({ text: ' …', hit: false });
	return parts;
}
