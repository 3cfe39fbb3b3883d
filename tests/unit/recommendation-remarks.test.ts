// What was said against a decision or in a ballot is cited where it stands, tells what is missing, and moves no score.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { catalogue } from '#lib/catalogue/catalogue.ts';
import { placeKind } from '#lib/evidence/place-kinds.ts';
import { remarksOf } from '#lib/evidence/remarks.ts';
import { parseRecord, type SessionRecord } from '#lib/record/record.ts';
import { citable, evidenceState, placeIn } from '#lib/recommendation/desk-evidence.ts';
import { recommendationFrom } from '#lib/recommendation/desk-draft.ts';
import { withoutVoices } from '#lib/recommendation/desk-forget.ts';
import { placeDetails, placeHref, placeWords } from '#lib/recommendation/place-words.ts';
import { recommend } from '#lib/recommendation/recommend.ts';
import type { Citation, RecommendationDraft } from '#lib/recommendation/recommendation.ts';
import { loadWords } from '#lib/ui/words.ts';
import { sets } from '../../bench/recommend/sets.ts';

const words = await loadWords('pl');
const recordOf = (content: object, id = 'r'): SessionRecord => {
	const parsed = parseRecord({ id, ...content });
	if (!parsed.ok) throw new Error(parsed.reason);
	return parsed.record;
};
const sectors = ['public', 'ngo', 'church', 'citizen'];
const participants = Array.from({ length: 12 }, (_, index) => ({
	institution: `Dom ${index}`,
	sector: sectors[index % 4]
}));
const stickies = [
	{ text: 'gmina i parafia założą razem spółdzielnię socjalną dla ludzi bez pracy', votes: 8 },
	{ text: 'gmina zleci zieleń spółdzielni', votes: 5 }
];
const founding = 'Gmina i parafia zakładają spółdzielnię socjalną osób prawnych';
const choices = ['yes', 'no', 'abstain'].map((id) => ({ id, text: id }));
const ballot = (reasons: object[], more: object = {}) => ({
	question: 'Czy zakładamy?',
	proposal: founding,
	method: 'yes-no-abstain',
	secret: false,
	choices,
	tally: { voted: 12, counts: { yes: 9, no: 3, abstain: 0 }, reasons },
	...more
});
const decided = (more: object = {}) => ({ text: founding, method: 'ballot', yes: 9, no: 3, abstain: 0, ...more });
const session = (more: object, id = 'r') => recordOf({ participants, stickies, ...more }, id);
const drafted = (more: object) => recommend([session(more)], catalogue);
const model = 'spoldzielnia-osob-prawnych';
const debts = 'raz już próbowali sąsiedzi i zostały długi';

const everyCitation = (draft: RecommendationDraft): Citation[] => [
	...draft.evidenceFor,
	...draft.evidenceAgainst,
	...draft.rejected.flatMap(({ citations }) => citations),
	...draft.ranked.flatMap(({ evidenceFor, evidenceAgainst, preconditions }) => [
		...evidenceFor,
		...evidenceAgainst,
		...preconditions.flatMap(({ citations }) => citations)
	])
];

test('an objection to what was decided stands against the model that the decision is for', () => {
	const draft = drafted({ decisions: [decided({ objections: [{ reason: debts, sector: 'church' }] })] });
	assert.is(draft.best, model);
	assert.ok(draft.evidenceFor.some(({ cite }) => cite === 'd0'));
	const [against] = draft.evidenceAgainst.filter(({ cite }) => cite === 'd0o0');
	assert.is(against?.quote, debts);
	assert.not(draft.evidenceFor.some(({ cite }) => cite === 'd0o0'));
});

test('of the reasons of a ballot those of the noes and of doubts are cited, and no other', () => {
	const reasons = [
		{ choice: 'no', reason: debts, sector: 'church' },
		{ choice: 'yes', reason: 'ludzie czekają', sector: 'public' },
		{ choice: null, reason: 'nie wiem', sector: 'public' }
	];
	const { evidenceAgainst } = drafted({ ballots: [ballot(reasons)], decisions: [decided({ ballot: 'b0' })] });
	assert.equal(
		evidenceAgainst.filter(({ cite }) => cite.startsWith('b')).map(({ cite, quote }) => [cite, quote]),
		[['b0r0', debts]]
	);
	const cites = (method: string, given: [string, string][]) =>
		remarksOf(
			session({
				ballots: [
					ballot(
						given.map(([choice, reason]) => ({ choice, reason })),
						{ method }
					)
				]
			})
		).map(({ cite, firm }) => [cite, firm]);
	const consent: [string, string][] = [
		['objection', 'długi'],
		['concern', 'czas'],
		['consent', 'dobrze']
	];
	assert.equal(cites('consent', consent), [
		['b0r0', true],
		['b0r1', false]
	]);
	const fist = ['f0', 'f1', 'f2', 'f3', 'f5'].map((id): [string, string] => [id, `powód ${id}`]);
	assert.equal(cites('fist', fist), [
		['b0r0', true],
		['b0r1', false],
		['b0r2', false]
	]);
});

test('a ballot that led to no decision is read by what was proposed', () => {
	const { ranked } = drafted({ ballots: [ballot([{ choice: 'no', reason: debts }])] });
	const cited = ranked.find((one) => one.model === model)?.evidenceAgainst ?? [];
	assert.ok(cited.some(({ cite }) => cite === 'b0r0'));
	const other = ballot([{ choice: 'no', reason: debts }], { proposal: 'Następne spotkanie w maju', question: '' });
	assert.not(
		drafted({ ballots: [other] }).ranked.some((one) => one.evidenceAgainst.some(({ cite }) => cite === 'b0r0'))
	);
});

test('the same objection counts once: in the decision, in its ballot, by two voices', () => {
	const reasons = [
		{ choice: 'objection', reason: `${debts}!` },
		{ choice: 'objection', reason: debts }
	];
	const record = session({
		ballots: [ballot(reasons, { method: 'consent' })],
		decisions: [decided({ ballot: 'b0', objections: [{ reason: debts, sector: null }] })]
	});
	assert.equal(
		remarksOf(record).map(({ cite }) => cite),
		['d0o0']
	);
});

test('an objection to a wording that was then amended is answered, and a withheld result gives no reason', () => {
	const first = ballot([{ choice: 'objection', reason: debts }], { method: 'consent' });
	const second = ballot([{ choice: 'concern', reason: 'mało czasu' }], { method: 'consent', follows: 'b0' });
	assert.equal(
		remarksOf(session({ ballots: [first, second] })).map(({ cite }) => cite),
		['b1r0']
	);
	const tally = { voted: 2, counts: {}, withheld: true, reasons: [{ choice: 'no', reason: debts }] };
	assert.equal(remarksOf(session({ ballots: [ballot([], { secret: true, tally })] })), []);
});

test('what somebody objects to because something lacks is read as that lack, and never as its being there', () => {
	const states = (reason: string) => {
		const [best] = drafted({ decisions: [decided({ objections: [{ reason, sector: null }] })] }).ranked;
		return new Map((best?.preconditions ?? []).map(({ key, state, citations }) => [key, { state, citations }]));
	};
	const lacking = states('nie wiadomo, kto tym pokieruje').get('lider');
	assert.is(lacking?.state, 'missing');
	assert.equal(
		lacking?.citations.map(({ cite, stance }) => [cite, stance]),
		[['d0o0', 'against']]
	);
	assert.is(states('pani Ewa zgodziła się być prezeską i to mi się nie podoba').get('lider')?.state, 'unknown');
});

test('what was said against a model that was voted down is told with the vote', () => {
	const refused = { text: 'Zakładamy klaster firm i spółdzielni', method: 'ballot', yes: 1, no: 11, abstain: 0 };
	const objections = [{ reason: 'za daleko do siebie', sector: 'business' }];
	const { rejected } = drafted({ decisions: [decided(), { ...refused, objections }] });
	const [cluster] = rejected.filter((one) => one.model === 'klaster-pes');
	assert.equal(
		cluster?.citations.map(({ cite }) => cite),
		['d1', 'd1o0']
	);
});

/** The same labelled session in which somebody objected to each decision and gave reasons in a ballot. */
function opposed(given: SessionRecord): SessionRecord {
	const decisions = given.decisions.map((one) => ({
		...one,
		objections: [{ reason: `${debts}, brak pieniędzy na ${one.text}`, sector: null }]
	}));
	const proposal = given.decisions[0]?.text ?? given.title;
	const { ballots } = recordOf({ stickies: [], ballots: [ballot([{ choice: 'no', reason: debts }], { proposal })] });
	return { ...given, decisions, ballots };
}

test('on every labelled session remarks move no score, no kind and no confidence upwards, and each can be opened', () => {
	const open = sets.filter(({ held }) => !held).flatMap(({ records }) => records);
	for (const { file, record } of open.filter((_, index) => index % 3 === 0)) {
		const before = recommend([record], catalogue);
		const against = opposed(record);
		const after = recommend([against], catalogue);
		const told = ({ best, kind, ranked }: RecommendationDraft) => [
			best,
			kind,
			ranked.map(({ model: id, score }) => [id, score])
		];
		assert.equal(told(after), told(before), file);
		assert.is(after.confidence, before.confidence, file);
		for (const { cite, quote } of everyCitation(after)) {
			assert.is(evidenceState({ cite, quote }, against), 'same', `${file} ${cite}`);
			assert.ok(placeHref(against.id, cite).endsWith(`#${cite}`));
		}
	}
});

test('the order of records with remarks does not matter', () => {
	const records = (sets[0]?.records ?? []).map(({ record }, index) => ({ ...opposed(record), id: `r${index}` }));
	assert.equal(recommend(records, catalogue), recommend([...records].reverse(), catalogue));
});

test('a remark is opened at its own place, with the sector and the choice that the record shows', () => {
	const record = session({
		ballots: [ballot([{ choice: 'no', reason: 'za drogo', sector: 'public' }])],
		decisions: [decided({ objections: [{ reason: debts, sector: 'church' }] })]
	});
	const [objection, reason] = [placeIn(record, 'd0o0')!, placeIn(record, 'b0r0')!];
	assert.equal([objection.kind, objection.text, objection.sector], ['objection', debts, 'church']);
	assert.equal([reason.kind, reason.text, reason.sector], ['reason', 'za drogo', 'public']);
	assert.is(placeWords('d0o0', words), 'zastrzeżenie 1 do decyzji 1');
	assert.is(placeWords('b0r0', words), 'uzasadnienie 1 w głosowaniu 1');
	assert.equal(placeDetails(reason, words), [words('ballot_choice_no'), words('sector_public')]);
	for (const cite of ['d0o0', 'b0r0']) assert.ok(citable(record).some((place) => place.cite === cite));
	assert.is(placeIn(record, 'd0o7'), null);
	assert.is(placeIn(record, 'b3r0'), null);
	assert.equal(['s3', 's3r0', 'd0', 'd0o1', 'b0', 'b0r2', 'n', 'x1', 'p2', 'd0r1'].map(placeKind), [
		'sticky',
		'reply',
		'decision',
		'objection',
		'ballot',
		'reason',
		'note',
		'other',
		'participant',
		'other'
	]);
});

test('of a secret ballot no sector and no name goes into what is cited', () => {
	const secret = ballot([{ choice: 'no', reason: debts, sector: 'church' }], {
		secret: true,
		reasons: { p2: debts },
		votes: { p2: { no: 1 } }
	});
	const record = session({ ballots: [secret] });
	assert.equal(
		remarksOf(record).map(({ sector }) => sector),
		[null]
	);
	assert.is(placeIn(record, 'b0r0')?.sector, null);
	// reasons by person, which the pages of an open record never show, are not read
	const named = ballot([], { reasons: { p2: debts }, votes: { p2: { no: 1 } } });
	assert.equal(remarksOf(session({ ballots: [named] })), []);
});

test('an objection that was changed or erased in its record is flagged, and leaves with the voices of an erased one', () => {
	const made = (reason: string) => session({ decisions: [decided({ objections: [{ reason, sector: null }] })] });
	const record = made(debts);
	const draft = recommend([record], catalogue);
	const [piece] = draft.evidenceAgainst.filter(({ cite }) => cite === 'd0o0');
	assert.is(evidenceState(piece!, made('(zanonimizowano)')), 'changed');
	assert.is(evidenceState(piece!, made('')), 'gone');
	const kept = recommendationFrom({ draft, records: [record], catalogue, words }, null, 'x', 0);
	assert.match(JSON.stringify(kept), debts);
	assert.not.match(JSON.stringify(withoutVoices(kept, record.id, 'usunięto')), debts);
});

test.run();
