// Measures the recommendations: against BM25 and keyword counting, and part by part; `speed.ts` measures the time. Prints Markdown.
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { allOptions, recommend, type RecommendOptions } from '#lib/recommendation/recommend.ts';
import { bm25, keywordCounting } from './baselines.ts';
import { score, type Answer, type Score } from './score.ts';
import { sets, type Labelled } from './sets.ts';

const engine =
	(options: RecommendOptions) =>
	({ record }: Labelled): Answer => {
		const draft = recommend([record], catalogue, options);
		const best = draft.best === null ? undefined : draft.ranked[0];
		return {
			kind: draft.kind,
			best: draft.best ?? 'none',
			ranked: draft.ranked.map(({ model }) => model),
			for: [...new Set(draft.evidenceFor.map(({ cite }) => cite))],
			against: [...new Set(draft.evidenceAgainst.map(({ cite }) => cite))],
			missing: (best?.preconditions ?? []).filter(({ state }) => state === 'missing').map(({ key }) => key)
		};
	};

const percent = (share: number | null) => (share === null ? '–' : `${(100 * share).toFixed(0)} %`);
const row = (name: string, of: Score) =>
	`| ${[
		name,
		`${of.best}/${of.records}`,
		`${of.wrong}`,
		`${of.top3}/${of.records}`,
		`${of.kind}/${of.records}`,
		`${of.none[0]}/${of.none[1]}`,
		percent(of.citationPrecision),
		percent(of.forRecall),
		percent(of.missingPrecision),
		percent(of.missingRecall)
	].join(' | ')} |`;
const head = (first: string) =>
	`| ${first} | best first | wrong first | in top 3 | kind | none | citation precision | evidence-for recall | missing precision | missing recall |\n|---|---|---|---|---|---|---|---|---|---|`;

const print = (text: string) => process.stdout.write(`${text}\n`);

print('# Recommendations, measured\n');
print(
	'Run with `npx tsx bench/recommend/run.ts`. The labelled records, and which were held, are described in `README.md` here.\n'
);
for (const { name, records } of sets) {
	print(`## ${name[0]?.toUpperCase()}${name.slice(1)} (${records.length} records)\n`);
	print(head('engine'));
	print(row('Narada', score(records, engine(allOptions))));
	print(
		row(
			'BM25 (minisearch, stemmed)',
			score(records, ({ record }) => bm25(record))
		)
	);
	print(
		row(
			'keyword counting',
			score(records, ({ record }) => keywordCounting(record))
		)
	);
	print('');
}

const held = sets.find(({ held }) => held)?.records ?? [];
print('## What each part is worth (held set)\n');
print(head('without'));
print(row('nothing left out', score(held, engine(allOptions))));
const parts = ['votes', 'negation', 'decisions', 'notes', 'participants', 'typos', 'duplicates'] as const;
for (const part of parts) print(row(part, score(held, engine({ ...allOptions, [part]: false }))));
