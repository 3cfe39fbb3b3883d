// The document of a recommendation: everything a council asks, and nothing that rests on nothing.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { confusions } from '#lib/catalogue/confusions.ts';
import { recommendationFrom } from '#lib/recommendation/desk-draft.ts';
import { evidenceViews } from '#lib/recommendation/desk-evidence.ts';
import { docxOf } from '#lib/recommendation/document-docx.ts';
import { fileName, mayBeIssued, recommendationDocument } from '#lib/recommendation/document.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import { parseRecord } from '#lib/record/record.ts';
import { loadWords } from '#lib/ui/words.ts';

const parsed = parseRecord({
	...JSON.parse(readFileSync(new URL('../../bench/labelled/a/a01.json', import.meta.url), 'utf8')),
	id: 'a01'
});
if (!parsed.ok) throw new Error(parsed.reason);
const { record } = parsed;

async function paperIn(language: 'pl' | 'en', change: object = {}) {
	const words = await loadWords(language);
	const made = { draft: recommend([record], catalogue), records: [record], catalogue, words };
	const recommendation = { ...recommendationFrom(made, null, 'x', 1000), ...change };
	const recordOf = () => record;
	const evidence = evidenceViews(recommendation.evidence, recordOf, recommendation.records);
	const paper = recommendationDocument({
		recommendation,
		evidence,
		recordOf,
		words,
		origin: 'http://x',
		today: '2026-11-23'
	});
	return { paper, recommendation };
}

test('it has every part in both languages, and the table of six columns', async () => {
	for (const language of ['pl', 'en'] as const) {
		const { paper } = await paperIn(language);
		assert.ok(paper.sections.length >= 12, `${language} ${paper.sections.length}`);
		const tables = paper.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'table');
		assert.ok(tables.some(({ head, rows }) => head.length === 6 && rows[0]?.length === 6));
		for (const { head, rows } of tables) for (const row of rows) assert.is(row.length, head.length);
	}
});

test('it names three steps at most', async () => {
	const { paper } = await paperIn('pl');
	const steps = paper.sections
		.flatMap(({ blocks }) => blocks)
		.find((block) => block.kind === 'table' && block.head.length === 3);
	assert.ok(steps?.kind === 'table' && steps.rows.length === 3);
});

test('every quote leads to its place in the record', async () => {
	const { paper, recommendation } = await paperIn('pl');
	const quotes = paper.sections
		.flatMap(({ blocks }) => blocks)
		.flatMap((block) => (block.kind === 'quotes' ? block.items : []));
	assert.is(quotes.length, recommendation.evidence.length);
	for (const { source } of quotes)
		assert.match(typeof source === 'string' ? source : source.href, /^http:\/\/x\/archive\/a01#[sdnp]\d*$/);
});

test('what rests on nothing is not issued', async () => {
	const { recommendation } = await paperIn('pl', { evidence: [] });
	assert.not.ok(mayBeIssued(recommendation));
});

test('it says once that it is no legal advice', async () => {
	const words = await loadWords('pl');
	const { paper } = await paperIn('pl');
	const said = JSON.stringify(paper).split(JSON.stringify(words('legal_not_advice')).slice(1, -1)).length - 1;
	assert.is(said, 1);
});

test('it becomes a DOCX, also with signs that XML knows', async () => {
	const { paper } = await paperIn('pl', { title: 'A & B <c> „d”', notes: 'pierwsza\n\ndruga' });
	const file = await docxOf(paper);
	assert.equal([...file.slice(0, 2)], [0x50, 0x4b]);
});

test('a file name has plain letters only', () => {
	assert.is(fileName('Łąck: utworzyć – Spółdzielnia „X”'), 'lack-utworzyc-spoldzielnia-x');
	assert.is(fileName('!!!'), 'narada');
});

test('models that are easily confused exist', () => {
	for (const { models } of confusions)
		for (const id of models)
			assert.ok(
				catalogue.models.some((model) => model.id === id),
				id
			);
});

test.run();
