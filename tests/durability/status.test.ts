// Whether a session is open: the journal decides, at once and after any kill, whatever the plan's file still says.
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openApp, setStage } from './stage.ts';

test('whoever is told that the session is closed finds it closed', async () => {
	const stage = await setStage(1);
	const app = await openApp(stage.dataDirectory);
	const live = await app.sessions.live(stage.session);
	const leader = live.seat(stage.facilitator.seat)!;
	const answer = await live.submit(leader, { commandId: 'close', command: { type: 'session.close' } });
	assert.ok(answer.ok);
	assert.is(app.sessions.get(stage.session)?.status, 'closed');
	assert.is(app.sessions.byCode(stage.code)?.status, 'closed');
	assert.is(app.sessions.list()[0]?.status, 'closed');
	await app.close();
	await rm(stage.dataDirectory, { recursive: true });
});

test('what was accepted before the house closes is on disk when it is closed, and nothing is written later', async () => {
	const stage = await setStage(1);
	const app = await openApp(stage.dataDirectory);
	const live = await app.sessions.live(stage.session);
	const leader = live.seat(stage.facilitator.seat)!;
	const answered = live.submit(leader, { commandId: 'close', command: { type: 'session.close' } });
	await app.close();
	assert.ok((await answered).ok);
	const record = await readFile(join(stage.dataDirectory, 'records', `${stage.session}.json`), 'utf8');
	assert.is((JSON.parse(record) as { id: string }).id, stage.session);
	const plan = await readFile(join(stage.dataDirectory, 'sessions', `${stage.session}.json`), 'utf8');
	assert.is((JSON.parse(plan) as { status: string }).status, 'closed');
	const names = await readdir(stage.dataDirectory, { recursive: true });
	assert.equal(
		names.filter((name) => name.endsWith('.new')),
		[]
	);
	await rm(stage.dataDirectory, { recursive: true });
});

for (const claimed of ['planned', 'closed'])
	test(`a session that runs is open after a restart although its file says ${claimed}`, async () => {
		const stage = await setStage(1);
		const path = join(stage.dataDirectory, 'sessions', `${stage.session}.json`);
		const plan = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
		await writeFile(path, JSON.stringify({ ...plan, status: claimed }));
		const app = await openApp(stage.dataDirectory);
		assert.is(app.sessions.byCode(stage.code)?.status, 'open');
		assert.is(app.records.get(stage.session), null);
		await app.close();
		await rm(stage.dataDirectory, { recursive: true });
	});

test.run();
