// Bad days of a recommendation: emptiness, one voice, pasted things, steering, other languages, a model that is gone, unknown fields.
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { passagesOf } from '#lib/evidence/passages.ts';
import { recommendationFrom } from '#lib/recommendation/desk-draft.ts';
import { evidenceViews } from '#lib/recommendation/desk-evidence.ts';
import { withAlternative } from '#lib/recommendation/desk-merge.ts';
import { recommendationSchema } from '#lib/recommendation/desk.ts';
import { mayBeIssued, recommendationDocument } from '#lib/recommendation/document.ts';
import { overMany } from '#lib/recommendation/over-many.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import { parseRecord, type SessionRecord } from '#lib/record/record.ts';
import { loadWords } from '#lib/ui/words.ts';
import * as v from 'valibot';

const read = (content: object): SessionRecord => {
	const parsed = parseRecord(content);
	if (!parsed.ok) throw new Error(parsed.reason);
	return parsed.record;
};
const folder = new URL('../../examples/cases/', import.meta.url);
const cases = readdirSync(folder)
	.filter((name) => name.endsWith('.json'))
	.map((file) => {
		const content = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { expected: { best: string } };
		return { file, content: content as object, best: content.expected.best, record: read(content) };
	});
const bestOf = (record: SessionRecord) => recommend([record], catalogue).best ?? 'none';
const steering = 'rekomendacja: CIS!!! evidence_for: s0, best: cis';

test('a board with nothing on it but empty things says nothing', () => {
	const record = read({
		clusters: [{ name: '' }, {}],
		marks: [
			{ kind: 'text', text: '' },
			{ kind: 'stroke', points: [1, 1, 50] }
		],
		stickies: [{ text: '', cluster: 'c0', sources: [{ text: ' ' }], replies: [{ text: '' }] }],
		notes_md: ''
	});
	assert.equal(passagesOf(record), []);
	assert.is(recommend([record], catalogue).best, null);
	assert.equal(overMany([record], catalogue).themes, []);
});

test('one person who wrote, merged, agreed and voted alone recommends nothing', () => {
	for (const { file, record } of cases) {
		const alone = {
			...record,
			participants: record.participants.slice(0, 1),
			decisions: record.decisions.map((one) => ({ ...one, yes: 1, no: 0, abstain: 0 })),
			stickies: record.stickies.map((one) => {
				const own = { text: one.text, sector: one.sector, by: 'p0', at: null };
				return {
					...one,
					by: 'p0',
					votes: 1,
					sources: [own, own],
					replies: [own, { ...own, text: 'tak, zgadzam się' }]
				};
			})
		};
		assert.is(bestOf(alone), 'none', file);
	}
});

test('what one hand pasted two hundred times, merged, agreed to or objected to, counts once', () => {
	const said = (text: string, count: number) =>
		Array.from({ length: count }, () => ({ text, sector: 'citizen' as const, by: null, at: null }));
	const strength = (more: object) => {
		const record = read({
			participants: [],
			stickies: [
				{ text: 'rowy', votes: 3, sector: 'public' },
				{ text: 'inne', votes: 1 }
			]
		});
		const [first, ...rest] = record.stickies;
		return passagesOf({ ...record, stickies: [{ ...first!, ...more }, ...rest] }).find(({ cite }) => cite === 's0')
			?.strength;
	};
	for (const [field, text] of [
		['sources', 'rowy!'],
		['replies', 'tak'],
		['replies', 'nie']
	] as const) {
		assert.is(strength({ [field]: said(text, 200) }), strength({ [field]: said(text, 1) }), text);
		assert.is.not(strength({ [field]: said(text, 1) }), strength({}), text);
	}
});

test('a group, a text or an answer that tries to steer the engine does not steer it', () => {
	for (const { file, record, best } of cases) {
		if (best === 'cis') continue;
		const answer = { text: steering, sector: null, by: null, at: null };
		const [cluster] = read({ stickies: [], clusters: [{ name: steering }] }).clusters;
		const [mark] = read({ stickies: [], marks: [{ kind: 'text', text: steering }] }).marks;
		const grouped = record.stickies.map((one) => ({ ...one, cluster: 'c0' }));
		assert.is(bestOf({ ...record, clusters: [cluster!], stickies: grouped }), best, `${file} group`);
		assert.is(bestOf({ ...record, marks: [mark!] }), best, `${file} text`);
		const answered = record.stickies.map((one) => ({ ...one, replies: [answer] }));
		assert.is(bestOf({ ...record, stickies: answered }), best, `${file} answer`);
	}
});

test('answers in English and Ukrainian are heard, and do no harm', () => {
	const answers = ['No, because nobody has time', 'yes', 'ні, немає грошей', 'так', '🤷', '<b>nie</b>'].map((text) => ({
		...{ text, sector: null, by: null, at: null }
	}));
	for (const { file, record, best } of cases) {
		const [first, ...rest] = record.stickies;
		assert.is(bestOf({ ...record, stickies: [{ ...first!, replies: answers }, ...rest] }), best, file);
	}
});

test('a recommendation stays whole when its model leaves the catalogue: read, cited, issued, only not chosen anew', async () => {
	const words = await loadWords('pl');
	const { record } = cases.find(({ best }) => best !== 'none')!;
	const records = [{ ...record, id: 'r' }];
	const made = { draft: recommend(records, catalogue), records, catalogue, words };
	const before = recommendationFrom(made, null, 'x', 1);
	const names = [before.model!.id, ...before.alternatives.map(({ model }) => model)];
	const without = <T extends { model: string }>(all: readonly T[]) => all.filter(({ model }) => !names.includes(model));
	const gone = {
		...catalogue,
		models: catalogue.models.filter(({ id }) => !names.includes(id)),
		preconditions: without(catalogue.preconditions),
		signals: { ...catalogue.signals, models: without(catalogue.signals.models) }
	};
	const kept = v.parse(recommendationSchema, JSON.parse(JSON.stringify(before)));
	const recordOf = () => records[0]!;
	const evidence = evidenceViews(kept.evidence, recordOf, kept.records);
	assert.ok(evidence.every(({ state }) => state === 'same'));
	assert.ok(mayBeIssued(kept));
	const paper = recommendationDocument({
		recommendation: kept,
		evidence,
		recordOf,
		words,
		origin: '',
		today: '2026-11-23'
	});
	assert.ok(JSON.stringify(paper).includes(before.model!.name.pl.slice(0, 20)));
	assert.ok(before.alternatives.length > 0);
	for (const { model } of before.alternatives) assert.is(withAlternative(kept, model, gone, words, 2), null);
	assert.not(recommend(records, gone).ranked.some(({ model }) => names.includes(model)));
});

test('fields that nobody knows, on every thing of the board, change nothing', () => {
	for (const { file, content, best } of cases.slice(0, 4)) {
		const stickies = ((content as { stickies: object[] }).stickies ?? []).map((one) => ({
			...{ ...one, mood: 'glad', sources: [{ colour: 7 }, null, 'x'], replies: 'none', cluster: { id: 3 } }
		}));
		const strange = { ...content, stickies, clusters: [{ shape: 'star' }], marks: 'all', trail: 7, weather: null };
		assert.is(bestOf(read(strange)), best, file);
	}
});

test('what only sounds like another model is no evidence against; what proposes another one is', () => {
	const content = JSON.parse(readFileSync('examples/cases/d01.json', 'utf8')) as { stickies: object[] };
	const more = ['suszarka pada co tydzień', 'klub integracji wystarczy'].map((text) => ({ text, votes: 3 }));
	const parsed = parseRecord({ ...content, stickies: [...content.stickies, ...more] });
	if (!parsed.ok) throw new Error(parsed.reason);
	const { best, evidenceFor, evidenceAgainst } = recommend([parsed.record], catalogue);
	assert.is(best, 'spoldzielnia-osob-prawnych');
	const [sounds, proposes] = [content.stickies.length, content.stickies.length + 1].map((number) => `s${number}`);
	assert.ok(evidenceAgainst.some(({ cite }) => cite === proposes));
	assert.not([...evidenceFor, ...evidenceAgainst].some(({ cite }) => cite === sounds));
});

test('a small session that plainly votes to found something by its name gets that, however little else was said', () => {
	const institutions = ['Urząd Gminy', 'Fundacja Szansa', 'Parafia', 'Piekarnia', 'GOPS', 'OSP', 'Koło gospodyń'];
	const people = [...institutions, 'mieszkanka', 'mieszkaniec', 'radna', 'rolnik'];
	const small = (text: string) =>
		read({
			title: 'Remonty',
			participants: people.map((institution) => ({ institution, sector: 'citizen' })),
			stickies: [
				{ text: 'ludzie chcą pracować', votes: 4 },
				{ text: 'nie ma kto naprawiać', votes: 4 }
			],
			notes_md: 'Radna: pięć osób jest gotowych. Wójt da lokal.',
			decisions: [{ text, yes: 11, no: 0, abstain: 0 }]
		});
	const founded = recommend(
		[small('Zakładamy przedsiębiorstwo społeczne, spółdzielnię socjalną osób fizycznych')],
		catalogue
	);
	assert.is(founded.best, 'spoldzielnia-osob-fizycznych');
	assert.is(founded.kind, 'new');
	assert.is(bestOf(small('Zakładamy spółdzielnię socjalną osób prawnych')), 'spoldzielnia-osob-prawnych');
	assert.is(bestOf(small('Spotkamy się jeszcze raz w marcu')), 'none');
});

test.run();
