// Ballots in the record: everything a method counted is frozen, read back the same, and told in the Markdown.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as v from 'valibot';
import * as Y from 'yjs';
import { agendaItemSchema } from '#lib/agenda/agenda.ts';
import pl from '#messages/pl.json' with { type: 'json' };
import type { BallotMethod } from '#lib/ballot/ballot.ts';
import type { Vote } from '#lib/ballot/vote.ts';
import { addSticky } from '#lib/board/board.ts';
import { freeze } from '#lib/record/freeze.ts';
import { recordMarkdown } from '#lib/record/markdown.ts';
import { parseRecord } from '#lib/record/record.ts';
import { wordsFrom, type Messages } from '#lib/ui/words.ts';
import { plan, StageBallots } from './stage-ballots.ts';

const words = wordsFrom('pl', pl as Messages);
const laboratory = { id: 'l', name: 'L', territory: { gmina: '', powiat: '', wojewodztwo: '' } };
const room = ['public', 'public', 'public', 'ngo', 'ngo', 'ngo'] as const;
const codes = ['CCCC2222', 'DDDD3333', 'FFFF4444', 'GGGG6666', 'HHHH7777', 'JJJJ9999'];

function held(method: BallotMethod, votes: readonly Vote[], secret = true) {
	const stage = new StageBallots(room);
	stage.open({ method, choices: ['Magazyn', 'Sklep'], secret, proposal: 'Na pół roku.' });
	const { id } = stage.ballot;
	votes.forEach((vote, seat) => {
		const reason = 'objection' in vote ? { reason: 'Za drogo.' } : {};
		const refusal = stage.do(`seat${seat}`, { type: 'vote.cast', ballot: id, vote, receipt: codes[seat], ...reason });
		assert.is(refusal, null, method);
	});
	return stage;
}

function frozen(stage: StageBallots, documents = new Map<string, Y.Doc>()) {
	stage.do('host', { type: 'session.close' });
	return freeze(laboratory, plan, stage.state, documents).record;
}

const votes: Record<Exclude<BallotMethod, 'dots'>, [Vote[], RegExp]> = {
	single: [[{ c0: 1 }, { c1: 1 }, { c0: 1 }, { c1: 1 }, { c0: 1 }, { c0: 1 }], /Ponad połowa: Magazyn/],
	'yes-no-abstain': [[{ yes: 1 }, { no: 1 }, { yes: 1 }, { abstain: 1 }], /Przyjęto: 2 za/],
	approval: [[{ c0: 1 }, { c0: 1, c1: 1 }, { c1: 1 }, { c1: 1 }], /Najwięcej: Sklep/],
	score: [[{ c0: 5, c1: 0 }, { c0: 4 }, { c0: 3, c1: 1 }], /Magazyn: średnia 4, mediana 4, oceniło 3/],
	ranking: [[{ c0: 1, c1: 2 }, { c1: 1, c0: 2 }, { c0: 1 }], /\| Magazyn \| – \| 2 \|/],
	fist: [[{ f5: 1 }, { f3: 1 }, { f1: 1 }], /1 osoba pokazuje mniej niż trzy palce/],
	consent: [[{ consent: 1 }, { objection: 1 }, { concern: 1 }], /Sprzeciw: Za drogo\./]
};

for (const [method, [cast, said]] of Object.entries(votes) as [BallotMethod, [Vote[], RegExp]][])
	test(`${method} is frozen, read back the same and told in Markdown`, () => {
		const record = frozen(held(method, cast));
		const parsed = parseRecord(JSON.parse(JSON.stringify(record)));
		assert.ok(parsed.ok);
		assert.equal(parsed.record.ballots, record.ballots);
		assert.is(record.ballots[0]!.tally.receipts?.length, cast.length);
		assert.match(recordMarkdown(record, words), said);
		assert.match(recordMarkdown(record, words), /> Na pół roku\./);
	});

test('6 of a secret ballot the record keeps codes with votes, and no participant beside either', () => {
	const [ballot] = frozen(held('single', votes.single[0])).ballots;
	assert.not('votes' in ballot! && ballot.votes);
	assert.not(/"p\d"|seat\d/.test(JSON.stringify(ballot)));
});

test('dots name the stickies of the record', () => {
	const stage = new StageBallots(room);
	const board = new Y.Doc();
	const [first, second] = ['Magazyn', 'Sklep'].map((text) => addSticky(board, { text, frame: null }));
	stage.open({ method: 'dots', secret: true });
	const { id } = stage.ballot;
	const laid = [{ [first!]: 2, [second!]: 1 }, { [second!]: 3 }, { [first!]: 1 }];
	laid.forEach((vote, seat) => stage.do(`seat${seat}`, { type: 'vote.cast', ballot: id, vote }));
	const record = frozen(stage, new Map([['board.epoch', board]]));
	const idOf = (text: string) => record.stickies.find((sticky) => sticky.text === text)!.id;
	const [ballot] = record.ballots;
	assert.equal(ballot!.tally.counts, { [idOf('Magazyn')]: 3, [idOf('Sklep')]: 4 });
	assert.equal(
		ballot!.choices.map(({ text }) => text),
		['Sklep', 'Magazyn']
	);
	assert.is(record.stickies.find(({ text }) => text === 'Sklep')?.votes, 4);
	assert.match(recordMarkdown(record, words), /Najwięcej: Sklep/);
});

test('a result that cannot be read is left out, and the counts stay', () => {
	const record = JSON.parse(JSON.stringify(frozen(held('ranking', votes.ranking[0])))) as {
		ballots: { tally: { result: unknown; balance?: unknown } }[];
	};
	record.ballots[0]!.tally.result = { method: 'ranking', order: 'wrong' };
	const parsed = parseRecord(record);
	assert.ok(parsed.ok);
	assert.is(parsed.record.ballots[0]!.tally.result, undefined);
	assert.equal(parsed.record.ballots[0]!.tally.counts, { c0: 2, c1: 1 });
});

test('an amended proposal follows its first version by citation id', () => {
	const stage = held('consent', votes.consent[0]);
	stage.open({ method: 'consent', proposal: 'Na trzy miesiące.' }, stage.ballot.id);
	const record = frozen(stage);
	assert.equal(
		record.ballots.map(({ proposal, follows }) => [proposal, follows]),
		[
			['Na pół roku.', undefined],
			['Na trzy miesiące.', 'b0']
		]
	);
});

test('questions and reactions on the way to consent are in the record, each with its sector if it was written down', () => {
	const stage = new StageBallots(room);
	const { id } = stage.open({ method: 'consent', secret: true, proposal: 'Na pół roku.' });
	const say = (text: string, sector: 'ngo' | null) =>
		stage.do('host', { type: 'ballot.remark', ballot: id, text, sector });
	assert.is(say('Kto zapłaci?', 'ngo'), null);
	assert.is(stage.do('seat0', { type: 'ballot.remark', ballot: id, text: 'x', sector: null }), 'role');
	stage.do('host', { type: 'ballot.step', ballot: id, step: 'reactions' });
	assert.is(say('Dobry początek.', null), null);
	stage.do('host', { type: 'ballot.step', ballot: id, step: 'objections' });
	assert.is(say('Za późno', null), 'malformed');
	const view = stage.view('seat1');
	assert.is(view.ballots[0]?.remarks?.length, 2);
	const record = frozen(stage);
	const read = parseRecord(JSON.parse(JSON.stringify(record)));
	assert.equal(read.ok && read.record.ballots[0]!.remarks, [
		{ step: 'questions', text: 'Kto zapłaci?', sector: 'ngo' },
		{ step: 'reactions', text: 'Dobry początek.', sector: null }
	]);
	const told = recordMarkdown(record, words);
	assert.match(told, 'Kto zapłaci?');
	assert.match(told, 'Dobry początek.');
});

test('raised hands and turns are in the record by sector; what was planned stays as planned', () => {
	const item = { title: 'Punkt', minutes: 10, activity: { kind: 'talk' } } as const;
	const agenda = ['a', 'b'].map((id) => v.parse(agendaItemSchema, { ...item, id }));
	const stage = new StageBallots(room, { agenda });
	for (const seat of ['seat0', 'seat3', 'seat3']) stage.do(seat, { type: 'hand.set', raised: true });
	stage.do('host', { type: 'speaker.start', seat: 'seat3' });
	stage.do('host', { type: 'speaker.start', seat: 'seat0' });
	stage.do('host', { type: 'hand.set', raised: false });
	stage.do('seat3', { type: 'hand.set', raised: true });
	stage.do('host', { type: 'item.change', item: 'a', minutes: 25 });
	stage.do('host', { type: 'item.split', item: 'b', minutes: 4, title: 'Druga część' });
	const record = frozen(stage);
	assert.equal(
		record.floor.map(({ sector, hands, turns }) => [sector, hands, turns]),
		[
			['public', 1, 1],
			['ngo', 2, 1]
		]
	);
	assert.equal(
		record.agenda.map(({ minutes, planned }) => [minutes, planned]),
		[
			[25, 10],
			[4, 10],
			[6, null]
		]
	);
	assert.match(recordMarkdown(record, words), 'dodany w trakcie');
});

test('a record tells the day on which it was held, by the clocks of the hall, not the planned one', () => {
	const stage = new StageBallots(room);
	stage.do('host', { type: 'session.close' });
	const openedAt = Date.parse('2026-11-22T23:30:00Z');
	const planned = { ...plan, date: '2026-11-30' };
	const dateOf = (at: number | null, zone?: string) =>
		freeze(laboratory, planned, { ...stage.state, openedAt: at }, new Map(), zone).record.date;
	assert.is(dateOf(openedAt), '2026-11-23');
	assert.is(dateOf(openedAt, 'Europe/London'), '2026-11-22');
	assert.is(dateOf(null), '2026-11-30');
});

test.run();
