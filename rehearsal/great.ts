// The great rehearsal: twenty-five bots play an hour with everything in it, twice in one laboratory, and each record is held against
// what the bots did. Knows no socket.
import type { Introduction } from '#lib/people/people.ts';
import { parseRecord, type SessionRecord } from '#lib/record/record.ts';
import { greatAgenda, guests, type Crowd } from './great-agenda.ts';
import { expect, Hall } from './great-hall.ts';
import { cast, close, consent, enter, opened, repeat, reset, vote } from './great-votes.ts';
import type { Ledger } from './ledger.ts';
import { Organiser } from './organiser.ts';

export type GreatPlayed = {
	session: string;
	people: number;
	stickies: number;
	votes: number;
	passages: number;
	ballots: number;
	tasks: number;
	/** What the record does not account for; empty when all is well. */
	differences: string[];
	seconds: number;
	record: SessionRecord;
	ledger: Ledger;
};

type Wishes = {
	url: string;
	password: string;
	/** One session each. */
	seeds: readonly number[];
	/** How many sit there when it begins, and how many come late. */
	crowd: Crowd;
	say: (sentence: string) => void;
};

/** Plays one session for each seed; the second inherits what the first left open. */
export async function playGreat({ url, password, seeds, crowd, say }: Wishes): Promise<GreatPlayed[]> {
	const organiser = new Organiser(url);
	await organiser.signIn(password);
	const played: GreatPlayed[] = [];
	let laboratory: string | undefined;
	let before: SessionRecord | null = null;
	for (const [index, seed] of seeds.entries()) {
		const begun = Date.now();
		const day = String(index + 1).padStart(2, '0');
		const prepared = await organiser.prepare({
			title: `Wielka próba ${index + 1}`,
			date: `2026-11-${day}`,
			place: 'Świetlica',
			territory: { gmina: 'Mochowo', powiat: 'sierpecki', wojewodztwo: 'mazowieckie' },
			agenda: greatAgenda,
			...(laboratory ? { laboratory } : {})
		});
		laboratory = prepared.laboratory;
		await organiser.facilitate(prepared);
		const hall = new Hall(organiser, await organiser.secondDesk(prepared), { url, ...prepared }, seeded(seed));
		const people = guests(index, crowd);
		try {
			const unfinished = index === 0;
			await inherit(hall, before);
			await write(hall, people.slice(0, crowd.early));
			await decide(hall, people.slice(crowd.early));
			await end(hall, unfinished);
			hall.finish();
			before = readRecord(await organiser.record(prepared.session));
			const { ledger } = hall;
			const differences = ledger.differences(before);
			played.push({
				session: prepared.session,
				people: ledger.people.length,
				stickies: ledger.stickies.size,
				votes: ledger.votes,
				passages: ledger.passages.length,
				ballots: ledger.ballots.size,
				tasks: ledger.tasks.size,
				differences,
				seconds: Math.round((Date.now() - begun) / 100) / 10,
				record: before,
				ledger
			});
			say(
				`Session ${index + 1} (seed ${seed}): ${ledger.people.length} people, ${ledger.stickies.size} stickies, ` +
					`${ledger.votes} votes in ${ledger.ballots.size} ballots, ${ledger.passages.length} note passages, ` +
					`${ledger.tasks.size} tasks; the record ${differences.length === 0 ? 'accounts for everything' : 'differs'}.`
			);
		} finally {
			hall.leave();
			organiser.close();
		}
	}
	return played;
}

/** Open tasks and undecided topics of the session before are here; one topic is taken, one dropped. */
async function inherit(hall: Hall, before: SessionRecord | null): Promise<void> {
	const { tasks, topics } = await hall.desk.until('the open session', (view) => view.status === 'open' && view);
	const open = (before?.tasks ?? []).filter(({ status }) => status === 'open');
	expect(tasks.length === open.length, 'open tasks travel to the next session');
	for (const { id, text, owner, due = '', status } of tasks) hall.ledger.tasks.set(id, { text, owner, due, status });
	expect(topics.length === (before?.topics.length ?? 0), 'undecided topics travel to the next session');
	hall.undecided.push(...topics.map(({ title }) => title));
	const [dropped, taken] = topics;
	if (!dropped || !taken) return;
	await hall.desk.carryOut({ type: 'topic.drop', topic: dropped.id, dropped: true });
	hall.undecided.splice(hall.undecided.indexOf(dropped.title), 1);
	const item = `topic-${taken.id}`;
	await hall.added(item, taken.title, 'opening', { type: 'topic.take', topic: taken.id, before: 'quiet' });
}

async function write(hall: Hall, people: readonly Introduction[]): Promise<void> {
	await hall.arrive(people);
	await hall.start('opening');
	await talk(hall);

	await hall.start('quiet');
	await Promise.all(hall.guests.flatMap((guest) => [hall.draft(guest, 'quiet'), hall.draft(guest, 'quiet')]));
	await ready(hall);
	await hall.desk.carryOut({ type: 'drafts.reveal', how: 'all' });

	await hall.start('round');
	await Promise.all(hall.guests.map((guest) => hall.draft(guest, 'round')));
	for (let waits = true; waits;) waits = (await hall.desk.send({ type: 'drafts.reveal', how: 'one' })).ok;

	await hall.start('tables');
	await atTables(hall);
	await hall.start('nameless');
	await Promise.all(hall.some(0.8).map((guest) => hall.stick(guest, 'nameless')));
	await hall.start('tables');
	await Promise.all(hall.some(0.3).map((guest) => hall.stick(guest, 'tables')));

	await hall.start('dots');
	const dots = await opened(hall, 'dots');
	await vote(hall, dots, hall.some(0.9));
	await close(hall, dots);
	await hall.start('break');
	await notes(hall);
	await tasks(hall);
	await hall.added('inserted', 'Pytanie z sali', `second-${hall.at.session}`, {
		type: 'item.insert',
		item: { id: 'inserted', title: 'Pytanie z sali', minutes: 2, activity: { kind: 'talk' } },
		before: 'single'
	});
	await hall.start('inserted');
	await talk(hall);
}

async function talk(hall: Hall): Promise<void> {
	const speakers = hall.some(0.4);
	for (const guest of speakers) await hall.raise(guest);
	const queue = await hall.desk.until('the queue', ({ hands }) => hands.length === speakers.length && hands);
	for (const seat of queue) await hall.speak(seat);
	await hall.desk.carryOut({ type: 'speaker.stop' });
}

async function ready(hall: Hall): Promise<void> {
	await Promise.all(hall.guests.map(({ bot }) => bot.link.carryOut({ type: 'ready.set', ready: true })));
	await hall.desk.until('everybody to be ready', ({ floor }) => floor.ready === hall.guests.length);
}

async function atTables(hall: Hall): Promise<void> {
	await hall.desk.carryOut({ type: 'tables.make', names: ['Sosna', 'Dąb', 'Lipa', 'Wierzba'], how: 'mixed' });
	const { tables } = await hall.desk.until('the tables', (view) => view.tables.tables.length === 4 && view);
	const host = hall.guests[0]!;
	await hall.desk.carryOut({ type: 'table.host', table: tables.tables[0]!.id, host: host.seat });
	for (let round = 1; round <= 2; round++) {
		await Promise.all(hall.some(0.6).map((guest) => hall.stick(guest, 'tables')));
		await hall.desk.carryOut({ type: 'tables.rotate' });
		await host.bot.link.until('the round', (view) => view.tables.round === round);
		expect(host.bot.link.view?.table === tables.tables[0]!.id, 'the host stays');
	}
	const seated = await hall.desk.until('the places', (view) => view.seated);
	expect(Object.keys(seated).length === hall.guests.length, 'everybody sits at a table');
	await hall.desk.carryOut({ type: 'tables.end' });
}

async function notes(hall: Hall): Promise<void> {
	const second = `second-${hall.at.session}`;
	await hall.start('note');
	await Promise.all(hall.guests.map((guest) => hall.note(guest, 'note')));
	await hall.added(second, 'Notatka, część druga', 'note', {
		type: 'item.split',
		item: 'note',
		minutes: 3,
		title: 'Notatka, część druga'
	});
	await hall.start(second);
	await Promise.all(hall.some(0.5).map((guest) => hall.note(guest, second)));
	await hall.remove(hall.guests[4]!, false);
}

async function tasks(hall: Hall): Promise<void> {
	const asked = await hall.task('Zapytać wójta o lokal', 'Gmina', '2026-12-01');
	const done = await hall.task('Policzyć głosy', 'Biblioteka');
	const gone = await hall.task('Pomyłka', '');
	await hall.desk.carryOut({
		type: 'task.keep',
		task: done,
		draft: { text: 'Policzyć głosy', owner: 'Biblioteka', status: 'done' }
	});
	hall.ledger.tasks.set(done, { text: 'Policzyć głosy', owner: 'Biblioteka', due: '', status: 'done' });
	for (const id of [asked, gone]) await hall.desk.carryOut({ type: 'task.remove', task: id });
	const draft = { text: 'Zapytać wójta o lokal', owner: 'Gmina', due: '2026-12-01' };
	await hall.desk.carryOut({ type: 'task.keep', task: asked, draft });
	hall.ledger.tasks.delete(gone);
}

async function decide(hall: Hall, late: readonly Introduction[]): Promise<void> {
	await hall.start('single');
	const single = await opened(hall, 'single');
	await hall.arrive(late);
	await vote(hall, single);
	await close(hall, single);
	const again = await repeat(hall, 'single', single);
	await vote(hall, again, hall.some(0.9));
	await close(hall, again);

	await hall.start('approval');
	const approval = await opened(hall, 'approval');
	await vote(hall, approval);
	await close(hall, approval);
	await hall.decide('Robimy to, co zebrało najwięcej głosów.', approval.id, approval.question);

	await hall.start('motion');
	const motion = await opened(hall, 'motion');
	await vote(hall, motion);
	await enter(hall, motion, 3);
	// somebody came with a second phone, voted with both, and said so
	const twin = await hall.sit(hall.guests[1]!.who, false);
	await cast(hall, motion, twin);
	motion.held.slips.delete(twin.seat);
	await hall.remove(twin, true);
	await close(hall, motion);

	await hall.start('score');
	const score = await opened(hall, 'score');
	await vote(hall, score);
	await reset(hall, score);
	await vote(hall, score, hall.some(0.8));
	await close(hall, score);

	await hall.start('ranking');
	await hall.desk.carryOut({ type: 'timer.add', minutes: -10 });
	await hall.desk.until('overtime', ({ now, at }) => now.timer.state === 'running' && now.timer.deadline < at);
	await hall.desk.carryOut({ type: 'agenda.replan', changes: [{ item: 'consent', minutes: 3 }] });
	const ranking = await opened(hall, 'ranking');
	await vote(hall, ranking);
	await close(hall, ranking);

	await hall.start('consent');
	await consent(hall, 'consent');
	await hall.desk.carryOut({ type: 'item.skip', item: 'skipped', skipped: true });
	hall.undecided.push(hall.titleOf('skipped'));
}

/** `unfinished`: the session ends with an open ballot and with drafts that nobody has seen. */
async function end(hall: Hall, unfinished: boolean): Promise<void> {
	await hall.start('writing');
	await Promise.all(hall.some(0.7).map((guest) => hall.draft(guest, 'writing')));
	if (!unfinished) await hall.desk.carryOut({ type: 'drafts.reveal', how: 'all' });
	await hall.start('fist');
	const fist = await opened(hall, 'fist');
	await vote(hall, fist, hall.some(0.9));
	if (!unfinished) await close(hall, fist);
	await hall.organiser.closeSession();
	await Promise.all(hall.guests.map(({ bot }) => bot.link.until('the end', ({ status }) => status === 'closed')));
}

function readRecord(text: string): SessionRecord {
	const parsed = parseRecord(JSON.parse(text));
	if (!parsed.ok) throw new Error(`the record cannot be read: ${parsed.reason}`);
	return parsed.record;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
