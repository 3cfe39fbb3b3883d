// The server is killed at random moments under 25 people who write, vote and note: nothing acknowledged is missing, nothing is there twice.
import { rm } from 'node:fs/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import * as Y from 'yjs';
import { frames, stickies } from '#lib/board/board.ts';
import type { Vote } from '#lib/ballot/ballot.ts';
import { noteText } from '#lib/note/note.ts';
import { Bot } from '../../rehearsal/bot.ts';
import { CommandLink } from '../../rehearsal/command-link.ts';
import { paceOf } from '../../rehearsal/pace.ts';
import { startServer } from '../browser/server.ts';
import { password, readDisk, readRecord, seeded, setStage } from './stage.ts';

const people = 25;
const writers = 13;
const scribes = 6;
const kills = Number(process.env.KILLS ?? 32);
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const choices = ['yes', 'no', 'abstain'];

/** What clients have been told is saved. */
class Acknowledged {
	stickies = new Set<string>();
	chunks = new Set<string>();
	decisions = new Set<string>();
	/** The last confirmed vote by ballot and seat, and one that is on its way. */
	votes = new Map<string, { kept?: Vote; onItsWay?: Vote }>();
	tallies = new Map<string, Record<string, number>>();
	count = 0;
	#waiting: { count: number; resolve: () => void }[] = [];

	told(): void {
		this.count += 1;
		for (const one of this.#waiting.splice(0)) {
			if (one.count <= this.count) one.resolve();
			else this.#waiting.push(one);
		}
	}

	reach(count: number): Promise<void> {
		if (count <= this.count) return Promise.resolve();
		return new Promise((resolve) => this.#waiting.push({ count, resolve }));
	}
}

const occurrences = (text: string, part: string): number => text.split(part).length - 1;

test(`${kills} kills under ${people} people, seed ${seed}`, async () => {
	console.log(`· seed ${seed} (SEED=${seed} plays the same choices again)`);
	const random = seeded(seed);
	const below = (limit: number) => Math.floor(random() * limit);
	const stage = await setStage(people);
	const server = await startServer({ dataDirectory: stage.dataDirectory, password });
	const { session, dataDirectory } = stage;
	const at = { url: server.url, session };
	const pace = paceOf(0);
	const bots = stage.participants.map(({ cookie }) => Bot.sit(at, cookie, pace));
	const leader = new CommandLink({ ...at, role: 'facilitator', cookie: stage.facilitator.cookie });
	const acknowledged = new Acknowledged();
	const written = { stickies: new Set<string>(), chunks: new Set<string>() };

	const write = async (bot: Bot, text: string) => {
		written.stickies.add(text);
		await bot.putSticky('board', text, null);
		acknowledged.stickies.add(text);
		acknowledged.told();
	};
	const note = async (bot: Bot, chunk: string, start: boolean) => {
		const name = await bot.link.until('the note', ({ notes }) => notes.note);
		const document = await bot.document(name);
		written.chunks.add(chunk);
		const shared = noteText(document.doc);
		shared.insert(start ? 0 : shared.length, chunk);
		await document.saved();
		acknowledged.chunks.add(chunk);
		acknowledged.told();
	};
	const vote = async (bot: Bot, seat: string, ballot: string, choice: string) => {
		const box = acknowledged.votes.get(`${ballot} ${seat}`) ?? {};
		acknowledged.votes.set(`${ballot} ${seat}`, box);
		box.onItsWay = { [choice]: 1 };
		await bot.vote(ballot, box.onItsWay);
		box.kept = box.onItsWay;
		acknowledged.told();
	};
	const round = async (number: number) => {
		const plan = {
			question: `Pytanie ${number}`,
			method: 'yes-no-abstain' as const,
			choices: [],
			secret: true,
			dots: 1
		};
		await leader.carryOut({ type: 'ballot.open', item: null, plan });
		const ballot = await leader.until(
			'the open ballot',
			({ ballots }) => ballots.find(({ question, status }) => question === plan.question && status === 'open')?.id
		);
		await Promise.all([
			...bots.map(async (bot, index) => {
				const seat = stage.participants[index]!.seat;
				for (let turn = below(2); turn >= 0; turn--) await vote(bot, seat, ballot, choices[below(3)]!);
			}),
			...bots.slice(0, writers).map(async (bot, index) => {
				for (let turn = below(2); turn >= 0; turn--) await write(bot, `karteczka ${number}.${index}.${turn}`);
			}),
			...bots.slice(-scribes).map((bot, index) => note(bot, `<${number}.${index}>`, random() < 0.5)),
			leader
				.carryOut({
					type: 'decision.record',
					decision: { text: `Decyzja ${number}`, method: 'consent', objections: [] }
				})
				.then(() => {
					acknowledged.decisions.add(`Decyzja ${number}`);
					acknowledged.told();
				})
		]);
		const expected: Record<string, number> = { yes: 0, no: 0, abstain: 0 };
		for (const { seat } of stage.participants)
			for (const choice of Object.keys(acknowledged.votes.get(`${ballot} ${seat}`)!.kept!)) expected[choice]! += 1;
		await leader.carryOut({ type: 'ballot.close', ballot });
		acknowledged.tallies.set(ballot, expected);
		acknowledged.told();
	};

	/** Read while no server runs: devices would bring back what was lost and hide the loss. */
	const look = async () => {
		const told = { ...acknowledged, stickies: [...acknowledged.stickies], chunks: [...acknowledged.chunks] };
		const disk = await readDisk(dataDirectory, session);
		const board = disk.documents.get('board');
		const texts = board ? stickies(board).map(({ text }) => text) : [];
		const minutes = disk.documents.get('note.note');
		const text = minutes ? noteText(minutes).toString() : '';
		assert.equal(
			told.stickies.filter((sticky) => !texts.includes(sticky)),
			[],
			'an acknowledged sticky is missing'
		);
		assert.is(new Set(texts).size, texts.length, 'a sticky is there twice');
		assert.equal(
			told.chunks.filter((chunk) => occurrences(text, chunk) !== 1),
			[],
			'a piece of the note is not there once'
		);
		const decisions = disk.state.decisions.map((decision) => decision.text);
		assert.equal(
			[...acknowledged.decisions].filter((one) => !decisions.includes(one)),
			[],
			'a decision is missing'
		);
		assert.is(new Set(decisions).size, decisions.length, 'a decision is there twice');
		const commands = disk.events.flatMap(({ commandId, by }) =>
			commandId === undefined ? [] : [`${by} ${commandId}`]
		);
		assert.is(new Set(commands).size, commands.length, 'a command was carried out twice');
		for (const ballot of disk.state.ballots) {
			if (ballot.status === 'open') {
				for (const { seat } of stage.participants) {
					const box = acknowledged.votes.get(`${ballot.id} ${seat}`);
					if (!box?.kept) continue;
					const kept = JSON.stringify(disk.vote(ballot.id, seat));
					assert.ok(
						[box.kept, box.onItsWay].some((known) => JSON.stringify(known) === kept),
						'an acknowledged vote is missing'
					);
				}
			} else {
				const expected = acknowledged.tallies.get(ballot.id);
				if (expected) assert.equal(ballot.tally?.counts, expected, 'a ballot was counted wrong');
				assert.is(ballot.tally?.voted, people, 'not everybody is counted once');
			}
		}
		return { texts, text };
	};

	try {
		await Promise.all(bots.map(async (bot) => bot.board()));
		let afterTheLast = 0;
		for (let number = 0; number < kills; number++) {
			const playing = round(number);
			playing.catch(() => {});
			// about 70 acknowledgements a round: the kill comes before, between or right after them
			await Promise.race([acknowledged.reach(acknowledged.count + below(75)), playing]);
			await new Promise((resolve) => setTimeout(resolve, below(12)));
			await server.kill('SIGKILL');
			await look();
			afterTheLast = acknowledged.count;
			await server.restart();
			await playing;
		}
		// the last kill may have come when all had been acknowledged
		await round(kills);
		assert.ok(acknowledged.count > afterTheLast, 'nothing went on after the last kill');

		// every device shows the same, without having been reloaded
		const boards = await Promise.all(bots.map((bot) => bot.board()));
		const name = await bots[0]!.link.until('the note', ({ notes }) => notes.note);
		const notes = await Promise.all(bots.map((bot) => bot.document(name)));
		for (const documents of [boards, notes])
			for (const document of documents)
				await document.until('the state of the others', () =>
					documents.every((other) => sameState(document.doc, other.doc))
				);
		assert.is(frames(boards[0]!.doc).length, 1, 'the frame of the item is there once');

		await leader.carryOut({ type: 'session.close' });
		await server.kill('SIGKILL');
		const { texts, text } = await look();
		assert.equal(texts.sort(), [...written.stickies].sort());
		for (const chunk of written.chunks) assert.is(occurrences(text, chunk), 1);

		const record = await readRecord(dataDirectory, session);
		assert.equal(record?.stickies.map((sticky) => sticky.text).sort(), [...written.stickies].sort());
		assert.is(record?.notes_md, text.trim());
		assert.is(record?.ballots.length, kills + 1);
		assert.is(record?.decisions.length, kills + 1);
		assert.is(record?.participants.length, people);
		console.log(
			`· ${kills} kills, ${acknowledged.count} acknowledgements, ${texts.length} stickies, ${written.chunks.size} pieces of note, ${(kills + 1) * people} votes counted`
		);
	} finally {
		for (const bot of bots) bot.close();
		leader.close();
		await server.stop();
		await rm(dataDirectory, { recursive: true, force: true });
	}
});

const sameState = (one: Y.Doc, other: Y.Doc): boolean =>
	Buffer.compare(Y.encodeStateVector(one), Y.encodeStateVector(other)) === 0 &&
	Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));

test.run();
