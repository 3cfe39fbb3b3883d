// A decision made from a ballot takes its words and numbers from it, and invents none.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as v from 'valibot';
import type { BallotMethod } from '#lib/ballot/ballot.ts';
import { decisionDraftSchema } from '#lib/decision/decision.ts';
import { decisionMethod } from '#lib/decision/method-words.ts';
import { draftFromBallot, leading } from '#lib/decision/from-ballot.ts';

const closed = (method: BallotMethod, counts: Record<string, number>, question = 'Którą formę wybieramy?') => ({
	id: 'b1',
	question,
	method,
	tally: { voted: 12, counts }
});
const textOf = (choice: string) =>
	({ c0: 'Spółdzielnia socjalna', c1: 'Stowarzyszenie', s1: 'Wspólny transport' })[choice] ?? null;

test('yes, no and abstain are taken over as they were counted', () => {
	const draft = draftFromBallot(closed('yes-no-abstain', { yes: 9, no: 2, abstain: 1 }, 'Zakładamy klub?'), textOf);
	assert.equal(draft, {
		method: 'ballot',
		ballot: 'b1',
		objections: [],
		text: 'Zakładamy klub?',
		yes: 9,
		no: 2,
		abstain: 1
	});
});

test('a single choice leads to its winner, and nobody is counted for or against it', () => {
	const draft = draftFromBallot(closed('single', { c0: 7, c1: 5 }), textOf);
	assert.is(draft.text, 'Którą formę wybieramy? – Spółdzielnia socjalna');
	assert.is(draft.yes, undefined);
	assert.is(draft.no, undefined);
});

test('dots lead to the sticky with most of them, without numbers of people', () => {
	const draft = draftFromBallot(closed('dots', { s1: 14, s2: 3 }, 'Co najpierw?'), textOf);
	assert.is(draft.text, 'Co najpierw? – Wspólny transport');
	assert.is(draft.yes, undefined);
});

test('a tie, an empty ballot and a sticky that is gone leave the bare question', () => {
	assert.is(draftFromBallot(closed('single', { c0: 6, c1: 6 }), textOf).text, 'Którą formę wybieramy?');
	assert.is(draftFromBallot(closed('single', { c0: 0, c1: 0 }), textOf).text, 'Którą formę wybieramy?');
	assert.is(draftFromBallot(closed('dots', { gone: 4 }), textOf).text, 'Którą formę wybieramy?');
	assert.equal(leading(closed('single', { c0: 6, c1: 6 })), ['c0', 'c1']);
});

test('a draft with its empty numbers left out is a valid decision', () => {
	for (const draft of [
		draftFromBallot(closed('single', { c0: 7, c1: 5 }), textOf),
		draftFromBallot(closed('dots', {}), textOf)
	])
		assert.ok(v.safeParse(decisionDraftSchema, draft).success);
});

test('consent hands its objections over, with the sector where it may be known', () => {
	const ballot = {
		...closed('consent', { consent: 9, concern: 1, objection: 1 }),
		proposal: 'Zakładamy klub jesienią.'
	};
	const draft = draftFromBallot(
		{
			...ballot,
			tally: {
				...ballot.tally,
				reasons: [
					{ choice: 'objection', reason: ' Nie ma lokalu. ', sector: 'public' },
					{ choice: 'concern', reason: 'Mało czasu.' }
				]
			}
		},
		textOf
	);
	assert.is(draft.text, 'Zakładamy klub jesienią.');
	assert.is(draft.method, null, 'an objection stands: nobody may read it as consent');
	assert.is(draft.standing, 1);
	assert.equal(draft.objections, [{ reason: 'Nie ma lokalu.', sector: 'public' }]);
});

test('only consent that was given is drafted as consent', () => {
	const given = draftFromBallot(closed('consent', { consent: 9, concern: 1, objection: 0 }), textOf);
	assert.is(given.method, 'consent');
	assert.is(given.standing, undefined);
	const unvoted = { ...closed('consent', { consent: 0, concern: 0, objection: 0 }) };
	assert.is(draftFromBallot({ ...unvoted, tally: { ...unvoted.tally, voted: 0 } }, textOf).method, null);
	const silent = draftFromBallot(closed('consent', { consent: 5, concern: 0, objection: 1 }), textOf);
	assert.is(silent.method, null, 'an objection whose reason is not known stands too');
});

test('a record does not call it consent where objections are kept beside it', () => {
	const words = ((key: string) => key) as never;
	assert.is(decisionMethod('consent', 0, words), 'decision_by_consent');
	assert.is(decisionMethod('consent', 1, words), 'decision_by_consent_objected');
});

test('numbers that are withheld stay withheld', () => {
	const ballot = closed('yes-no-abstain', { yes: 0, no: 0, abstain: 0 }, 'Zakładamy klub?');
	const draft = draftFromBallot({ ...ballot, tally: { ...ballot.tally, voted: 2, withheld: true } }, textOf);
	assert.is(draft.text, 'Zakładamy klub?');
	assert.is(draft.yes, undefined);
});

test.run();
