// What goes wrong on a machine: two servers on one folder, a taken port, damaged files, a full disk. One sentence each, and nothing is lost.
import { execFileSync } from 'node:child_process';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { addSticky, stickies } from '#lib/board/board.ts';
import { Bot } from '../../rehearsal/bot.ts';
import { CommandLink } from '../../rehearsal/command-link.ts';
import { paceOf } from '../../rehearsal/pace.ts';
import { runToEnd, startServer } from '../browser/server.ts';
import { password, readDisk, readRecord, setStage } from './stage.ts';

const sentences = (output: string): string[] => output.trim().split('\n');

test('a second server on the same data folder is refused in one sentence, and the first goes on', async () => {
	const server = await startServer();
	const second = await runToEnd({ PORT: '0', DATA_DIR: server.dataDirectory });
	assert.is(second.code, 1);
	assert.equal(sentences(second.output), [
		`Z folderu danych „${server.dataDirectory}” korzysta już inna Narada; zatrzymaj ją albo ustaw DATA_DIR na inny folder.`
	]);
	assert.is((await fetch(`${server.url}/health`)).status, 200);
	await server.stop();
});

test('a port in use is said in one sentence', async () => {
	const server = await startServer();
	const folder = await mkdtemp(join(tmpdir(), 'narada-port-'));
	const second = await runToEnd({ PORT: String(server.port), DATA_DIR: folder });
	assert.is(second.code, 1);
	assert.equal(sentences(second.output), [
		`Port ${server.port} jest już zajęty; zatrzymaj tamten program albo ustaw PORT na inny numer.`
	]);
	await server.stop();
	await rm(folder, { recursive: true });
});

test('a port that is none is said in one sentence', async () => {
	const { code, output } = await runToEnd({ PORT: 'trzy', DATA_DIR: join(tmpdir(), 'narada-never-made') });
	assert.is(code, 1);
	assert.is(sentences(output).length, 1);
	assert.match(output, 'trzy');
});

test('a clean stop ends with code 0 and frees the folder', async () => {
	const server = await startServer();
	await server.kill('SIGTERM');
	await server.restart();
	assert.is((await fetch(`${server.url}/health`)).status, 200);
	await server.stop();
});

test('a damaged record is replaced from the journal, a damaged session plan from its previous version', async () => {
	const stage = await setStage(2);
	const server = await startServer({ dataDirectory: stage.dataDirectory, password });
	const at = { url: server.url, session: stage.session };
	const bot = Bot.sit(at, stage.participants[0]!.cookie, paceOf(0));
	await bot.putSticky('board', 'zostaje w zapisie', null);
	const leader = new CommandLink({ ...at, role: 'facilitator', cookie: stage.facilitator.cookie });
	for (const [question, secret] of [
		['tajne', true],
		['jawne', false]
	] as const) {
		const plan = { question, method: 'yes-no-abstain' as const, choices: [], secret, dots: 1 };
		await leader.carryOut({ type: 'ballot.open', item: null, plan });
		const ballot = await leader.until(
			'the ballot',
			({ ballots }) => ballots.find((each) => each.question === question && each.status === 'open')?.id
		);
		await bot.vote(ballot, { yes: 1 });
		await leader.carryOut({ type: 'ballot.close', ballot });
	}
	bot.close();
	await leader.carryOut({ type: 'session.close' });
	leader.close();
	await server.kill('SIGTERM');
	const whole = await readRecord(stage.dataDirectory, stage.session);
	assert.equal(
		whole?.ballots.map(({ tally }) => [tally.voted, tally.withheld ?? false, tally.counts.yes]),
		[
			[1, true, 0],
			[1, false, 1]
		]
	);
	assert.is(whole?.stickies[0]?.text, 'zostaje w zapisie');

	const path = join(stage.dataDirectory, 'records', `${stage.session}.json`);
	const text = await readFile(path, 'utf8');
	for (const damage of ['', text.slice(0, text.length / 2), '\0'.repeat(text.length), '{"schema":"something-else"}']) {
		await rm(`${path}.previous`, { force: true });
		await writeFile(path, damage);
		assert.equal(await readRecord(stage.dataDirectory, stage.session), whole);
	}

	const plan = join(stage.dataDirectory, 'sessions', `${stage.session}.json`);
	await writeFile(plan, (await readFile(plan, 'utf8')).slice(0, 50));
	assert.equal(await readRecord(stage.dataDirectory, stage.session), whole);

	// a record of another session that nobody can mend stays as it is, and stops neither the start nor the archive
	const lost = join(stage.dataDirectory, 'records', 'nieczytelny.json');
	await writeFile(lost, 'to nie jest zapis');
	await server.restart();
	assert.is((await fetch(`${server.url}/archive`)).status < 500, true);
	assert.match(server.output(), 'a stored document is damaged');
	assert.is(await readFile(lost, 'utf8'), 'to nie jest zapis');
	await server.stop();
	await rm(stage.dataDirectory, { recursive: true });
});

/** A file system of a few megabytes, or null with a sentence where this may not be mounted. */
async function smallDisk(): Promise<{ folder: string; remove: () => Promise<void> } | null> {
	const folder = await mkdtemp(join(tmpdir(), 'narada-disk-'));
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', folder], { stdio: 'pipe' });
	} catch {
		await rm(folder, { recursive: true });
		console.log('· the full disk is not tried: only root may mount a small one here');
		return null;
	}
	const remove = async () => {
		execFileSync('umount', [folder]);
		await rm(folder, { recursive: true });
	};
	return { folder, remove };
}

/** Writes until the disk is full. */
async function fill(path: string): Promise<void> {
	const file = await open(path, 'w');
	for (const size of [64 * 1024, 4096, 512, 1]) {
		for (let fits = true; fits;)
			fits = await file.write(Buffer.alloc(size)).then(
				({ bytesWritten }) => bytesWritten === size,
				() => false
			);
	}
	await file.close();
}

const health = async (url: string): Promise<number> => (await fetch(`${url}/health`)).status;

test('a full disk: nothing is confirmed, everything stays on the devices, and goes on when there is room', async () => {
	const disk = await smallDisk();
	if (!disk) return;
	const stage = await setStage(2, { dataDirectory: disk.folder });
	const server = await startServer({ dataDirectory: disk.folder, password });
	const at = { url: server.url, session: stage.session };
	const [one, other] = stage.participants.map(({ cookie }) => Bot.sit(at, cookie, paceOf(0)));
	try {
		await one!.putSticky('board', 'przed', null);
		const board = await one!.board();
		const filler = join(disk.folder, 'filler');
		await fill(filler);
		let written = 1;
		while ((await health(server.url)) === 200) {
			addSticky(board.doc, { text: `pełny dysk ${written++} ${'x'.repeat(400)}`, frame: null });
			assert.ok(written < 300, 'the disk never became full');
		}
		assert.ok(board.waiting > 0, 'something was confirmed that cannot have been kept');
		await rm(filler);
		await board.saved();
		assert.is(await health(server.url), 200);
		await one!.putSticky('board', 'po', null);
		const seen = await other!.board();
		await seen.until('all stickies', () => stickies(seen.doc).length === written + 1);
		await server.kill('SIGKILL');
		const kept = await readDisk(disk.folder, stage.session);
		const texts = stickies(kept.documents.get('board')!).map(({ text }) => text);
		assert.is(texts.length, written + 1);
		assert.is(new Set(texts).size, written + 1);
		assert.ok(texts.includes('przed') && texts.includes('po'));
	} finally {
		one!.close();
		other!.close();
		await server.stop();
		await disk.remove();
	}
});

test.run();
