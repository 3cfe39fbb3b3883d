// Taking things back and away: a seat that is removed, doubled or not, a task that is removed and restored, two hands on one button.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as v from 'valibot';
import { agendaItemSchema } from '#lib/agenda/agenda.ts';
import { StageBallots } from './stage-ballots.ts';

const votes = (at: StageBallots) => at.ballot.tally?.counts;

test('4 a doubled seat takes its vote with it while the ballot is open; a seat that is only removed leaves its vote', () => {
	for (const doubled of [true, false]) {
		const at = new StageBallots(['ngo', 'ngo', 'public', 'business']);
		const { id } = at.open({ secret: false });
		for (const seat of ['seat0', 'seat1', 'seat2']) at.do(seat, { type: 'vote.cast', ballot: id, vote: { yes: 1 } });
		assert.is(at.do('host', { type: 'seat.remove', seat: 'seat1', doubled }), null);
		assert.equal(at.ballot.voters, doubled ? ['seat0', 'seat2'] : ['seat0', 'seat1', 'seat2']);
		assert.is(at.ballot.entitled?.includes('seat1'), !doubled);
		assert.is('seat1' in at.state.sealed[id]!, !doubled);
		if (!doubled) continue;
		at.do('host', { type: 'ballot.close', ballot: id });
		assert.equal(votes(at), { yes: 2, no: 0, abstain: 0 });
		assert.is(at.ballot.tally?.entitled, 3);
	}
});

test('who is removed without having voted is no longer waited for, and closed ballots stay as they were counted', () => {
	const at = new StageBallots(['ngo', 'ngo', 'public', 'business']);
	const { id: closed } = at.open({ secret: false });
	for (const seat of ['seat0', 'seat1', 'seat2']) at.do(seat, { type: 'vote.cast', ballot: closed, vote: { yes: 1 } });
	at.do('host', { type: 'ballot.close', ballot: closed });
	const counted = structuredClone(at.ballot);
	const { id: open } = at.open();
	at.do('host', { type: 'seat.remove', seat: 'seat1', doubled: true });
	assert.equal(
		at.state.ballots.find(({ id }) => id === closed),
		counted
	);
	assert.equal(at.state.ballots.find(({ id }) => id === open)?.entitled, ['seat0', 'seat2', 'seat3']);
});

test('who is removed neither waits, speaks, is ready nor sits at a table any more; what they have spoken stays', () => {
	const at = new StageBallots(['ngo', 'public']);
	at.do('seat0', { type: 'ready.set', ready: true });
	at.do('seat0', { type: 'hand.set', raised: true });
	at.do('host', { type: 'tables.make', names: ['A', 'B'], how: 'hand' });
	at.do('host', { type: 'table.host', table: at.state.tables.tables[0]!.id, host: 'seat0' });
	at.do('host', { type: 'speaker.start', seat: 'seat0' });
	at.do('seat0', { type: 'hand.set', raised: true });
	at.do('host', { type: 'seat.remove', seat: 'seat0' });
	const { floor, tables } = at.state;
	assert.equal([floor.ready, floor.queue, floor.speaking, tables.seated], [[], [], null, {}]);
	assert.is(tables.tables[0]?.host, null);
	assert.is(floor.spoken.seat0?.turns, 1);
});

test('a removed task is restored as it was, with where it came from', () => {
	const carried = { id: 'task', text: 'Zapytać wójta', owner: 'Gmina', due: '', status: 'open', at: 1, from: 'first' };
	const at = new StageBallots(['ngo'], { tasks: [carried as never] });
	at.do('host', { type: 'task.remove', task: 'task' });
	assert.equal(at.state.tasks, []);
	at.do('host', { type: 'task.keep', task: 'task', draft: { text: 'Zapytać wójta', owner: 'Gmina' } });
	assert.equal(at.state.tasks, [carried]);
	assert.equal(at.state.removedTasks, []);
	assert.is(at.do('host', { type: 'task.keep', task: 'never', draft: { text: 'x' } }), 'no-such-task');
});

test('two facilitators press next together: one step, also when one of them was a moment late', () => {
	const item = (id: string) => v.parse(agendaItemSchema, { id, title: id, minutes: 5, activity: { kind: 'talk' } });
	const at = new StageBallots(['ngo'], { agenda: ['a', 'b', 'c'].map(item) });
	at.join('second', 'ngo', 'facilitator');
	at.do('host', { type: 'item.start', item: 'a', from: null });
	at.do('host', { type: 'item.start', item: 'b', from: 'a' });
	const { spans } = at.state.agenda[1]!;
	assert.is(at.do('second', { type: 'item.start', item: 'b', from: 'a' }), null);
	assert.equal(at.state.agenda[1]!.spans, spans, 'it began once');
	at.do('host', { type: 'item.start', item: 'c', from: 'b' });
	assert.is(at.do('second', { type: 'item.start', item: 'b', from: 'a' }), null);
	assert.is(at.state.now.item, 'c', 'a press from an older screen leads nowhere');
});

test.run();
