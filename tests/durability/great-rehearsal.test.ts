// The great rehearsal in a small hall: an hour with every activity and every way to decide, twice in one laboratory, and both records
// account for every contribution. `npm run rehearse -- --great` plays it with twenty-five bots.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { SessionRecord } from '#lib/record/record.ts';
import { playGreat, type GreatPlayed } from '../../rehearsal/great.ts';
import { startServer, type RunningServer } from '../browser/server.ts';

const crowd = { early: 10, late: 2 };
let server: RunningServer;
let played: GreatPlayed[];

test.before(async () => {
	server = await startServer();
});
test.after(() => server.stop());

test('1 10 two sessions with everything in them leave records that account for every contribution', async () => {
	const seed = Date.now() % 100_000;
	const said: string[] = [];
	played = await playGreat({
		url: server.url,
		password: server.password,
		seeds: [seed, seed + 1],
		crowd,
		say: (sentence) => said.push(sentence)
	});
	for (const sentence of said) console.log(`· ${sentence}`);
	assert.equal(
		played.flatMap(({ differences }) => differences),
		[]
	);
	for (const { people, votes, stickies, passages, ballots } of played) {
		assert.is(people, crowd.early + crowd.late);
		assert.ok(votes > 60 && stickies > 40 && passages > 10 && ballots >= 10);
	}
});

test('the ledger tells what a record lacks, has too much or says otherwise', () => {
	const { ledger, record } = played[1]!;
	const spoilt: Record<string, (record: SessionRecord) => void> = {
		'a sticky is gone': ({ stickies }) => void stickies.pop(),
		'a sticky is signed by somebody': ({ stickies }) => (stickies.find(({ sector }) => sector === null)!.by = 'Ktoś'),
		'a dot is gone': ({ stickies }) => stickies.find(({ votes }) => votes > 0)!.votes--,
		'a passage is gone': ({ notes }) => (notes[0]!.markdown = notes[0]!.markdown.split('\n').slice(1).join('\n')),
		'a vote counts twice': ({ ballots }) => ballots.find(({ method }) => method === 'single')!.tally.counts.c0!++,
		'a voter is another': ({ ballots }) => {
			const { votes } = ballots.find(({ method }) => method === 'approval')!;
			votes!.p0 = { c0: 1, c1: 1, c2: 1, c3: 1 };
		},
		'a receipt is gone': ({ ballots }) => void ballots.find(({ method }) => method === 'score')!.tally.receipts!.pop(),
		'a pair is wrong': ({ ballots }) => {
			const { result } = ballots.find(({ method }) => method === 'ranking')!.tally;
			if (result?.method === 'ranking') result.pairwise[0]![1]!++;
		},
		'a reason is gone': ({ ballots }) => void ballots.find(({ method }) => method === 'consent')!.tally.reasons!.pop(),
		'a paper is not said to be one': ({ ballots }) => (ballots.find(({ tally }) => tally.entered)!.tally.entered = 0),
		'a task is done that is not': ({ tasks }) => (tasks.find(({ status }) => status === 'open')!.status = 'done'),
		'a hand is gone': ({ floor }) => floor[0]!.hands--,
		'a decision is gone': ({ decisions }) => void decisions.pop(),
		'a person is there twice': ({ participants }) => void participants.push({ ...participants[0]! }),
		'an item ran once more': ({ agenda }) => void agenda[0]!.spans.push({ from: 1, to: 2 }),
		'a topic is forgotten': ({ topics }) => void topics.pop()
	};
	for (const [what, spoil] of Object.entries(spoilt)) {
		const copy = structuredClone(record);
		spoil(copy);
		assert.ok(ledger.differences(copy).length > 0, what);
	}
});

test.run();
