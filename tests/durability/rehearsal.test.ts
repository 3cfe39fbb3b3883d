// Bots rehearse all ten example cases at full speed, and each record that comes out equals the case that went in.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parseRecord, type SessionRecord } from '#lib/record/record.ts';
import { startServer, type RunningServer } from '../browser/server.ts';

type Told = {
	session: string;
	code: string;
	record: string | null;
	people: number;
	stickies: number;
	ballots: number;
	seconds: number;
};

let server: RunningServer;
let folder: string;

test.before(async () => {
	server = await startServer();
	folder = await mkdtemp(join(tmpdir(), 'narada-rehearsal-'));
});
test.after(async () => {
	await server.stop();
	await rm(folder, { recursive: true, force: true });
});

function rehearse(
	args: string[],
	password = server.password
): Promise<{ code: number | null; out: string; said: string }> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/rehearse.ts', ...args], {
			env: { ...process.env, ORGANISER_PASSWORD: password },
			stdio: ['ignore', 'pipe', 'pipe']
		});
		let out = '';
		let said = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
		child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
		child.on('close', (code) => resolve({ code, out, said }));
	});
}

async function readRecord(path: string): Promise<SessionRecord> {
	const parsed = parseRecord(JSON.parse(await readFile(path, 'utf8')));
	if (!parsed.ok) throw new Error(parsed.reason);
	return parsed.record;
}

/** What a case says; ids, times and places are the server's, and the day is the one on which it is rehearsed. */
const essence = (record: SessionRecord) => ({
	title: record.title,
	territory: record.territory,
	participants: record.participants.map(({ institution, sector }) => ({ institution, sector })),
	stickies: record.stickies.map(({ text, votes }) => ({ text, votes })),
	notes: record.notes_md.trim(),
	decisions: record.decisions.map(({ text, yes, no, abstain }) => ({ text, yes, no, abstain }))
});

const cases = (await readdir('examples/cases')).filter((name) => /^d\d+\.json$/.test(name)).sort();

test('there are ten cases', () => assert.is(cases.length, 10));

for (const name of cases)
	test(`${name} is rehearsed and comes back the same`, async () => {
		const file = join('examples/cases', name);
		const out = join(folder, name);
		const { code, out: printed, said } = await rehearse([file, '--url', server.url, '--close', '--out', out]);
		assert.is(code, 0, said);
		const told = JSON.parse(printed.trimEnd().split('\n').at(-1)!) as Told;
		const wanted = await readRecord(file);
		const record = await readRecord(out);
		assert.equal(essence(record), essence(wanted));
		assert.equal(
			[told.people, told.stickies, told.ballots, told.session, told.record],
			[
				wanted.participants.length,
				wanted.stickies.length,
				wanted.decisions.length + 1,
				record.id,
				`/archive/${record.id}/record.json`
			]
		);
		assert.match(told.code, /^\d{6}$/);
		assert.ok(told.seconds > 0);
		// every decision was made from a ballot with its numbers
		for (const decision of record.decisions) {
			const { counts } = record.ballots.find(({ id }) => id === decision.ballot)!.tally;
			assert.equal(counts, { yes: decision.yes, no: decision.no, abstain: decision.abstain });
		}
		assert.ok(record.stickies.every(({ sector, frame, at }) => sector !== null && frame !== null && at !== null));
	});

test('a session that is not closed goes on, and fewer people say what they cannot do', async () => {
	const { code, out, said } = await rehearse(['examples/cases/d01.json', '--url', server.url, '--people', '5']);
	assert.is(code, 0, said);
	const told = JSON.parse(out) as Told;
	assert.is(told.people, 5);
	assert.is(told.record, null);
	assert.match(said, /entered by hand/);
});

test('what is wrong is said in one sentence', async () => {
	const broken = join(folder, 'broken.json');
	const other = join(folder, 'other.json');
	await writeFile(broken, '{"title":');
	await writeFile(other, '{"name":"something else"}');
	const good = 'examples/cases/d07.json';
	const wrongs: [args: string[], sentence: RegExp, password?: string][] = [
		[[good, '--url', server.url], /password/, 'nie-to-haslo-1'],
		[[good, '--url', 'http://127.0.0.1:1'], /no Narada at http:\/\/127.0.0.1:1/],
		[[broken, '--url', server.url], /not a session record: it is not JSON/],
		[[other, '--url', server.url], /not a session record/],
		[[join(folder, 'none.json')], /cannot be read \(ENOENT\)/],
		[[], /Give one record file/],
		[[good, '--speed', 'fast'], /--speed is not a number/],
		[[good, '--people', '0'], /--people is not a number/]
	];
	for (const [args, sentence, password] of wrongs) {
		const { code, out, said } = await rehearse(args, password);
		assert.is(code, 1);
		assert.is(out, '');
		assert.match(said, sentence);
		assert.is(said.trim().split('\n').length, 1, said);
	}
});

test.run();
