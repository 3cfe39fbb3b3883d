// What start, dev and test need first: packages in step with the lockfile, and a build in step with the sources. Needs only Node and npm.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

const sources = [
	'src',
	'server',
	'messages',
	'static',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
	'vite.server.config.ts'
];
const installedStamp = 'node_modules/.narada-lock';
const buildStamp = 'build/.narada-sources';

/** Installs if the lockfile changed, builds if a source changed; says what it does, one line each. */
export async function prepare({ build }) {
	const lock = digest(['package-lock.json']);
	if (!existsSync('node_modules') || read(installedStamp) !== lock) {
		const fresh = !existsSync('node_modules/.package-lock.json');
		if (fresh || !installedMatches()) {
			say('terminal_installing');
			must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
		}
		writeFileSync(installedStamp, lock);
	}
	if (!build) return;
	const wanted = digest(sources);
	if (existsSync('build/handler.js') && read(buildStamp) === wanted) return;
	say('terminal_building');
	must('npm', ['run', '--silent', 'build'], { quietly: true });
	writeFileSync(buildStamp, wanted);
}

/** Whether what is installed is what the lockfile names. */
function installedMatches() {
	const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages ?? {};
	const there = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages ?? {};
	return Object.entries(wanted).every(
		([path, { version, optional, extraneous }]) =>
			path === '' || optional || extraneous || there[path]?.version === version
	);
}

/** Runs a command in the place of this process: signals reach it, its exit code is ours. */
export function run(command, args) {
	const child = spawn(command, args, { stdio: 'inherit' });
	for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal));
	child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1)));
}

/** What a command says is shown as it comes; quietly: only if it fails. */
function must(command, args, { quietly = false } = {}) {
	const stdio = quietly ? 'pipe' : 'inherit';
	const { status, stdout, stderr } = spawnSync(command, args, { stdio: ['ignore', stdio, stdio], maxBuffer: 2 ** 28 });
	if (status === 0) return;
	if (quietly) process.stderr.write(Buffer.concat([stdout, stderr]));
	process.exit(status ?? 1);
}

/** A sentence of `messages/` in the language of the terminal: Polish, unless it asks for English. */
function say(key) {
	const { LC_ALL, LC_MESSAGES, LANG } = process.env;
	const language = /^en/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'en' : 'pl';
	console.error(JSON.parse(readFileSync(`messages/${language}.json`, 'utf8'))[key]);
}

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null);

function digest(paths) {
	const hash = createHash('sha256');
	const add = (path) => {
		if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
		else hash.update(path).update(readFileSync(path));
	};
	for (const path of paths) if (existsSync(path)) add(path);
	return hash.digest('hex');
}
