// Whatever keeps Narada from starting is one sentence for the person at the terminal, in Polish and in English.
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { Organiser } from '../../server/organiser.ts';
import { sentenceFor } from '../../server/start-errors.ts';
import { terminalWords } from '../../server/terminal.ts';

const coded = (code: string, cause?: Error) => Object.assign(new Error('raw words'), { code, cause });
const level = (code: string, message: string) =>
	coded('LEVEL_DATABASE_NOT_OPEN', Object.assign(new Error(message), { code }));

const reasons: [unknown, RegExp, RegExp][] = [
	[coded('EADDRINUSE'), /^Port 8080 jest już zajęty/, /^Port 8080 is already in use/],
	[coded('EADDRNOTAVAIL'), /^HOST nie jest adresem/, /^HOST is no address/],
	[coded('EEXIST'), /„kufer” to nie folder/, /“kufer” is not a folder/],
	[coded('EROFS'), /nie może tu pisać/, /may not write/],
	[coded('ENOSPC'), /^Dysk z folderem danych „kufer” jest pełny/, /“kufer” is full/],
	[level('LEVEL_IO_ERROR', 'IO error: No space left on device'), /^Dysk z folderem/, /is full/],
	[level('LEVEL_LOCKED', 'lock'), /korzysta już inna Narada/, /Another Narada/],
	[level('LEVEL_CORRUPTION', 'CURRENT'), /^Dziennik sesji.*\(CURRENT\)/, /^The journal.*\(CURRENT\)/],
	[new Error('coś nowego'), /^Narada nie mogła wystartować: coś nowego/, /^Narada could not start: coś nowego/]
];

test('every known reason is told in both languages, an unknown one in its own words', async () => {
	const environment = { DATA_DIR: 'kufer', PORT: '8080' };
	const [polish, english] = [await terminalWords({}), await terminalWords({ LC_ALL: '', LANG: 'en_GB.UTF-8' })];
	for (const [error, pl, en] of reasons) {
		assert.match(sentenceFor(error, environment, polish), pl);
		assert.match(sentenceFor(error, environment, english), en);
	}
	try {
		readConfig({ PORT: 'x' }, false);
		assert.unreachable();
	} catch (error) {
		assert.match(sentenceFor(error, { PORT: 'x' }, polish), /^PORT nie jest numerem portu: x/);
	}
});

test('a damaged file of the password is named, with the way out', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'narada-'));
	for (const text of ['{"salt":', '[]']) {
		await writeFile(join(folder, 'organiser.json'), text);
		const refused = await Organiser.open(folder, null, Date.now).catch((error: unknown) => error);
		assert.match(sentenceFor(refused, {}, await terminalWords({})), /organiser\.json” nie da się odczytać/);
	}
});

test.run();
