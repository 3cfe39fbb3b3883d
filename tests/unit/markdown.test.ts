// The Markdown export says everything that a record holds, cites it, and never lets text become markup.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { recordMarkdown } from '#lib/record/markdown.ts';
import { parseRecord, type SessionRecord } from '#lib/record/record.ts';
import { fileName } from '#lib/record/file-name.ts';
import { agendaRows, stickyGroups } from '#lib/record/outline.ts';
import { loadWords } from '#lib/ui/words.ts';

const words = await loadWords('pl');
const start = Date.UTC(2026, 9, 15, 8, 0);
const minute = 60_000;

const read = (input: unknown): SessionRecord => {
	const parsed = parseRecord(input);
	if (!parsed.ok) throw new Error(parsed.reason);
	return parsed.record;
};

const record = read({
	title: 'Co zrobić z kuchnią po szkole w Mochowie',
	territory: { gmina: 'Mochowo', powiat: 'sierpecki', wojewodztwo: 'mazowieckie' },
	date: '2026-10-15',
	place: 'Remiza OSP',
	closedAt: start + 60 * minute,
	agenda: [
		{ title: 'Otwarcie', minutes: 15, kind: 'talk', spans: [{ from: start, to: start + 18 * minute }] },
		{ title: 'Decyzja', minutes: 20, kind: 'ballot', spans: [] }
	],
	participants: [
		{ institution: 'Gmina Mochowo', sector: 'public' },
		{ institution: 'Parafia', sector: 'church' }
	],
	frames: [{ name: 'Potrzeby' }, { name: 'Puste' }],
	stickies: [
		{ text: 'obiady\nz dowozem', votes: 5, frame: 'Potrzeby', sector: 'public' },
		{ text: '# <b>nie</b> *nagłówek*', votes: 9, frame: 'Potrzeby' },
		{ text: 'sanepid', votes: 0 }
	],
	ballots: [
		{
			question: 'Zakładamy?',
			method: 'yes-no-abstain',
			secret: true,
			choices: [
				{ id: 'yes', text: 'yes' },
				{ id: 'no', text: 'no' }
			],
			tally: { voted: 12, counts: { yes: 11, no: 1 } }
		}
	],
	notes: [{ title: 'Rozmowa', markdown: '# Ustalenia\n\n```\n# kod\n```\n- punkt' }],
	decisions: [
		{
			text: 'Zakładamy spółdzielnię',
			method: 'ballot',
			yes: 11,
			no: 0,
			abstain: 1,
			objections: [{ reason: 'za szybko', sector: 'business' }]
		}
	],
	tasks: [{ text: 'Lista chętnych', owner: 'GOPS', due: '2026-11-01', status: 'done' }]
});

const text = recordMarkdown(record, words, 'Europe/Warsaw');

test('every part is there with its citation id', () => {
	for (const id of ['s0', 's1', 's2', 'b0', 'n0', 'd0', 't0', 'p0', 'p1', 'a0', 'a1']) assert.match(text, `\`${id}\``);
	assert.match(text, /^# Co zrobić z kuchnią po szkole w Mochowie\n/);
	assert.match(text, '**Zakładamy spółdzielnię** (głosowanie, za 11, przeciw 0, wstrzymało się 1)');
	assert.match(text, 'Zastrzeżenie (biznes): za szybko');
	assert.match(text, '- [x] `t0` Lista chętnych – GOPS, do 1 listopada 2026');
	assert.match(text, '- Za: 11');
});

test('text of people stays text, on one line', () => {
	assert.match(text, '\\# \\<b\\>nie\\</b\\> \\*nagłówek\\*');
	assert.match(text, '`s0` obiady / z dowozem (sektor publiczny, 5 kropek)');
});

test('stickies stand under their frame, most votes first, the frameless last, empty frames left out', () => {
	assert.equal(
		stickyGroups(record).map(({ frame, stickies }) => [frame, stickies.map(({ id }) => id)]),
		[
			['Potrzeby', ['s1', 's0']],
			[null, ['s2']]
		]
	);
	assert.not.match(text, 'Puste');
});

test('headings of a note stand below their section, code stays as it is', () => {
	assert.match(text, '\n#### Ustalenia\n');
	assert.match(text, '\n# kod\n');
});

test('the agenda shows planned and actual time, in the zone that is asked for', () => {
	assert.equal(
		agendaRows(record).map(({ planned, actual }) => [planned, actual]),
		[
			[15, 18],
			[20, null]
		]
	);
	assert.match(text, /\| `a0` \| Otwarcie \| 10:00 \| 15.min \| 18.min \|/);
	assert.match(text, /\| `a1` \| Decyzja \| – \| 20.min \| pominięto \|/);
});

test('an empty record is still a text, and English speaks English', async () => {
	assert.match(recordMarkdown(read({ stickies: [] }), words), /^# /);
	assert.match(recordMarkdown(record, await loadWords('en')), '## Decisions');
});

test('a file is named by its date and title in plain letters', () => {
	assert.is(fileName(record), '2026-10-15-co-zrobic-z-kuchnia-po-szkole-w-mochowie');
	assert.is(fileName({ date: '', title: '…' }), 'record');
});

test.run();
