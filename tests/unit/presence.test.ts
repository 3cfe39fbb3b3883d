// Presence at a board: who people are is the server's word, it is merged and slow enough, nothing is said to who does not look, and nothing is claimed.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Privacy } from '#lib/agenda/agenda.ts';
import { presenceLimit, readSaid, type Passed } from '#lib/board/presence.ts';
import type { Role, Seat } from '#lib/people/people.ts';
import { PresenceRoom, type Present } from '../../server/presence.ts';

const seat = (id: string, name = '') =>
	({ id, role: 'participant', sector: 'ngo', institution: 'OSP Wykowo', name, notice: '1', joinedAt: 0 }) as Seat;

function stage(privacy: Privacy = 'named') {
	const now = { item: 'a1' as string | null, privacy };
	let clock = 0;
	const room = new PresenceRoom(
		() => now,
		() => clock
	);
	const may = { draw: true };
	const heard = new Map<Present, Passed[]>();
	const enter = (role: Role, who?: Seat, looks = true): Present => {
		const present: Present = {
			role,
			seat: () => who,
			mayDraw: () => may.draw,
			send: (text) => void heard.get(present)!.push(JSON.parse(text) as Passed)
		};
		heard.set(present, []);
		room.enter(present);
		if (looks) room.hear(present, '{"look":true}');
		return present;
	};
	return {
		room,
		now,
		may,
		enter,
		pass: (milliseconds: number) => (clock += milliseconds),
		got: (who: Present) => heard.get(who)!.splice(0),
		peers: (who: Present) => heard.get(who)!.flatMap(({ peers }) => peers ?? [])
	};
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 70));
const say = (room: PresenceRoom, who: Present, said: object) => room.hear(who, JSON.stringify(said));

test('many movements within a tick reach the others as one message, with the last of them', async () => {
	const { room, enter, got } = stage();
	const [a, b, c] = [enter('participant', seat('a')), enter('participant', seat('b')), enter('participant', seat('c'))];
	await tick();
	got(c);
	for (let step = 0; step < 10; step++) for (const who of [a, b]) assert.ok(say(room, who, { at: [step, step] }));
	await tick();
	const messages = got(c);
	assert.is(messages.length, 1);
	assert.equal(
		messages[0]!.peers!.map(({ at }) => at),
		[
			[9, 9],
			[9, 9]
		]
	);
});

test('6 who somebody is is the server’s word, as much of it as the item allows', async () => {
	for (const [privacy, name, sector] of [
		['named', 'Ala', 'ngo'],
		['sector', '', 'ngo'],
		['anonymous', '', null]
	] as const) {
		const { room, enter, peers } = stage(privacy);
		const [a, b] = [enter('participant', seat('a', 'Ala')), enter('participant', seat('b'))];
		say(room, a, {
			at: [1, 1],
			chosen: ['x1'],
			name: 'Prezydent',
			sector: 'public',
			id: 'b',
			leads: true,
			laser: { at: [0, 0] }
		});
		await tick();
		const seen = peers(b).at(-1)!;
		assert.is(seen.name, name);
		assert.is(seen.sector, sector);
		assert.is(seen.leads, false);
		assert.is(seen.laser, undefined, 'only facilitators point with light');
		assert.is.not(seen.id, 'b');
		assert.is(seen.at === undefined, privacy === 'anonymous', 'anonymous items show no pointers');
		assert.not.ok(JSON.stringify(seen).includes('Prezydent'));
	}
});

test('6 in the next item everybody is somebody else', async () => {
	const { room, now, enter, peers, got } = stage();
	const [a, b] = [enter('participant', seat('a', 'Ala')), enter('participant', seat('b'))];
	say(room, a, { chosen: ['x1'] });
	await tick();
	const before = peers(b).at(-1)!.id;
	got(b);
	Object.assign(now, { item: 'a2', privacy: 'anonymous' });
	say(room, a, { chosen: ['x2'] });
	await tick();
	const after = got(b);
	assert.ok(after.some(({ gone }) => gone?.includes(before)));
	const [peer] = after.flatMap(({ peers: shown }) => shown ?? []).slice(-1);
	assert.is.not(peer!.id, before);
	assert.is(peer!.name, '');
});

test('who does not look hears nothing and says nothing; who leaves is gone', async () => {
	const { room, enter, got } = stage();
	const [a, list, b] = [
		enter('participant', seat('a')),
		enter('participant', seat('l'), false),
		enter('participant', seat('b'))
	];
	await tick();
	got(b);
	say(room, list, { at: [5, 5] });
	await tick();
	assert.equal(got(b), []);
	say(room, a, { at: [5, 5] });
	await tick();
	const [id] = got(b).flatMap(({ peers }) => (peers ?? []).map((peer) => peer.id));
	room.leave(a);
	await tick();
	assert.ok(got(b).some(({ gone, others }) => gone?.includes(id!) && others === 0));
	assert.equal(got(list), []);
	assert.is(room.members, 2);
});

test('the hall’s screen gets the light alone, and cannot say anything', async () => {
	const { room, enter, got } = stage();
	const [lead, a, hall] = [enter('facilitator', seat('f')), enter('participant', seat('a', 'Ala')), enter('projector')];
	await tick();
	got(hall);
	say(room, a, { at: [1, 1], chosen: ['x1'] });
	say(room, hall, { at: [9, 9] });
	await tick();
	assert.equal(got(hall), []);
	say(room, lead, { at: [3, 3], laser: { at: [3, 3], over: 'x1', share: [0.5, 0.5] }, view: [0, 0, 10, 10] });
	await tick();
	const shown = got(hall).flatMap(({ peers }) => peers ?? []);
	assert.equal(
		shown.map(({ laser, view, name }) => [laser?.over, view, name]),
		[['x1', undefined, '']]
	);
});

test('the hall’s screen hears nobody who was there before it, and nobody points for it alone', async () => {
	const { room, enter, got } = stage();
	const [lead, a] = [enter('facilitator', seat('f')), enter('participant', seat('a', 'Ala'))];
	say(room, a, { at: [1, 1], chosen: ['x1'], writes: 'x1' });
	await tick();
	const hall = enter('projector');
	await tick();
	assert.equal(got(hall), []);
	room.leave(a);
	await tick();
	assert.is(got(lead).findLast(({ others }) => others !== undefined)?.others, 0);
});

test('the facilitator shows pointers or hides them, participants cannot', async () => {
	const { room, enter, peers, got } = stage();
	const [lead, a, b] = [
		enter('facilitator', seat('f')),
		enter('participant', seat('a')),
		enter('participant', seat('b'))
	];
	room.hear(a, '{"pointers":false}');
	say(room, a, { at: [1, 1] });
	await tick();
	assert.equal(peers(b).at(-1)!.at, [1, 1]);
	got(b);
	room.hear(lead, '{"pointers":false}');
	say(room, a, { at: [2, 2], chosen: ['x1'] });
	await tick();
	const seen = got(b);
	assert.ok(seen.some(({ pointers }) => pointers === false));
	const hidden = seen.flatMap(({ peers: shown }) => shown ?? []).filter(({ leads }) => !leads);
	assert.not.ok(hidden.some(({ at }) => at));
	assert.ok(
		hidden.some(({ chosen }) => chosen?.[0] === 'x1'),
		'what is written in and dragged is still told'
	);
});

test('7 a flood is not heard, and what no honest device says ends the connection', async () => {
	const { room, enter, got, pass } = stage();
	const [a, b] = [enter('participant', seat('a')), enter('participant', seat('b'))];
	await tick();
	got(b);
	for (let step = 0; step < 1000; step++) assert.ok(say(room, a, { at: [step, 0] }));
	await tick();
	const last = got(b)
		.flatMap(({ peers }) => peers ?? [])
		.at(-1)!;
	assert.ok(last.at![0] < 40, `after a burst of 30 it is deaf: ${last.at![0]}`);
	pass(1000);
	assert.ok(say(room, a, { at: [7, 7] }));
	for (const text of ['', 'null', '[]', '{', '"x"', `{"at":[1,1],"x":"${'y'.repeat(presenceLimit)}"}`]) {
		pass(1000);
		assert.not.ok(room.hear(a, text), text.slice(0, 20));
	}
});

test('what strangers say is read strictly', () => {
	const said = readSaid(
		JSON.stringify({
			at: [1e12, 0],
			chosen: ['ok', '__proto__', 'constructor', 7, 'a b', ...Array.from({ length: 99 }, (_, index) => `i${index}`)],
			writes: 'toString',
			drag: [null, 1],
			view: [0, 0, -1, 5],
			laser: { at: ['x', 1] },
			follows: 'yes'
		})
	);
	assert.ok(said && 'chosen' in said);
	assert.equal(
		{ ...said, chosen: said.chosen.length },
		{ at: null, chosen: 40, writes: null, drag: null, ink: null, view: null, laser: null, follows: false }
	);
	assert.is(said.chosen[0], 'ok');
	assert.is(said.chosen[1], 'i0');
	assert.equal(readSaid('{"__proto__":{"look":true}}'), readSaid('{}'));
});

test('5 a line is passed on of who may draw now, and ends with the pen', async () => {
	const { room, enter, may, got, peers } = stage();
	const [a, b] = [enter('participant', seat('a')), enter('participant', seat('b'))];
	await tick();
	got(b);
	const ink = { id: 'kreska1', from: 0, points: [1, 2, 50, 3, 4, 50], width: 4, colour: null };
	assert.ok(say(room, a, { ink }));
	await tick();
	assert.equal(peers(b).at(-1)!.ink, ink);
	assert.ok(say(room, a, {}));
	await tick();
	assert.is(peers(b).at(-1)!.ink, undefined);
	may.draw = false;
	assert.ok(say(room, a, { ink, at: [5, 5] }));
	await tick();
	assert.is(peers(b).at(-1)!.ink, undefined);
	assert.equal(peers(b).at(-1)!.at, [5, 5]);
});

test.run();
