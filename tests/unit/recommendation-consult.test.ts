// A recommendation put to the circle: the item, the answer that comes back by itself, and what becomes of questions without one.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as v from 'valibot';
import { agendaItemSchema } from '#lib/agenda/agenda.ts';
import { recommendationOfItem } from '#lib/agenda/item-id.ts';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { consultationViews, withoutConsultation, type ConsultationView } from '#lib/recommendation/consultations.ts';
import { consultationItem, outcomeIn, withConsultation, withOutcome } from '#lib/recommendation/desk-consult.ts';
import { recommendationFrom } from '#lib/recommendation/desk-draft.ts';
import { withStatus } from '#lib/recommendation/desk.ts';
import { outcomeWords } from '#lib/recommendation/place-words.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import { parseRecord, type SessionRecord } from '#lib/record/record.ts';
import { loadWords } from '#lib/ui/words.ts';

const words = await loadWords('pl');
const parsed = parseRecord({
	...JSON.parse(readFileSync(new URL('../../bench/labelled/a/a01.json', import.meta.url), 'utf8')),
	id: 'a01'
});
if (!parsed.ok) throw new Error(parsed.reason);
const one = parsed.record;
const made = { draft: recommend([one], catalogue), records: [one], catalogue, words };
const recommendation = recommendationFrom(made, null, 'x', 1000);
const pick = ({ state, href, date }: ConsultationView) => [state, href, date];

test('a recommendation is put to the circle before the closing talk, once', () => {
	const item = consultationItem(recommendation, words);
	assert.ok(v.safeParse(agendaItemSchema, item).success);
	const talk = { ...item, id: 'close', activity: { kind: 'talk' } as const };
	const agenda = withConsultation([{ ...talk, id: 'open' }, talk], item);
	assert.equal(
		agenda.map(({ id }) => id),
		['open', 'rec-x', 'close']
	);
	assert.is(withConsultation(agenda, item).length, 3);
	assert.is(recommendationOfItem(item.id), 'x');
});

const asked = {
	...recommendation,
	consultations: [{ session: 'next', title: 'Następna', date: '2027-01-01', at: 1500, outcome: null }]
};
const ballot = {
	id: 'b0',
	question: 'Czy zgadzasz się?',
	method: 'consent',
	secret: false,
	choices: [],
	tally: { voted: 9, counts: { consent: 8, concern: 1, objection: 0 } },
	recommendation: 'x'
};

test('the answer of the session comes back with its numbers and its place', () => {
	const answered = withOutcome(asked, { ...one, id: 'next', ballots: [ballot] }, 4000);
	assert.is(answered.status, 'consulted');
	const outcome = answered.consultations[0]?.outcome;
	assert.is(outcome?.agreed, true);
	assert.is(outcome?.cite, 'b0');
	assert.equal(outcome?.counts, { consent: 8, concern: 1, objection: 0 });
});

test('one objection is no consent, and its reason is kept', () => {
	const tally = { voted: 9, counts: { consent: 8, concern: 0, objection: 1 } };
	const decision = {
		...{ id: 'd0', text: '', method: 'consent', yes: 8, no: 1, abstain: 0, ballot: 'b0' },
		objections: [{ reason: 'nie ma kto prowadzić', sector: null }]
	};
	const record = { ...one, id: 'next', ballots: [{ ...ballot, tally }], decisions: [decision] };
	const outcome = outcomeIn(record, 'x');
	assert.is(outcome?.agreed, false);
	assert.equal(outcome?.objections, ['nie ma kto prowadzić']);
});

test('a session that did not vote on it, or voted on another one, changes nothing', () => {
	const others = [{ ...ballot, recommendation: 'y' }];
	assert.is(withOutcome(asked, { ...one, id: 'another', ballots: others }, 4000), asked);
	assert.is(withOutcome(asked, { ...one, id: 'next', ballots: [] }, 4000), asked);
	assert.is(
		withOutcome(asked, { ...one, id: 'next', ballots: [{ ...ballot, tally: { voted: 0, counts: {} } }] }, 4000),
		asked
	);
});

test('what was put off or refused is answered by a later session, which nobody had to ask', () => {
	const answered = withOutcome(asked, { ...one, id: 'later', title: 'Jeszcze jedna', ballots: [ballot] }, 4000);
	assert.equal(
		answered.consultations.map(({ session, outcome }) => [session, outcome?.agreed ?? null]),
		[
			['next', null],
			['later', true]
		]
	);
	assert.is(withOutcome(answered, { ...one, id: 'later', ballots: [ballot] }, 5000), answered);
});

test('the answer to a recommendation that was taken into another comes to the other', () => {
	const record = { ...one, id: 'next', ballots: [{ ...ballot, recommendation: 'taken-in' }] };
	assert.is(withOutcome(asked, record, 4000), asked);
	assert.is(withOutcome(asked, record, 4000, ['x', 'taken-in']).consultations[0]?.outcome?.agreed, true);
});

test('reasons that people gave with their votes come back, also where nobody wrote a decision', () => {
	const reasons = [
		{ choice: 'objection', reason: 'nie ma kto prowadzić', sector: 'ngo' as const },
		{ choice: 'concern', reason: 'zimą nie zdążymy', sector: 'public' as const },
		{ choice: 'consent', reason: 'wreszcie', sector: 'citizen' as const }
	];
	const tally = { voted: 3, counts: { consent: 1, concern: 1, objection: 1 }, reasons };
	const decision = {
		...{ id: 'd0', text: '', method: 'consent', yes: null, no: null, abstain: null, ballot: 'b0' },
		objections: [{ reason: ' nie ma kto prowadzić', sector: null }]
	};
	for (const decisions of [[], [decision]]) {
		const outcome = outcomeIn({ ...one, id: 'next', ballots: [{ ...ballot, tally }], decisions }, 'x');
		assert.equal(outcome?.objections, ['nie ma kto prowadzić']);
		assert.equal(outcome?.concerns, ['zimą nie zdążymy']);
	}
});

test('6 secret: of an answer that is withheld nothing is told, neither numbers nor that all agreed', () => {
	const tally = { voted: 2, counts: { consent: 0, concern: 0, objection: 0 }, withheld: true as const };
	const outcome = outcomeIn({ ...one, id: 'next', ballots: [{ ...ballot, secret: true, tally }] }, 'x');
	assert.is(outcome?.agreed, null);
	assert.is(outcome && outcomeWords(outcome, words), words('outcome_withheld'));
});

test('a question says where it stands: waiting, taken off, running, not voted on, or its session gone', () => {
	const item = consultationItem(recommendation, words);
	const plan = { laboratory: 'lab', title: 'Przełożona', date: '2027-02-02', agenda: [item] };
	const topic = {
		...{ id: 'next-0', reason: 'skipped' as const, from: { session: 'next', title: '', date: '' } },
		...{ item: { ...item, prompt: '' }, recommendation: 'x' }
	};
	const view = (known: { plan?: object; record?: SessionRecord }) =>
		consultationViews(asked.consultations, ['x'], {
			planOf: () => (known.plan as never) ?? null,
			recordOf: () => known.record ?? null
		})[0]!;
	assert.equal(pick(view({ plan: { ...plan, status: 'planned' } })), [
		'waiting',
		'/labs/lab/sessions/next',
		'2027-02-02'
	]);
	assert.is(view({ plan: { ...plan, agenda: [], status: 'planned' } }).state, 'taken-off');
	assert.is(view({ plan: { ...plan, status: 'open' } }).state, 'running');
	assert.is(view({ plan: { ...plan, status: 'closed' } }).state, 'running');
	assert.equal(pick(view({})), ['gone', null, '2027-01-01']);
	const held = { ...one, id: 'next', date: '2027-01-03', ballots: [] };
	assert.equal(pick(view({ plan: { ...plan, status: 'closed' }, record: held })), [
		'not-voted',
		'/archive/next',
		'2027-01-03'
	]);
	assert.is(view({ record: held }).returns, false);
	assert.is(view({ record: { ...held, topics: [{ id: 'u0', topic }] } }).returns, true);
	assert.equal(
		withoutConsultation([item, { ...item, id: 'rec-y' }], ['x']).map(({ id }) => id),
		['rec-y']
	);
});

test('an answer does not move what is already accepted', () => {
	const accepted = withStatus(asked, 'accepted', '', 2000);
	const answered = withOutcome(accepted, { ...one, id: 'next', ballots: [ballot] }, 4000);
	assert.is(answered.status, 'accepted');
	assert.ok(answered.consultations[0]?.outcome);
});

test.run();
