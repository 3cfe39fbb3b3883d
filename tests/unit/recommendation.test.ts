// What a recommendation promises whatever the session: monotonic, deterministic, every citation real, nothing out of nothing.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import pl from '#messages/pl.json' with { type: 'json' };
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { parseRecord, type SessionRecord } from '#lib/record/record.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import type { RecommendationDraft } from '#lib/recommendation/recommendation.ts';
import { sentenceIn } from '#lib/recommendation/sentence.ts';
import { wordsFrom, type Messages } from '#lib/ui/words.ts';
import { sets } from '../../bench/recommend/sets.ts';

const record = (input: object): SessionRecord => {
	const parsed = parseRecord({ stickies: [], ...input });
	if (!parsed.ok) throw new Error(parsed.reason);
	return parsed.record;
};
const people = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ institution: `Osoba ${index}`, sector: 'citizen' }));
const scoreOf = (draft: RecommendationDraft, model: string): number =>
	draft.ranked.find((one) => one.model === model)?.score ?? 0;

const cases = sets[0]?.records ?? [];
const tuning = sets[1]?.records ?? [];

test('the ten cases keep the model, the kind and the figures of the goal', () => {
	for (const { file, record: given, expected } of cases) {
		const draft = recommend([given], catalogue);
		assert.is(draft.best ?? 'none', expected.best, file);
		assert.is(draft.kind, expected.kind, file);
	}
});

test('more supporting evidence never lowers a model', () => {
	const support: Record<string, string> = {
		'spoldzielnia-melioracyjna': 'rowy zarośnięte, a ludzie bez pracy mogliby je czyścić w spółdzielni',
		cis: 'rok codziennych zajęć w stolarni z posiłkiem, potem do pracy',
		kgw: 'kobiety ze wsi pieką na dożynki',
		'zamowienia-spoleczne': 'zastrzec przetarg dla naszych'
	};
	for (const [model, text] of Object.entries(support))
		for (const { file, record: given } of [...cases, ...tuning.slice(0, 12)]) {
			const before = scoreOf(recommend([given], catalogue), model);
			const more = { ...given, stickies: [...given.stickies] };
			const [first] = record({ stickies: [{ text, votes: given.participants.length }] }).stickies;
			if (first) more.stickies.push({ ...first, id: `s${given.stickies.length}` });
			const after = scoreOf(recommend([more], catalogue), model);
			assert.ok(after >= before || before === 0, `${file}: ${model} ${before} → ${after}`);
		}
});

test('the order of records does not matter', () => {
	const records = cases.map(({ record: given }, index) => ({ ...given, id: `r${index}` }));
	assert.equal(recommend(records, catalogue), recommend([...records].reverse(), catalogue));
});

test('the same input gives the same output', () => {
	for (const { record: given } of cases)
		assert.equal(JSON.stringify(recommend([given], catalogue)), JSON.stringify(recommend([given], catalogue)));
});

test('every citation points at something in its record and quotes it', () => {
	for (const { file, record: given } of [...cases, ...tuning]) {
		const draft = recommend([given], catalogue);
		const texts = new Map([
			...given.stickies.map(({ id, text }) => [id, text] as const),
			...given.decisions.map(({ id, text }) => [id, text] as const),
			...given.notes.map(({ id, markdown }) => [id, markdown] as const),
			...given.participants.map(({ id, institution }) => [id, institution] as const)
		]);
		const citations = [
			...draft.evidenceFor,
			...draft.evidenceAgainst,
			...draft.ranked.flatMap(({ evidenceFor, evidenceAgainst, preconditions }) => [
				...evidenceFor,
				...evidenceAgainst,
				...preconditions.flatMap((found) => found.citations)
			])
		];
		for (const { record: of, cite, quote } of citations) {
			assert.is(of, given.id, file);
			assert.ok(texts.get(cite)?.includes(quote), `${file} ${cite}: ${quote}`);
		}
	}
});

test('a sticky pasted 200 times counts once', () => {
	const once = { participants: people(12), stickies: [{ text: 'chcemy klub integracji', votes: 3 }] };
	const often = {
		...once,
		stickies: Array.from({ length: 200 }, () => ({ text: 'Chcemy klub integracji!', votes: 3 }))
	};
	assert.is(
		scoreOf(recommend([record(once)], catalogue), 'kis'),
		scoreOf(recommend([record(often)], catalogue), 'kis')
	);
});

test('a text that tries to steer the engine does not steer it', () => {
	for (const { file, record: given, expected } of cases) {
		if (expected.best === 'cis') continue;
		const [steer] = record({
			stickies: [{ text: 'rekomendacja: CIS!!! evidence_for: s0, best: cis', votes: 99 }]
		}).stickies;
		const stickies = [...given.stickies, ...(steer ? [{ ...steer, id: `s${given.stickies.length}` }] : [])];
		assert.is(recommend([{ ...given, stickies }], catalogue).best ?? 'none', expected.best, file);
	}
});

test('an empty session, a single voice and no session at all give no recommendation', () => {
	for (const records of [
		[],
		[record({})],
		[record({ stickies: [{ text: 'spółdzielnia socjalna', votes: 1 }], participants: people(1) })]
	]) {
		const draft = recommend(records, catalogue);
		assert.is(draft.kind, 'none');
		assert.is(draft.best, null);
	}
});

test('a strong no defeats a popular word', () => {
	const draft = recommend(
		[
			record({
				participants: people(14),
				stickies: [
					{ text: 'klaster! klaster!', votes: 12 },
					{ text: 'samorząd, firmy i organizacje przy jednym stole co miesiąc', votes: 6 }
				],
				decisions: [
					{ text: 'Zakładamy klaster', yes: 1, no: 11, abstain: 2 },
					{ text: 'Podpisujemy porozumienie o współpracy firm, samorządu i organizacji', yes: 12, no: 0, abstain: 2 }
				]
			})
		],
		catalogue
	);
	assert.is(draft.best, 'partnerstwo-trojsektorowe');
	assert.ok(draft.rejected.some(({ model }) => model === 'klaster-pes'));
});

test('a plan put off and a procedural decision are no decisions', () => {
	const stickies = [{ text: 'gmina i parafia założą razem spółdzielnię socjalną', votes: 9 }];
	for (const text of ['Zakładanie spółdzielni odkładamy do wiosny', 'Przyjmujemy protokół z poprzedniego zebrania'])
		assert.is(
			recommend(
				[record({ participants: people(12), stickies, decisions: [{ text, yes: 12, no: 0, abstain: 0 }] })],
				catalogue
			).kind,
			'none'
		);
});

test('CUŚ the cooperative is not CUS the municipal unit', () => {
	const best = (text: string) =>
		recommend(
			[
				record({
					participants: people(12),
					decisions: [{ text, yes: 11, no: 0, abstain: 1 }],
					stickies: [{ text, votes: 11 }]
				})
			],
			catalogue
		).ranked[0]?.model;
	assert.is(best('Zakładamy CUŚ jak w Słupnie'), 'spoldzielnia-osob-prawnych');
	assert.is(best('Przekształcamy GOPS w CUS dla wszystkich mieszkańców'), 'cus');
});

test('English and Ukrainian stickies, markup and very long texts do no harm', () => {
	const texts = [
		'We need jobs for young people',
		'Потрібна робота для людей',
		'<script>alert(1)</script>',
		'🙂',
		'a'.repeat(20_000),
		'słowo '.repeat(3000)
	];
	const draft = recommend(
		[record({ participants: people(9), stickies: texts.map((text) => ({ text, votes: 5 })) })],
		catalogue
	);
	assert.is(draft.kind, 'none');
});

test('a precondition is missing only where the session says so', () => {
	const draft = recommend([cases[0]!.record], catalogue);
	const states = Object.fromEntries((draft.ranked[0]?.preconditions ?? []).map(({ key, state }) => [key, state]));
	assert.is(states['uchwala-rady'], 'missing');
	assert.is(states.lider, 'met');
});

test('two founders named in a decision are founders, across commas and quotation marks', () => {
	const founders = (text: string) =>
		recommend(
			[
				record({
					participants: people(12),
					stickies: [{ text: 'ludzie bez pracy czekają na zatrudnienie w spółdzielni socjalnej', votes: 9 }],
					decisions: [{ text, yes: 11, no: 0, abstain: 0 }]
				})
			],
			catalogue
		)
			.ranked.find(({ model }) => model === 'spoldzielnia-osob-prawnych')
			?.preconditions.find(({ key }) => key === 'zalozyciele-prawni-2')?.state;
	for (const text of [
		'Zakładamy spółdzielnię socjalną: obie gminy i „Mochowska Przystań”',
		'Gmina, parafia i „Lipa” zakładają razem jeden zakład i biorą do roboty ludzi z zasiłku',
		'Obie gminy ze strażą stawiają wspólny zakład dla ludzi bez pracy'
	])
		assert.is(founders(text), 'met', text);
	assert.is.not(founders('Gmina sama nie założy spółdzielni socjalnej, parafia nie chce'), 'met');
});

test('every reason can be said in words', () => {
	const words = wordsFrom('pl', pl as Messages);
	for (const { record: given } of [...cases, ...tuning]) {
		const draft = recommend([given], catalogue);
		const sentences = [
			draft.reason,
			...draft.ranked.map(({ reason }) => reason),
			...draft.rejected.map(({ reason }) => reason)
		];
		for (const sentence of sentences) {
			const said = sentenceIn(words, catalogue, sentence);
			assert.not.match(said, /\{\w+\}|undefined|^\w+$/);
		}
	}
});

test.run();
