// World Café: an item with rounds makes its tables when it begins, moves people on, and brings everybody together at its end.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as v from 'valibot';
import { agendaItemSchema } from '#lib/agenda/agenda.ts';
import { itemsOfMethod } from '#lib/agenda/methods.ts';
import { tablesFor } from '#lib/people/tables.ts';
import { freeze } from '#lib/record/freeze.ts';
import { recordMarkdown } from '#lib/record/markdown.ts';
import { parseRecord } from '#lib/record/record.ts';
import { fold, initialState, type SessionEvent } from '#lib/session/session.ts';
import { loadWords } from '#lib/ui/words.ts';
import { plan, StageBallots } from './stage-ballots.ts';

const words = await loadWords('pl');
const rounds = { count: 3, tables: ['Stół 1', 'Stół 2', 'Stół 3', 'Stół 4', 'Stół 5'] };
const board = { kind: 'board', template: 'tables' };
const agenda = [
	v.parse(agendaItemSchema, { id: 'cafe', title: 'Rundy', minutes: 60, activity: board, rounds }),
	v.parse(agendaItemSchema, { id: 'after', title: 'Zbieranie', minutes: 10, activity: { kind: 'talk' } })
];
const sectors = ['public', 'ngo', 'business', 'church', 'academia', 'citizen'] as const;
const hall = () =>
	new StageBallots(
		Array.from({ length: 12 }, (_, index) => sectors[index % 6]!),
		{ agenda }
	);

test('its start makes as many tables as the people fill and mixes the sectors; each round moves them; the last brings all together', () => {
	const at = hall();
	at.do('host', { type: 'item.start', item: 'cafe' });
	const { tables, seated } = at.state.tables;
	assert.equal(
		tables.map(({ name }) => name),
		['Stół 1', 'Stół 2', 'Stół 3']
	);
	assert.is(Object.keys(seated).length, 12);
	for (const round of [1, 2]) {
		const before = at.state.tables.seated;
		at.do('host', { type: 'tables.rotate' });
		assert.is(at.state.tables.round, round);
		assert.ok(Object.keys(before).every((seat) => before[seat] !== at.state.tables.seated[seat]));
	}
	at.do('host', { type: 'tables.rotate' });
	assert.equal(at.state.tables.tables, [], 'after the third round everybody is together');
	at.do('host', { type: 'tables.rotate' });
	assert.equal(at.state.tables.tables, []);
});

test('the next item brings everybody together; coming back to the rounds seats nobody anew; other tables are left alone', () => {
	const at = hall();
	at.do('host', { type: 'item.start', item: 'cafe' });
	at.do('host', { type: 'item.start', item: 'after' });
	assert.equal(at.state.tables.tables, []);
	at.do('host', { type: 'tables.make', names: ['Ręcznie', 'Inaczej'], how: 'mixed' });
	at.do('host', { type: 'item.start', item: 'cafe' });
	assert.is(at.state.tables.tables[0]?.name, 'Ręcznie');
});

test('who comes late to mixed tables is seated at once, also by the next round and by hand; chosen tables wait for the choice', () => {
	const at = hall();
	at.do('host', { type: 'item.start', item: 'cafe' });
	at.join('late', 'ngo');
	assert.ok(at.state.tables.seated.late, 'a table at once');
	const sizes = at.state.tables.tables.map(
		({ id }) => Object.values(at.state.tables.seated).filter((table) => table === id).length
	);
	assert.equal([...sizes].sort(), [4, 4, 5]);
	at.join('leads', 'public', 'facilitator');
	assert.not(at.state.tables.seated.leads, 'who leads has no table');

	at.do('host', { type: 'tables.make', names: ['A', 'B'], how: 'choice' });
	at.join('later', 'ngo');
	assert.equal(at.state.tables.seated, {});
	at.do('host', { type: 'tables.rotate' });
	assert.equal(at.state.tables.seated, {}, 'where people choose nobody is seated');
	at.do('host', { type: 'tables.fill' });
	assert.is(Object.keys(at.state.tables.seated).length, 14);
	const before = at.events.length;
	at.do('host', { type: 'tables.fill' });
	assert.is(at.events.length, before, 'nobody is left to seat');
	assert.is(at.do('seat0', { type: 'tables.fill' }), 'role');
});

test('a journal from before tables knew that they were mixed is folded as it was: who comes waits, the next round seats nobody', () => {
	const at = hall();
	at.do('host', { type: 'item.start', item: 'cafe' });
	const old = at.events.map((event) => (event.type === 'tables.made' ? { ...event, mixed: undefined } : event));
	const seat = { ...at.state.seats.seat0!, id: 'late' };
	const state = [...old, { at: 1, by: 'server' as const, type: 'seat.joined' as const, seat }].reduce(
		(folded, event) => fold(folded, JSON.parse(JSON.stringify(event)) as SessionEvent),
		initialState
	);
	assert.is(state.tables.seated.late, undefined);
	assert.is(Object.keys(state.tables.seated).length, 12);
});

test('the record keeps each round with its minutes and who sat where by sector, never who; of a nameless item only how many', () => {
	const at = hall();
	at.do('host', { type: 'item.start', item: 'cafe' });
	at.do('host', { type: 'tables.rotate' });
	assert.is(at.do('host', { type: 'seat.remove', seat: 'seat0' }), null);
	at.do('host', { type: 'item.start', item: 'after' });
	at.do('host', { type: 'session.close' });
	const laboratory = { id: 'l', name: 'L', territory: { gmina: '', powiat: '', wojewodztwo: '' } };
	const { record } = freeze(laboratory, plan, at.state, new Map());
	const parsed = parseRecord(JSON.parse(JSON.stringify(record)));
	assert.ok(parsed.ok && JSON.stringify(parsed.record.rounds) === JSON.stringify(record.rounds));
	assert.equal(
		record.rounds.map(({ item, number, tables }) => [item, number, tables.map(({ people }) => people)]),
		[
			['a0', 1, [4, 4, 4]],
			['a0', 2, [4, 4, 4]]
		]
	);
	assert.ok(record.rounds.every(({ from, to }) => from !== null && to !== null && to >= from));
	for (const { tables } of record.rounds)
		for (const { people, sectors: of } of tables)
			assert.is(of.reduce((sum, { count }) => sum + count, 0), people); // prettier-ignore
	assert.not.match(JSON.stringify(record.rounds), 'seat');
	const told = recordMarkdown(record, words);
	assert.match(told, '### Rundy przy stolikach: Rundy');
	assert.match(told, /\| Stół 2 \| 4.osoby, /);

	at.state = { ...at.state, agenda: at.state.agenda.map((item) => ({ ...item, privacy: 'anonymous' as const })) };
	const nameless = freeze(laboratory, plan, at.state, new Map()).record.rounds;
	assert.ok(nameless.every(({ tables }) => tables.every(({ people, sectors: of }) => people === 4 && of.length === 0)));
});

test('tables that are set anew at once are one round; tables that nobody took are none', () => {
	const at = hall();
	at.do('host', { type: 'tables.make', names: ['A', 'B'], how: 'mixed' });
	at.do('host', { type: 'tables.make', names: ['A', 'B', 'C'], how: 'mixed' });
	assert.equal(
		at.state.rounds.map(({ tables }) => tables.length),
		[3]
	);
	at.do('host', { type: 'tables.end' });
	at.do('host', { type: 'tables.make', names: ['D', 'E'], how: 'choice' });
	at.do('host', { type: 'session.close' });
	const laboratory = { id: 'l', name: 'L', territory: { gmina: '', powiat: '', wojewodztwo: '' } };
	assert.equal(
		freeze(laboratory, plan, at.state, new Map()).record.rounds.map(({ item, tables }) => [item, tables.length]),
		[[null, 3]]
	);
});

test('the World Café comes from the library with its rounds and named tables', async () => {
	let count = 0;
	const items = itemsOfMethod('world-cafe', await loadWords('pl'), () => `i${count++}`);
	const cafe = items.find((item) => item.rounds);
	assert.equal([cafe?.rounds?.count, cafe?.rounds?.tables.length], [3, 5]);
	assert.equal([tablesFor(3, 5), tablesFor(12, 5), tablesFor(40, 5)], [2, 3, 5]);
});

test.run();
