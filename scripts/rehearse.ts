// `npm run rehearse -- RECORD.json [--url U] [--speed X] [--people N] [--close] [--out FILE]`: bots play a record against a running server.
// `npm run rehearse -- --great [--url U] [--seed N]`: the great rehearsal, an hour with everything in it, twice in one laboratory.
// The last line on stdout is JSON; everything else is said on stderr.
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseRecord } from '#lib/record/record.ts';
import { fullHall } from '../rehearsal/great-agenda.ts';
import { playGreat } from '../rehearsal/great.ts';
import { paceOf } from '../rehearsal/pace.ts';
import { play } from '../rehearsal/rehearsal.ts';
import { scriptOf } from '../rehearsal/script.ts';
import { Obstacle } from '../rehearsal/visitor.ts';

const usage =
	'npm run rehearse -- RECORD.json [--url URL] [--speed X] [--people N] [--close] [--out FILE], or --great [--url URL] [--seed N]';
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
			out: { type: 'string' },
			great: { type: 'boolean', default: false },
			seed: { type: 'string', default: '1' }
		}
	});
	const [file, ...more] = positionals;
	if (!URL.canParse(values.url) || !/^https?:$/.test(new URL(values.url).protocol))
		throw new Obstacle(`--url is not an address like http://localhost:3000: ${values.url}`);
	const url = values.url.replace(/\/+$/, '');
	const seed = Number(values.seed);
	if (!Number.isSafeInteger(seed)) throw new Obstacle(`--seed is not a whole number: ${values.seed}`);
	if (values.great) return { great: true as const, url, seed };
	if (!file || more.length > 0) throw new Obstacle(`Give one record file: ${usage}`);
	const speed = Number(values.speed);
	if (!(speed >= 0 && speed < Infinity)) throw new Obstacle(`--speed is not a number from 0 on: ${values.speed}`);
	const people = values.people === undefined ? undefined : Number(values.people);
	if (people !== undefined && !(Number.isInteger(people) && people >= 1 && people <= mostPeople))
		throw new Obstacle(`--people is not a number from 1 to ${mostPeople}: ${values.people}`);
	const { out } = values;
	return { great: false as const, file, url, speed, people, close: values.close || out !== undefined, out };
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
	const given = wishes();
	if (given.great) return greatRehearsal(given);
	const { file, url, speed, people, close, out } = given;
	const script = scriptOf(await readRecord(file), people);
	const password = organiserPassword();
	const { played, record } = await play(script, { url, password, pace: paceOf(speed), close, say });
	if (out !== undefined && record !== null)
		await writeFile(out, record).catch((error: NodeJS.ErrnoException) => {
			throw new Obstacle(`The record cannot be written to ${out} (${error.code}).`);
		});
	process.stdout.write(`${JSON.stringify(played)}\n`);
}

function organiserPassword(): string {
	const password = process.env.ORGANISER_PASSWORD;
	if (!password) throw new Obstacle('Set ORGANISER_PASSWORD to the organiser’s password of the server.');
	return password;
}

async function greatRehearsal({ url, seed }: { url: string; seed: number }): Promise<void> {
	const played = await playGreat({ url, password: organiserPassword(), seeds: [seed, seed + 1], crowd: fullHall, say });
	for (const { differences } of played) for (const difference of differences) say(difference);
	const told = played.map(({ record: _record, ledger: _ledger, ...figures }) => figures);
	process.stdout.write(`${JSON.stringify(told)}\n`);
	if (played.some(({ differences }) => differences.length > 0))
		throw new Obstacle('A record does not account for everything.');
}

main().then(
	() => process.exit(0),
	(error: Error & { code?: string }) => {
		const ours = error instanceof Obstacle || error.code?.startsWith('ERR_PARSE_ARGS');
		say(ours ? error.message : `The rehearsal broke off: ${error.message}`);
		process.exit(1);
	}
);
