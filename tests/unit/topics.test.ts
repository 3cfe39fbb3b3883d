// Undecided topics: what a session leaves open, what settles it, and how it travels from session to session until then.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as v from 'valibot';
import { agendaItemSchema, type AgendaItem } from '#lib/agenda/agenda.ts';
import { itemOfTopic, recommendationAsked, topicsLeft, type Topic } from '#lib/decision/topic.ts';
import { parseRecord } from '#lib/record/record.ts';
import { topicsIn } from '#lib/record/topics.ts';
import { StageBallots } from './stage-ballots.ts';

const item = (id: string, activity: unknown = { kind: 'talk' }): AgendaItem =>
	v.parse(agendaItemSchema, { id, title: `Punkt ${id}`, minutes: 10, activity, instructions: `tajne ${id}` });
const ballotItem = (id: string, method = 'yes-no-abstain') =>
	item(id, { kind: 'ballot', ballot: { question: `Czy ${id}?`, method, choices: [] } });

const first = { session: 'first', title: 'Pierwsza', date: '2026-10-01' };
const second = { session: 'second', title: 'Druga', date: '2026-11-01' };
const left = (room: StageBallots, session = first) => topicsLeft(room.state, session);
const told = (topics: readonly Topic[]) => topics.map(({ item: { title }, reason }) => [title, reason]);

function room(agenda: AgendaItem[], topics: Topic[] = []): StageBallots {
	return new StageBallots(['ngo', 'public', 'business'], { agenda, topics });
}

/** Everyone votes with these answers in the ballot of an item. */
function hold(at: StageBallots, id: string, votes: string[]): void {
	at.do('host', { type: 'item.start', item: id });
	votes.forEach((vote, index) =>
		at.do(`seat${index}`, { type: 'vote.cast', ballot: at.ballot.id, vote: { [vote]: 1 } })
	);
	at.do('host', { type: 'ballot.close', ballot: at.ballot.id });
}

test('what was skipped, not reached or voted on without a decision is left; what ran, was decided, dots and breaks are not', () => {
	const agenda = [
		item('ran'),
		item('skipped', { kind: 'board' }),
		item('break', { kind: 'break' }),
		ballotItem('decided'),
		ballotItem('passed'),
		ballotItem('tie'),
		ballotItem('dots', 'dots'),
		item('late', { kind: 'note' })
	];
	const at = room(agenda);
	at.do('host', { type: 'item.start', item: 'ran' });
	at.do('host', { type: 'item.skip', item: 'skipped', skipped: true });
	hold(at, 'decided', ['yes', 'yes', 'no']);
	at.do('host', {
		type: 'decision.record',
		decision: { text: 'Tak', method: 'ballot', ballot: at.ballot.id }
	});
	hold(at, 'passed', ['yes', 'yes', 'no']);
	hold(at, 'tie', ['yes', 'no', 'abstain']);
	hold(at, 'dots', []);
	const topics = left(at);
	assert.equal(told(topics), [
		['Punkt skipped', 'skipped'],
		['Czy passed?', 'undecided'],
		['Czy tie?', 'again'],
		['Punkt late', 'not-reached']
	]);
	assert.equal(
		topics.map(({ id }) => id),
		['first-0', 'first-1', 'first-2', 'first-3']
	);
	assert.not.ok(JSON.stringify(topics).includes('tajne'), 'the facilitator’s instructions travel in no record');
	const { activity } = topics[2]!.item;
	assert.is(activity.kind === 'ballot' && activity.ballot.question, 'Czy tie?');
});

test('a decision from any version of a proposal, or written in its item, settles it', () => {
	const at = room([ballotItem('one'), item('talk'), ballotItem('other')]);
	hold(at, 'one', ['no', 'no', 'yes']);
	const before = at.ballot.id;
	const { id: amended } = at.open({ question: 'Czy one, zmienione?' }, before);
	at.do('host', { type: 'ballot.close', ballot: amended });
	assert.equal(told(left(at)), [
		['Czy one, zmienione?', 'again'],
		['Punkt talk', 'not-reached'],
		['Punkt other', 'not-reached']
	]);
	at.do('host', { type: 'item.start', item: 'talk' });
	at.do('host', { type: 'decision.record', decision: { text: 'Nie', method: 'ballot', ballot: before } });
	hold(at, 'other', ['yes', 'yes', 'yes']);
	at.do('host', { type: 'decision.record', decision: { text: 'Ręcznie', method: 'other' } });
	assert.equal(left(at), []);
});

test('6 of a secret ballot whose numbers are withheld not even "again" is said', () => {
	const at = room([ballotItem('two')]);
	hold(at, 'two', ['yes', 'no']);
	assert.ok(at.ballot.tally?.withheld);
	assert.equal(told(left(at)), [['Czy two?', 'undecided']]);
});

test('a topic comes back in the next session, is taken with one press, and keeps its origin until it is decided', () => {
	const earlier = room([ballotItem('tie')]);
	hold(earlier, 'tie', ['yes', 'no']);
	const [topic] = left(earlier);

	const untouched = room([item('other')], [topic!]);
	untouched.do('host', { type: 'item.start', item: 'other' });
	assert.equal(left(untouched, second), [topic], 'what nobody touched travels on as it was');

	const at = room([item('now'), item('next')], [topic!]);
	at.do('host', { type: 'item.start', item: 'now' });
	assert.is(at.do('host', { type: 'topic.take', topic: 'none', before: null }), 'no-such-topic');
	assert.is(at.do('seat0', { type: 'topic.take', topic: topic!.id, before: null }), 'role');
	assert.is(at.do('host', { type: 'topic.take', topic: topic!.id, before: 'next' }), null);
	at.do('host', { type: 'topic.take', topic: topic!.id, before: null });
	assert.equal(
		at.state.agenda.map(({ title }) => title),
		['Punkt now', 'Czy tie?', 'Punkt next'],
		'a second press adds nothing'
	);
	const taken = at.state.agenda[1]!.id;
	const view = at.view('host');
	assert.ok(view.role === 'facilitator' && view.topics[0]?.taken);
	at.do('host', { type: 'item.start', item: 'next' });
	assert.equal(
		left(at, second).map(({ id, from, reason }) => [id, from, reason]),
		[[topic!.id, first, 'not-reached']]
	);
	hold(at, taken, ['yes', 'yes', 'yes']);
	assert.equal(
		left(at, second).map(({ id, from, reason }) => [id, from, reason]),
		[[topic!.id, first, 'undecided']]
	);
	at.do('host', { type: 'decision.record', decision: { text: 'Tak', method: 'ballot', ballot: at.ballot.id } });
	assert.equal(left(at, second), []);
});

test('a topic knows the recommendation that it puts to the circle, however often it comes back', () => {
	const earlier = room([ballotItem('rec-abc', 'consent')]);
	hold(earlier, 'rec-abc', ['consent', 'objection']);
	const [topic] = left(earlier);
	assert.is(topic?.recommendation, 'abc');
	const at = room([itemOfTopic(topic!)], [topic!]);
	assert.is(recommendationAsked(at.state.agenda[0]!.id, at.state.topics), 'abc');
	assert.is(left(at, second)[0]?.recommendation, 'abc');
	assert.is(recommendationAsked('other', at.state.topics), null);
});

test('a dropped topic travels no further, on the agenda or not; it can be restored', () => {
	const earlier = room([ballotItem('a'), ballotItem('b')]);
	const topics = left(earlier);
	const at = room([], topics);
	for (const { id } of topics) at.do('host', { type: 'topic.drop', topic: id, dropped: true });
	assert.equal(left(at, second), []);
	at.do('host', { type: 'topic.drop', topic: topics[0]!.id, dropped: false });
	assert.equal(left(at, second), [topics[0]]);
	at.do('host', { type: 'topic.take', topic: topics[0]!.id, before: null });
	at.do('host', { type: 'topic.drop', topic: topics[0]!.id, dropped: true });
	assert.equal(left(at, second), []);
	at.do('host', { type: 'topic.take', topic: topics[1]!.id, before: null });
	assert.equal(
		left(at, second).map(({ id }) => id),
		[topics[1]!.id],
		'taking it restores it'
	);
});

test('a topic of a talk is settled when the talk was held', () => {
	const earlier = room([item('talk')]);
	const topics = left(earlier);
	const at = room([], topics);
	at.do('host', { type: 'topic.take', topic: topics[0]!.id, before: null });
	at.do('host', { type: 'item.start', item: at.state.agenda[0]!.id });
	assert.equal(left(at, second), []);
});

test('topics survive the record; what cannot be read is left out', () => {
	const topics = left(room([ballotItem('a'), item('b')]));
	const record = {
		stickies: [],
		topics: [...topics.map((topic, index) => ({ id: `u${index}`, topic })), { id: 'u2', topic: { id: '../..' } }]
	};
	const parsed = parseRecord(JSON.parse(JSON.stringify(record)));
	assert.ok(parsed.ok);
	assert.equal(topicsIn(parsed.ok ? parsed.record.topics : []), topics);
});

test.run();
