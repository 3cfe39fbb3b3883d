// Two simple ways to recommend, to compare with: BM25 over the catalogue's texts, and counting the words of each form's name.
import MiniSearch from 'minisearch';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { wordsOf } from '#lib/evidence/fold.ts';
import { stemOf } from '#lib/evidence/voices.ts';
import type { SessionRecord } from '#lib/record/record.ts';
import type { Answer } from './score.ts';

const textOf = ({ title, stickies, decisions, notes_md }: SessionRecord): string =>
	[title, ...stickies.map(({ text }) => text), ...decisions.map(({ text }) => text), notes_md].join('\n');

const answerOf = (ranked: string[]): Answer => ({
	kind: ranked.length > 0 ? 'new' : 'none',
	best: ranked[0] ?? 'none',
	ranked,
	for: [],
	against: [],
	missing: []
});

const index = new MiniSearch<{ id: string; text: string }>({
	fields: ['text'],
	tokenize: wordsOf,
	processTerm: stemOf
});
index.addAll(
	catalogue.models.map(({ id, name, oneLine }) => ({
		id,
		text: [
			name.pl,
			oneLine.pl,
			...catalogue.preconditions.filter(({ model }) => model === id).map(({ text }) => text)
		].join('\n')
	}))
);

export const bm25 = (record: SessionRecord): Answer =>
	answerOf(index.search(textOf(record)).map(({ id }) => id as string));

const names = catalogue.models.map(({ id, name }) => ({
	id,
	stems: new Set(
		wordsOf(name.pl.replace(/\(model.*/, ''))
			.filter((word) => word.length > 2)
			.map(stemOf)
	)
}));

export function keywordCounting(record: SessionRecord): Answer {
	const said = wordsOf(textOf(record)).map(stemOf);
	const counted = names
		.map(({ id, stems }) => ({ id, count: said.filter((stem) => stems.has(stem)).length / Math.sqrt(stems.size) }))
		.filter(({ count }) => count > 0)
		.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
	return answerOf(counted.map(({ id }) => id));
}
