// A record is read the same from our export and from a case file, and a file that is none gets a reason.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseRecord, type SessionRecord } from '#lib/record/record.ts';
import { sharedRecord } from '#lib/record/shared.ts';

const read = (input: unknown): SessionRecord => {
	const parsed = parseRecord(input);
	if (!parsed.ok) throw new Error(parsed.reason);
	return parsed.record;
};

test('a case file gets ids by position and its single note is n', () => {
	const record = read({
		title: 'Rowy',
		participants: [{ institution: 'Gmina', sector: 'public' }],
		stickies: [
			{ text: 'a', votes: 2 },
			{ text: 'b', votes: 0 }
		],
		notes_md: 'Notatka.',
		decisions: [{ text: 'Tak', yes: 3, no: 1, abstain: 0 }]
	});
	assert.equal(record.schema, 'narada-record');
	assert.equal(
		record.stickies.map(({ id }) => id),
		['s0', 's1']
	);
	assert.equal(record.notes[0]?.id, 'n');
	assert.equal(record.decisions[0]?.id, 'd0');
	assert.equal(record.participants[0]?.id, 'p0');
});

test('a record read, written and read again is the same', () => {
	const record = read({ stickies: [{ text: 'a' }], notes: [{ markdown: 'x', title: 'Y' }], decisions: [] });
	assert.equal(record.notes[0]?.id, 'n0');
	assert.equal(record.notes_md, '## Y\n\nx');
	assert.equal(read(JSON.parse(JSON.stringify(record))), JSON.parse(JSON.stringify(record)));
	const single = read({ stickies: [], notes_md: 'Notatka.' });
	assert.equal(read(JSON.parse(JSON.stringify(single))).notes[0]?.id, 'n', 'what cites it still finds it');
});

test('an entry that cannot be read stays in its place, empty', () => {
	const record = read({ stickies: [null, 7, { text: 4, votes: -3 }, { text: 'd', votes: 'x' }], decisions: 'none' });
	assert.equal(
		record.stickies.map(({ id, text, votes }) => [id, text, votes]),
		[
			['s0', '', 0],
			['s1', '', 0],
			['s2', '', 0],
			['s3', 'd', 0]
		]
	);
	assert.equal(record.decisions, []);
});

test('unknown fields are ignored', () => {
	const record = read({ stickies: [{ text: 'a', colour: 'red' }], weather: 'rain' });
	assert.not('weather' in record);
});

test('9 those who took part are sent what the page shows, not who voted how or who moved what', () => {
	const ballot = { question: 'Czy?', method: 'consent', secret: false, tally: { voted: 1, counts: { objection: 1 } } };
	const record = read({
		participants: [{ institution: 'Gmina', sector: 'public' }],
		trail: [{ kind: 'made', text: 'ruch' }],
		ballots: [{ ...ballot, votes: { p0: { objection: 1 } }, reasons: { p0: 'bo nie' } }]
	});
	const sent = JSON.stringify(sharedRecord(record).ballots);
	assert.ok(JSON.stringify(record.ballots).includes('p0'));
	assert.not(sent.includes('p0') || sent.includes('bo nie'));
	assert.equal(sharedRecord(record).trail, []);
	assert.equal(sharedRecord(record).ballots[0]?.tally, record.ballots[0]?.tally);
});

test('what is not a record gets a reason and never throws', () => {
	const reason = (input: unknown) => {
		const parsed = parseRecord(input);
		return parsed.ok ? 'ok' : parsed.reason;
	};
	for (const input of [null, undefined, 3, 'x', [], true]) assert.is(reason(input), 'not_an_object');
	assert.is(reason({}), 'not_a_record');
	assert.is(reason({ schema: 'other', stickies: [] }), 'not_a_record');
	assert.is(reason({ version: 2, stickies: [] }), 'newer_version');
	assert.is(reason({ stickies: 4, notes_md: 5 }), 'nothing_in_it');
});

test.run();
