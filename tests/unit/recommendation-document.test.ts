// The document of a recommendation: everything a council asks, and nothing that rests on nothing.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { confusions } from '#lib/catalogue/confusions.ts';
import { recommendationFrom } from '#lib/recommendation/desk-draft.ts';
import { evidenceViews } from '#lib/recommendation/desk-evidence.ts';
import { columnWidths, docxOf } from '#lib/recommendation/document-docx.ts';
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

test('its table lies across the page at the end, where no word of it is broken', async () => {
	const { paper } = await paperIn('pl');
	const firstWide = paper.sections.findIndex(({ wide }) => wide);
	assert.ok(firstWide > 0 && paper.sections.slice(firstWide).every(({ wide }) => wide));
	const table = paper.sections[firstWide]?.blocks[0];
	assert.ok(table?.kind === 'table' && table.head.length === 6);
	const xml = strFromU8(unzipSync(await docxOf(paper))['word/document.xml']!);
	assert.match(xml, /w:orient="landscape"/);
	assert.match(xml, /w:orient="portrait"/);
	const widths = columnWidths(table.head, table.rows, 14570);
	assert.ok(widths.reduce((sum, width) => sum + width, 0) <= 14570);
	// 9.5 points in a wide letter of any font, and what the cell keeps free
	table.head.forEach((head, column) =>
		assert.ok((widths[column] ?? 0) >= 125 * head.split(' ')[0]!.length + 180, head)
	);
});

test('with several sessions each quote names its annex, with one none does', async () => {
	const about = (paper: Awaited<ReturnType<typeof paperIn>>['paper']) =>
		paper.sections
			.flatMap(({ blocks }) => blocks)
			.flatMap((block) => (block.kind === 'quotes' ? block.items.map((item) => item.about) : []));
	const { paper, recommendation } = await paperIn('pl');
	assert.not(about(paper).some((text) => text.includes('załącznik') || text.includes(record.title)));
	const records = [{ id: 'b', title: 'Inna', date: '2026-01-01', closedAt: null }, ...recommendation.records];
	const two = await paperIn('pl', { records });
	assert.ok(about(two.paper).every((text) => /^załącznik\s2/.test(text)));
});

test('where it is too early nothing is left to carry out, and nothing stands empty', async () => {
	const { paper } = await paperIn('pl', {
		kind: 'none',
		model: null,
		findings: [],
		steps: [],
		forWhom: '',
		problem: ''
	});
	const tables = paper.sections.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'table');
	assert.equal(tables, []);
	assert.not(paper.sections.some(({ wide }) => wide));
	assert.not(paper.sections.some(({ title }) => title === 'Proponowany model'));
});

test('a document in English speaks English of the law, with the Polish text beside, the same source and certainty', async () => {
	const { paper } = await paperIn('en');
	const law = paper.sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'table');
	assert.ok(law?.kind === 'table');
	const [fact, , checked, certainty] = law.rows[0]!;
	assert.match(String(fact), /^Act of 27 April 2006.*In Polish: Ustawa z 27 kwietnia 2006/);
	assert.equal([checked, certainty], ['November 2026', 'confirmed']);
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
