// What holds for a recommendation on every labelled session: grounds that are earned, quotes that prove, support that helps.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { clausesOf, sentencesOf, wordsOf } from '#lib/evidence/fold.ts';
import { parseRecord, type SessionRecord } from '#lib/record/record.ts';
import { recommendationFrom } from '#lib/recommendation/desk-draft.ts';
import { titleOf } from '#lib/recommendation/desk-title.ts';
import { engineOf } from '#lib/recommendation/engine.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import { loadWords } from '#lib/ui/words.ts';
import { sets, type Labelled } from '../../bench/recommend/sets.ts';

const words = await loadWords('pl');
const english = await loadWords('en');
const tuning = sets.find(({ name }) => name === 'tuning, all')?.records ?? [];
const every = (step: number): Labelled[] => tuning.filter((_, index) => index % step === 0);
const record = (input: object): SessionRecord => {
	const parsed = parseRecord({ stickies: [], ...input });
	if (!parsed.ok) throw new Error(parsed.reason);
	return parsed.record;
};
const withSticky = (given: SessionRecord, text: string, votes: number): SessionRecord => {
	const [sticky] = record({ stickies: [{ text, votes }] }).stickies;
	return sticky ? { ...given, stickies: [...given.stickies, { ...sticky, id: `s${given.stickies.length}` }] } : given;
};
const withDecision = (given: SessionRecord, text: string, yes: number, no: number): SessionRecord => {
	const [decision] = record({ decisions: [{ text, yes, no, abstain: 0 }] }).decisions;
	const decisions = decision
		? [...given.decisions, { ...decision, id: `d${given.decisions.length}` }]
		: given.decisions;
	return { ...given, decisions };
};

const confidence = (given: SessionRecord) => recommend([given], catalogue).confidence;
const strong = tuning.filter(({ record: given }) => confidence(given) === 'strong');

test('strong grounds are earned somewhere, and never by a recommendation that experts call wrong', () => {
	assert.ok(strong.length > 20);
	for (const { file, record: given, expected } of strong)
		assert.not(expected.wrong.includes(recommend([given], catalogue).best ?? 'none'), file);
});

test('strong grounds never come from a handful of people, from one sector or from one institution', () => {
	for (const { file, record: given } of strong) {
		const few = given.participants.slice(0, 5);
		assert.is.not(confidence({ ...given, participants: few }), 'strong', file);
		const same = given.participants.map((one) => ({ ...one, sector: 'public' as const }));
		assert.is.not(confidence({ ...given, participants: same }), 'strong', file);
		const alone = given.participants.map((one, index) => ({
			...one,
			sector: (['public', 'ngo', 'business'] as const)[index % 3] ?? ('ngo' as const),
			institution: 'Urząd Gminy'
		}));
		assert.is.not(confidence({ ...given, participants: alone }), 'strong', file);
	}
});

test('strong grounds never stand beside a vote or a loud sticky against them', () => {
	for (const { file, record: given } of strong) {
		const { best, evidenceFor, evidenceAgainst } = recommend([given], catalogue);
		const [carried] = evidenceFor.filter(({ cite }) => cite.startsWith('d'));
		const adopted = given.decisions.find(({ id }) => id === carried?.cite);
		if (adopted) assert.is.not(confidence(withDecision(given, adopted.text, 2, 10)), 'strong', `${file} ${best}`);
		const contrary = given.stickies.find(({ id }) => evidenceAgainst.some(({ cite }) => cite === id));
		if (!contrary) continue;
		const loud = given.stickies.map((one) => (one === contrary ? { ...one, votes: given.participants.length } : one));
		const again = recommend([{ ...given, stickies: loud }], catalogue);
		if (again.best === best && again.evidenceAgainst.some(({ cite }) => cite === contrary.id))
			assert.is.not(again.confidence, 'strong', file);
	}
});

test('a precondition that is met or missing quotes a sentence that speaks of it', () => {
	const engine = engineOf(catalogue);
	for (const { file, record: given } of tuning)
		for (const { model, preconditions } of recommend([given], catalogue).ranked.slice(0, 1))
			for (const { key, state, counted, citations } of preconditions) {
				// of what is too few the number is quoted
				assert.is(citations.length === 0, state === 'unknown' && !counted, `${file} ${key}`);
				if (counted && state !== 'missing')
					assert.is(state === 'met', counted.found >= counted.needed, `${file} ${key}`);
				const need = engine.needOf.get(`${model}/${key}`) ?? -1;
				for (const { quote } of citations) {
					const whole = wordsOf(quote);
					const parts = [whole, ...clausesOf(quote, whole)];
					const speaks = parts.some((part) =>
						[...engine.needs.names(part)].some((name) => name.startsWith(`${need} `))
					);
					assert.ok(speaks, `${file} ${key}: ${quote}`);
					assert.ok(sentencesOf(quote).length <= 1 || !given.notes.some(({ markdown }) => markdown === quote), file);
				}
			}
});

test('each sentence that a precondition quotes stands among the evidence', () => {
	for (const { file, record: given } of every(3)) {
		const [best] = recommend([given], catalogue).ranked;
		const quotes = new Set([...(best?.evidenceFor ?? []), ...(best?.evidenceAgainst ?? [])].map(({ quote }) => quote));
		for (const { key, citations } of best?.preconditions ?? [])
			for (const { quote } of citations) assert.ok(quotes.has(quote), `${file} ${key}: ${quote}`);
	}
});

test('a loud sticky in the words of a model never lowers it', () => {
	for (const { file, record: given, expected } of every(4)) {
		const signal = catalogue.signals.models.find(({ model }) => model === expected.best);
		const scoreIn = (one: SessionRecord) =>
			recommend([one], catalogue).ranked.find(({ model }) => model === expected.best)?.score ?? 0;
		for (const text of (signal?.voices ?? []).slice(0, 3))
			assert.ok(scoreIn(withSticky(given, text, given.participants.length)) >= scoreIn(given), `${file}: ${text}`);
	}
});

test('the order of labelled records does not matter, and the same input gives the same output', () => {
	const records = every(9).map(({ record: given }, index) => ({ ...given, id: `r${index}` }));
	const once = recommend(records, catalogue);
	assert.equal(once, recommend([...records].reverse(), catalogue));
	assert.is(JSON.stringify(once), JSON.stringify(recommend(records, catalogue)));
});

test('many sessions that end with different models still lead somewhere together', () => {
	const records = tuning
		.filter(({ file }) => !/^[fgm]/.test(file))
		.map(({ record: given }, index) => ({ ...given, id: `r${index}` }));
	assert.is.not(recommend(records, catalogue).best, null);
});

test('what one person wrote and voted alone recommends nothing', () => {
	for (const { file, record: given } of every(10)) {
		const decisions = given.decisions.map((one) => ({ ...one, yes: 1, no: 0, abstain: 0 }));
		const stickies = given.stickies.map((one) => ({ ...one, votes: 1 }));
		const alone = { ...given, decisions, stickies, participants: given.participants.slice(0, 1) };
		assert.is(recommend([alone], catalogue).best, null, file);
	}
});

test('two sessions that contradict each other are no strong grounds, and the no is cited', () => {
	const people = ['Urząd', 'Parafia', 'Fundacja', 'Sklep', 'Szkoła', 'Sołtys', 'Straż', 'Bank', 'Klub', 'OPS'];
	const sectors = ['public', 'church', 'ngo', 'business', 'academia', 'citizen'];
	const session = (id: string, yes: number, no: number): SessionRecord => ({
		...record({
			participants: people.map((institution, index) => ({ institution, sector: sectors[index % 6] })),
			stickies: [{ text: 'gmina, parafia i fundacja razem założą spółdzielnię dla bezrobotnych', votes: 7 }],
			decisions: [{ text: 'Zakładamy spółdzielnię socjalną gminy i parafii', yes, no, abstain: 0 }]
		}),
		id
	});
	assert.is(confidence(session('r0', 9, 1)), 'strong');
	const both = recommend([session('r0', 9, 1), session('r1', 1, 9)], catalogue);
	assert.is.not(both.confidence, 'strong');
	const cited = [...both.evidenceAgainst, ...both.rejected.flatMap(({ citations }) => citations)];
	assert.ok(both.best === null || cited.some(({ record: of, cite }) => of === 'r1' && cite === 'd0'));
});

test('an exercise on a made-up village recommends nothing, however clear its vote', () => {
	const given = strong[0]?.record ?? record({});
	const [note] = record({ notes_md: 'To było szkolenie: ćwiczono na wymyślonej gminie.' }).notes;
	const draft = recommend([{ ...given, notes: [...given.notes, ...(note ? [{ ...note, id: 'n9' }] : [])] }], catalogue);
	assert.is(draft.best, null);
	assert.is(draft.reason.key, 'reason_none_exercise');
});

test('a draft made for an English reader is English but for names and what people said', () => {
	const nowhere = { gmina: '', powiat: '', wojewodztwo: '' };
	/** Without quotes, and without the Polish names that stand in brackets behind ours. */
	const ours = (text: string) => text.replace(/[„“][^”]*”/g, '').replace(/\([^)]*\)/g, '');
	for (const { file, record: given } of every(2)) {
		const here = { ...given, territory: nowhere };
		const draft = recommend([here], catalogue);
		const made = recommendationFrom({ draft, records: [here], catalogue, words: english }, null, 'x', 0);
		const { title, forWhom, problem, addressee, steps, funding, risks, alternatives, rejected } = made;
		const reasons = draft.reason.key.endsWith('_sounds') ? [] : [made.reason];
		const told = [...alternatives, ...rejected].map(({ reason }) => reason);
		const texts = [title, forWhom, problem, addressee, ...steps.map(({ text }) => text), ...funding, ...risks];
		for (const text of [...texts, ...reasons, ...told.filter((one) => !one.includes('The words that weigh most'))])
			assert.not.match(ours(text), /[ąćęłńśźż]/i, `${file}: ${text}`);
		for (const { key, text, english: translated } of made.findings) assert.ok(translated, `${file} ${key}: ${text}`);
	}
});

test('a model that was taken out of the catalogue is proposed no more and breaks nothing', () => {
	for (const { file, record: given, expected } of every(45)) {
		const gone = {
			...catalogue,
			models: catalogue.models.filter(({ id }) => id !== expected.best),
			preconditions: catalogue.preconditions.filter(({ model }) => model !== expected.best),
			signals: {
				...catalogue.signals,
				models: catalogue.signals.models.filter(({ model }) => model !== expected.best)
			}
		};
		const draft = recommend([given], gone);
		assert.not(
			draft.ranked.some(({ model }) => model === expected.best),
			file
		);
	}
});

test('a record with fields that nobody knows is read like one without', () => {
	const given = { title: 'Klub', participants: [], stickies: [{ text: 'klub integracji', votes: 2 }] };
	const strange = { ...given, mood: 'glad', stickies: [{ text: 'klub integracji', votes: 2, colour: 7 }] };
	assert.equal(recommend([record(strange)], catalogue).ranked, recommend([record(given)], catalogue).ranked);
});

test('a title says what to do and where, in the right case', () => {
	const model = (id: string) => catalogue.models.find((one) => one.id === id);
	const place = { gmina: 'Mochowo', powiat: 'sierpecki', wojewodztwo: 'mazowieckie' };
	assert.is(
		titleOf(words, 'new', model('spoldzielnia-osob-prawnych'), place),
		'Utworzyć spółdzielnię socjalną osób prawnych w gminie Mochowo'
	);
	assert.is(
		titleOf(words, 'modernise', model('spolka-wodna'), { ...place, gmina: '' }),
		'Reaktywować spółkę wodną w powiecie sierpeckim'
	);
	assert.is(
		titleOf(words, 'new', model('strategia-es'), { gmina: '', powiat: '', wojewodztwo: 'kujawsko-pomorskie' }),
		'Opracować program rozwoju ekonomii społecznej w województwie kujawsko-pomorskim'
	);
	assert.is(titleOf(english, 'new', model('kis'), place), 'Start a Social Integration Club in Mochowo');
	for (const { id, title } of catalogue.models) assert.ok(title, id);
});

test.run();
