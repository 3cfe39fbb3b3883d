// `npm run rehearse -- RECORD.json [--url U] [--speed X] [--people N] [--close] [--out FILE]`: bots play a record against a running server.
// The last line on stdout is JSON; everything else is said on stderr.
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseRecord } from '#lib/record/record.ts';
import { paceOf } from '../rehearsal/pace.ts';
import { play } from '../rehearsal/rehearsal.ts';
import { scriptOf } from '../rehearsal/script.ts';
import { Obstacle } from '../rehearsal/visitor.ts';

const usage = 'npm run rehearse -- RECORD.json [--url URL] [--speed X] [--people N] [--close] [--out FILE]';
/** A session has no more seats. */
const mostPeople = 250;

const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);

function wishes() {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			url: { type: 'string', default: 'http://localhost:3000' },
			speed: { type: 'string', default: '0' },
			people: { type: 'string' },
			close: { type: 'boolean', default: false },
			out: { type: 'string' }
		}
	});
	const [file, ...more] = positionals;
	if (!file || more.length > 0) throw new Obstacle(`Give one record file: ${usage}`);
	if (!URL.canParse(values.url) || !/^https?:$/.test(new URL(values.url).protocol))
		throw new Obstacle(`--url is not an address like http://localhost:3000: ${values.url}`);
	const speed = Number(values.speed);
	if (!(speed >= 0 && speed < Infinity)) throw new Obstacle(`--speed is not a number from 0 on: ${values.speed}`);
	const people = values.people === undefined ? undefined : Number(values.people);
	if (people !== undefined && !(Number.isInteger(people) && people >= 1 && people <= mostPeople))
		throw new Obstacle(`--people is not a number from 1 to ${mostPeople}: ${values.people}`);
	const { out } = values;
	return { file, url: values.url.replace(/\/+$/, ''), speed, people, close: values.close || out !== undefined, out };
}

async function readRecord(file: string) {
	const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
		throw new Obstacle(`The file ${file} cannot be read (${error.code}).`);
	});
	let content: unknown;
	try {
		content = JSON.parse(text);
	} catch {
		throw new Obstacle(`The file ${file} is not a session record: it is not JSON.`);
	}
	const parsed = parseRecord(content);
	if (!parsed.ok)
		throw new Obstacle(`The file ${file} is not a session record (${parsed.reason.replaceAll('_', ' ')}).`);
	return parsed.record;
}

async function main(): Promise<void> {
	const { file, url, speed, people, close, out } = wishes();
	const script = scriptOf(await readRecord(file), people);
	const password = process.env.ORGANISER_PASSWORD;
	if (!password) throw new Obstacle('Set ORGANISER_PASSWORD to the organiser’s password of the server.');
	const { played, record } = await play(script, { url, password, pace: paceOf(speed), close, say });
	if (out !== undefined && record !== null)
		await writeFile(out, record).catch((error: NodeJS.ErrnoException) => {
			throw new Obstacle(`The record cannot be written to ${out} (${error.code}).`);
		});
	process.stdout.write(`${JSON.stringify(played)}\n`);
}

main().then(
	() => process.exit(0),
	(error: Error & { code?: string }) => {
		const ours = error instanceof Obstacle || error.code?.startsWith('ERR_PARSE_ARGS');
		say(ours ? error.message : `The rehearsal broke off: ${error.message}`);
		process.exit(1);
	}
);
