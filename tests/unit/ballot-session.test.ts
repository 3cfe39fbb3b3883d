// A ballot in a session: who may vote, reasons, votes entered by hand, anew, again, and the way of a proposal to consent.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { versionsOf } from '#lib/ballot/ballot.ts';
import { StageBallots } from './stage-ballots.ts';

const yes = { yes: 1 };
const no = { no: 1 };
const four = ['public', 'public', 'ngo', 'business'] as const;

test('5 who is entitled is frozen at opening: participants, without the facilitator', () => {
	const stage = new StageBallots(four);
	const { id } = stage.open({ rules: { latecomers: false } });
	assert.equal(stage.ballot.entitled, ['seat0', 'seat1', 'seat2', 'seat3']);
	stage.join('late', 'ngo');
	assert.is(stage.do('late', { type: 'vote.cast', ballot: id, vote: yes }), 'not-entitled');
	assert.is(stage.do('host', { type: 'vote.cast', ballot: id, vote: yes }), 'not-entitled');
	assert.is(stage.do('seat0', { type: 'vote.cast', ballot: id, vote: yes }), null);
	const late = stage.view('late');
	assert.ok(late.role === 'participant' && late.ballots[0]!.status === 'open' && !late.ballots[0]!.mayVote);
	assert.is(late.ballots[0]!.people, 4);
});

test('latecomers vote where the rules let them, facilitators too where they are asked', () => {
	const stage = new StageBallots(four);
	const { id } = stage.open({ rules: { facilitatorVotes: true } });
	stage.join('late', 'ngo');
	assert.is(stage.do('late', { type: 'vote.cast', ballot: id, vote: yes }), null);
	assert.is(stage.do('host', { type: 'vote.cast', ballot: id, vote: no }), null);
	assert.is(stage.view('screen').ballots[0]!.people, 6);
});

test('a seat that is taken away is no longer waited for; a vote that it gave stays', () => {
	const stage = new StageBallots(four);
	const { id } = stage.open({ rules: { quorum: 50 } });
	stage.do('seat0', { type: 'vote.cast', ballot: id, vote: yes });
	stage.do('host', { type: 'seat.remove', seat: 'seat0' });
	stage.do('host', { type: 'seat.remove', seat: 'seat1' });
	assert.equal(stage.ballot.entitled, ['seat0', 'seat2', 'seat3']);
});

test('votes from paper and for people without a phone are counted and marked, and can be taken back until closing', () => {
	const stage = new StageBallots(four);
	const { id } = stage.open({ secret: false, rules: { base: 'entitled' } });
	stage.do('seat0', { type: 'vote.cast', ballot: id, vote: yes });
	stage.do('host', { type: 'vote.enter', ballot: id, kind: 'paper', sector: 'citizen', vote: yes });
	stage.do('host', { type: 'vote.enter', ballot: id, kind: 'proxy', sector: 'church', vote: no });
	const mistake = stage.ballot.entered![1]!.id;
	assert.is(stage.do('host', { type: 'vote.withdraw', ballot: id, entry: mistake }), null);
	assert.is(stage.do('seat0', { type: 'vote.enter', ballot: id, kind: 'paper', sector: 'ngo', vote: yes }), 'role');
	assert.is(stage.view('seat1').ballots[0]!.voted, 2);
	stage.do('host', { type: 'ballot.close', ballot: id });
	const { tally } = stage.ballot;
	assert.is(tally?.voted, 2);
	assert.is(tally?.entered, 1);
	assert.is(tally?.entitled, 5);
	assert.ok(tally?.result?.method === 'yes-no-abstain' && tally.result.needed === 3);
	assert.is(
		stage.do('host', { type: 'vote.enter', ballot: id, kind: 'paper', sector: 'ngo', vote: yes }),
		'ballot-not-open'
	);
});

test('a reset throws all votes away and says so; the ballot stays open with the same people', () => {
	const stage = new StageBallots(four);
	const { id } = stage.open();
	stage.do('seat0', { type: 'vote.cast', ballot: id, vote: yes });
	stage.do('host', { type: 'vote.enter', ballot: id, kind: 'paper', sector: 'ngo', vote: yes });
	assert.is(stage.do('seat0', { type: 'ballot.reset', ballot: id }), 'role');
	assert.is(stage.do('host', { type: 'ballot.reset', ballot: id }), null);
	const mine = stage.view('seat0').ballots[0]!;
	assert.is(mine.voted, 0);
	assert.is(mine.resets, 1);
	assert.not('mine' in mine);
	stage.do('host', { type: 'ballot.close', ballot: id });
	assert.is(stage.ballot.tally?.voted, 0);
});

test('a re-vote is a new ballot linked to the first, which keeps its result', () => {
	const stage = new StageBallots(four);
	const first = stage.open();
	stage.do('seat0', { type: 'vote.cast', ballot: first.id, vote: yes });
	assert.is(stage.open({}).refusal, 'another-ballot-open');
	assert.is(stage.open({}, 'nobody').refusal, 'no-such-ballot');
	const second = stage.open({ question: 'Czy, po rozmowie?' }, first.id);
	assert.is(second.refusal, null);
	assert.is(stage.state.ballots[0]!.status, 'closed');
	assert.is(stage.state.ballots[0]!.tally?.voted, 1);
	assert.is(stage.ballot.follows, first.id);
	assert.equal(
		versionsOf(stage.state.ballots, stage.ballot).map(({ question }) => question),
		['Czy?', 'Czy, po rozmowie?']
	);
});

test('consent goes from questions to objections; an objection needs its reason, and the amended proposal follows', () => {
	const stage = new StageBallots(four);
	const { id } = stage.open({ method: 'consent', question: 'Wspólny magazyn', proposal: 'Wynajmiemy halę.' });
	assert.is(stage.ballot.step, 'questions');
	stage.do('host', { type: 'ballot.step', ballot: id, step: 'objections' });
	assert.is(stage.ballot.step, 'objections');
	const cast = (seat: string, stance: string, reason?: string) =>
		stage.do(seat, { type: 'vote.cast', ballot: id, vote: { [stance]: 1 }, ...(reason ? { reason } : {}) });
	assert.is(cast('seat0', 'objection'), 'reason-missing');
	assert.is(cast('seat0', 'objection', 'Nie stać nas na czynsz.'), null);
	assert.is(cast('seat1', 'consent'), null);
	assert.is(cast('seat1', 'consent', 'bo tak'), 'vote-invalid');
	assert.is(cast('seat2', 'concern', 'Kto będzie\nmiał klucze?'), null);
	const own = stage.view('seat2').ballots[0]!;
	assert.ok('myReason' in own && own.myReason === 'Kto będzie miał klucze?');
	const amended = stage.open({ method: 'consent', question: 'Wspólny magazyn', proposal: 'Najpierw na pół roku.' }, id);
	assert.is(amended.refusal, null);
	const first = stage.state.ballots[0]!;
	assert.equal(first.tally?.reasons, [
		{ choice: 'concern', reason: 'Kto będzie miał klucze?' },
		{ choice: 'objection', reason: 'Nie stać nas na czynsz.' }
	]);
	assert.is(first.proposal, 'Wynajmiemy halę.');
	assert.is(stage.ballot.proposal, 'Najpierw na pół roku.');
});

test('a plan from before there were rules opens with the standard ones; unknown rules are refused', () => {
	const stage = new StageBallots(four);
	stage.open({ method: 'single', choices: ['a', 'b'] });
	assert.is(stage.ballot.rules?.base, 'decisive');
	assert.is(stage.ballot.rules?.receipts, true);
	assert.is(stage.open({ rules: { quorum: 101 } }).refusal, 'malformed');
	assert.is(stage.open({ method: 'approval', choices: ['a', 'a'] }).refusal, 'ballot-incomplete');
});

test('a receipt is kept only where the ballot is secret and has receipts, and only a code is one', () => {
	const stage = new StageBallots(four);
	const codes = ['CCCC2222', 'DDDD3333', 'FFFF4444'];
	for (const [secret, receipts, kept] of [
		[true, true, 3],
		[true, false, 0],
		[false, true, 0]
	] as const) {
		const { id } = stage.open({ secret, rules: { receipts } });
		codes.forEach((receipt, index) =>
			stage.do(`seat${index}`, { type: 'vote.cast', ballot: id, vote: index ? yes : no, receipt })
		);
		assert.is(stage.do('seat3', { type: 'vote.cast', ballot: id, vote: yes, receipt: 'KOWALSKI' }), 'malformed');
		stage.do('host', { type: 'ballot.close', ballot: id });
		assert.is(stage.ballot.tally?.receipts?.length ?? 0, kept);
	}
});

test('6 no view says who may vote, who voted or how to anyone but the facilitator, and how to nobody', () => {
	const stage = new StageBallots(four);
	const { id } = stage.open({ secret: false });
	stage.do('seat0', { type: 'vote.cast', ballot: id, vote: no });
	stage.do('host', { type: 'vote.enter', ballot: id, kind: 'paper', sector: 'ngo', vote: yes });
	for (const status of ['open', 'closed', 'revealed']) {
		for (const viewer of ['seat1', 'screen']) {
			const seen = JSON.stringify(stage.view(viewer).ballots);
			assert.not(
				/seat0|"entitled":\[|"voters"|"entered":\[|"votes"|"sector":/.test(seen),
				`${viewer} ${status} ${seen}`
			);
		}
		assert.not(/"votes"|"reasons":\{/.test(JSON.stringify(stage.view('host').ballots)));
		stage.do('host', status === 'open' ? { type: 'ballot.close', ballot: id } : { type: 'ballot.reveal', ballot: id });
	}
});

test.run();
