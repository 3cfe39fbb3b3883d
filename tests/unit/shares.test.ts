// A record is read by nobody but the organiser until it is opened, and by nobody again once its link is closed.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Shares } from '../../server/shares.ts';

const log = pino({ level: 'silent' });
const opened = (folder: string) => Shares.open(folder, log, () => 1000);

test('9 a record is closed at first, opens by one key that nobody can guess, and an old link never opens it again', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'narada-shares-'));
	try {
		const shares = await opened(folder);
		assert.is(shares.keyOf('record'), null);
		const key = await shares.share('record');
		assert.match(key, /^[\w-]{32}$/);
		assert.is(await shares.share('record'), key);
		assert.is.not(await shares.share('other'), key);
		assert.is(shares.recordOf(key), 'record');
		for (const wrong of ['', 'record', key.slice(1), `${key} `, key.toUpperCase(), '__proto__'])
			assert.is(shares.recordOf(wrong), null, wrong);
		assert.is((await opened(folder)).recordOf(key), 'record');
		await shares.close('record');
		assert.is(shares.recordOf(key), null);
		assert.is((await opened(folder)).recordOf(key), null);
		assert.is.not(await shares.share('record'), key);
		assert.is(shares.recordOf(key), null);
		// nothing of a closed link lies on disk
		await shares.close('record');
		await shares.close('never');
		for (const name of await readdir(folder))
			assert.not((await readFile(join(folder, name), 'utf8')).includes(key), name);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});

test.run();
