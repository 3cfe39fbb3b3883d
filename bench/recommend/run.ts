// Measures the recommendations: against BM25 and keyword counting, and part by part; `speed.ts` measures the time. Prints Markdown.
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { allOptions } from '#lib/recommendation/recommend.ts';
import { bm25, keywordCounting } from './baselines.ts';
import { score, type Score } from './score.ts';
import { learn } from './learn.ts';
import { sets, writers } from './sets.ts';
import { answerWith } from './answer.ts';

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

const names: Record<string, string> = { d: 'ten cases', h: 'hands h, i, j (one writer)' };
const print = (text: string) => process.stdout.write(`${text}\n`);

print('# Recommendations, measured\n');
print(
	'Run with `npx tsx bench/recommend/run.ts`. The labelled records, and which were held, are described in `README.md` here.\n'
);
for (const { name, records } of sets) {
	print(`## ${name[0]?.toUpperCase()}${name.slice(1)} (${records.length} records)\n`);
	print(head('engine'));
	print(row('Narada', score(records, answerWith(catalogue))));
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

print('## Each writer left out (leanings learned without that writer)\n');
print(
	'Words and weights of the rules were tuned on all of these but m, which shows in the rows without leanings; the leanings of each row never saw its writer.\n'
);
print(head('writer left out'));
const leftOut = writers.map((records) => ({
	records,
	name: records[0]?.file.replace(/\d.*/, '') ?? '',
	answer: answerWith({ ...catalogue, leanings: learn(writers.filter((others) => others !== records).flat()) })
}));
for (const { name, records, answer } of leftOut) print(row(names[name] ?? `hand ${name}`, score(records, answer)));
const answerOf = new Map(leftOut.flatMap(({ records, answer }) => records.map((one) => [one, answer] as const)));
const everyone = writers.flat();
print(
	row(
		'all',
		score(everyone, (one) => (answerOf.get(one) ?? answerWith(catalogue))(one))
	)
);
print(row('all, without leanings', score(everyone, answerWith(catalogue, { ...allOptions, leanings: false }))));
print('');

const held = sets.find(({ held }) => held)?.records ?? [];
print('## What each part is worth (held set)\n');
print(head('without'));
print(row('nothing left out', score(held, answerWith(catalogue))));
const parts = ['leanings', 'votes', 'negation', 'decisions', 'notes', 'participants', 'typos', 'duplicates'] as const;
for (const part of parts) print(row(part, score(held, answerWith(catalogue, { ...allOptions, [part]: false }))));
