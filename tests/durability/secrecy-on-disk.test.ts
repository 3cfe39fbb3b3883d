// 6: nothing in the data folder tells who chose what in a secret ballot: while it is open, after a kill in between, after it closed, after
// the end, and after everything was packed. The scan itself is held against planted leaks.
import { appendFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ClassicLevel } from 'classic-level';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { addSticky } from '#lib/board/board.ts';
import type { Vote } from '#lib/ballot/ballot.ts';
import { Bot } from '../../rehearsal/bot.ts';
import { CommandLink } from '../../rehearsal/command-link.ts';
import { paceOf } from '../../rehearsal/pace.ts';
import { startServer, type RunningServer } from '../browser/server.ts';
import { leaksIn, unitsOf, unitsWith, type Secret } from './scan.ts';
import { password, seeded, setStage, type Stage } from './stage.ts';

const people = 24;
const random = seeded(20261123);
const letters = '234679CDFGHJKMNPRTVWX';
const code = () => Array.from({ length: 8 }, () => letters[Math.floor(random() * letters.length)]).join('');

let stage: Stage;
let server: RunningServer;
let desk: CommandLink<'facilitator'>;
let bots: Bot[];
let secrets: Secret[];
const keys: Buffer[] = [];
const closed: (() => void)[] = [];

async function connect(): Promise<void> {
	const at = { url: server.url, session: stage.session };
	desk = new CommandLink({ ...at, role: 'facilitator', cookie: stage.facilitator.cookie });
	bots = stage.participants.map(({ cookie }) => Bot.sit(at, cookie, paceOf(0)));
	closed.push(() => [desk, ...bots].forEach((link) => link.close()));
	await desk.until('the session', ({ status }) => status === 'open');
}

const shuffled = <T>(items: readonly T[]): T[] =>
	items
		.map((item) => [random(), item] as const)
		.sort(([one], [other]) => one - other)
		.map(([, item]) => item);

/** Everybody votes, in an order of their own; some vote twice. */
async function vote(ballot: string, voteOf: (person: number) => Vote, reasonOf?: (person: number) => string) {
	for (const person of shuffled([...bots.keys()])) {
		const reason = reasonOf?.(person);
		const receipt = secrets[person]!.choices[2]!;
		const command = { type: 'vote.cast', ballot, vote: voteOf(person), receipt } as const;
		await bots[person]!.link.carryOut(reason ? { ...command, reason } : command);
	}
}

const open = async (method: 'dots' | 'consent', question: string) => {
	await desk.carryOut({ type: 'ballot.open', item: null, plan: { question, method, secret: true, dots: 2 } });
	return desk.until('the ballot', ({ ballots }) => ballots.find((each) => each.question === question)?.id);
};

async function collectKeys(): Promise<void> {
	const folder = join(stage.dataDirectory, 'ballot-keys');
	for (const name of await readdir(folder)) keys.push(await readFile(join(folder, name)));
}

async function nothingTells(when: string): Promise<void> {
	const units = await unitsOf(stage.dataDirectory);
	const said = { where: 'log', bytes: Buffer.from(server.output()) };
	assert.ok(units.length > 100, 'the scan sees the entries of the journal');
	assert.equal(leaksIn([...units, said], secrets), [], when);
}

test.before(async () => {
	stage = await setStage(people);
	server = await startServer({ dataDirectory: stage.dataDirectory, password, environment: { LOG_LEVEL: 'trace' } });
	secrets = [];
	await connect();
	const board = await bots[0]!.board();
	const frame = null;
	const ids = stage.participants.map((_, index) => addSticky(board.doc, { text: `Pomysł ${index}`, frame }));
	await board.saved();
	secrets = shuffled(ids).map((sticky, person) => {
		const { seat, cookie } = stage.participants[person]!;
		const identities = [seat, cookie.split('=')[1]!, cookie.slice(-43), `"Instytucja ${person}"`];
		return { identities, choices: [sticky, `Powód ${code()}${code()}`, code()] };
	});
});
test.after(async () => {
	for (const close of closed) close();
	await server.stop();
	await rm(stage.dataDirectory, { recursive: true, force: true });
});

test('6 while secret ballots are open, after a kill, after closing and after the end nothing on disk pairs a person with a choice', async () => {
	const dots = await open('dots', 'Które?');
	await vote(dots, (person) => ({ [secrets[person]!.choices[0]!]: 2 }));
	await collectKeys();
	await nothingTells('while the dots are open');
	await server.kill();
	await nothingTells('after a kill');
	closed.splice(0).forEach((close) => close());
	await server.restart();
	await connect();
	await vote(dots, (person) => ({ [secrets[person]!.choices[0]!]: 1 }));
	await nothingTells('after the restart');
	await desk.carryOut({ type: 'ballot.close', ballot: dots });
	await desk.carryOut({ type: 'ballot.reveal', ballot: dots });
	await nothingTells('after the dots were closed');

	const consent = await open('consent', 'Zgoda?');
	await vote(
		consent,
		() => ({ objection: 1 }),
		(person) => secrets[person]!.choices[1]!
	);
	await collectKeys();
	await nothingTells('while the consent is open');
	await desk.carryOut({ type: 'ballot.close', ballot: consent });
	await server.kill();
	await nothingTells('after a kill right behind the close');
	closed.splice(0).forEach((close) => close());
	await server.restart();
	await connect();
	await desk.carryOut({ type: 'session.close' });
	await server.kill('SIGTERM');
	await nothingTells('after the end');
	assert.equal(await readdir(join(stage.dataDirectory, 'ballot-keys')), []);
	assert.ok(keys.length >= 2);
	const units = await unitsOf(stage.dataDirectory);
	for (const key of keys) assert.equal(unitsWith(units, key), [], 'a destroyed key lies nowhere');
	const text = await readFile(join(stage.dataDirectory, 'records', `${stage.session}.json`), 'utf8');
	assert.ok(
		secrets.every(({ choices }) => text.includes(choices[1]!)),
		'reasons are in the record, with nobody’s name'
	);
});

test('the scan finds a planted leak, however it is written down', async () => {
	const planted = join(stage.dataDirectory, 'planted');
	const pair = (person: number) =>
		JSON.stringify({ seat: secrets[person]!.identities[0], vote: { [secrets[person]!.choices[0]!]: 1 } });
	const everybody = secrets.map((_, person) => pair(person)).join('\n');
	const files: Record<string, Buffer | string> = {
		one: pair(3),
		'in base64': Buffer.from(pair(4)).toString('base64'),
		'in hex': Buffer.from(pair(5)).toString('hex'),
		'in utf-16': Buffer.from(pair(6), 'utf16le'),
		packed: gzipSync(pair(7)),
		everybody,
		'everybody in base64': Buffer.from(everybody).toString('base64'),
		'everybody, a name behind each choice': secrets
			.map(({ identities, choices }) => `${choices[1]} ${identities[3]}`)
			.join(',')
	};
	await mkdir(planted);
	for (const [name, content] of Object.entries(files)) {
		await writeFile(join(planted, name), content);
		const found = leaksIn(await unitsOf(stage.dataDirectory), secrets);
		assert.ok(found.length > 0 && found.every((leak) => leak.startsWith('planted/')), `${name}: ${found.join()}`);
		await rm(join(planted, name));
	}
	const level = new ClassicLevel(join(stage.dataDirectory, 'journal'));
	await level.put(`e/${stage.session}/999999999999`, pair(8));
	await level.compactRange('a', 'z');
	await level.close();
	assert.match(leaksIn(await unitsOf(stage.dataDirectory), secrets).join(), 'entry e/');
	await appendFile(join(stage.dataDirectory, 'organiser.json'), keys[0]!);
	assert.equal(unitsWith(await unitsOf(stage.dataDirectory), keys[0]!), ['organiser.json']);
});

test.run();
