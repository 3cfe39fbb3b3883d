// `npm test`: prepares the clone, runs every kind of test and ends with one line, "N passed, N failed", of the real totals.
// `npm test -- unit`, `npm test -- browser`, `npm test -- tally`: one kind only, or the files whose path has that word. Knows no test.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from './prepare.mjs';

const minute = 60_000;
const kinds = {
	types: () => once('types', 'npm', ['run', '--silent', 'check']),
	lint: () => once('lint', 'npm', ['run', '--silent', 'lint']),
	unit: (words) => uvuFiles('tests/unit', words, { together: 2, limit: minute }),
	durability: (words) => uvuFiles('tests/durability', words, { together: 1, limit: 6 * minute }),
	browser: (words) => stories(words)
};
const usual = ['unit', 'durability', 'browser'];

const totals = { passed: 0, failed: 0 };
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM'])
	process.on(signal, () => {
		for (const child of running) end(child);
		process.exit(130);
	});

const given = process.argv.slice(2);
const words = given.filter((word) => word !== 'all' && !(word in kinds));
const chosen = given.includes('all') ? Object.keys(kinds) : given.filter((word) => word in kinds);
// the last line is there even when the preparation ends this process
process.once('exit', (code) =>
	console.log(`${totals.passed} passed, ${totals.failed + (code !== 0 && totals.failed === 0 ? 1 : 0)} failed`)
);
await prepare({ build: true });
let matched = 0;
for (const kind of chosen.length > 0 ? chosen : usual) matched += await kinds[kind](words);
if (words.length > 0 && matched === 0) fail(`no test file has ${words.join(' or ')} in its path`);
process.exitCode = totals.failed > 0 ? 1 : 0;

/** A command that counts as one test. */
async function once(name, command, args) {
	const { code, output } = await runChild(command, args, { limit: 6 * minute });
	if (code === 0) pass(name, 1);
	else fail(name, output);
	return 1;
}

/** Every uvu file in a process of its own. Returns how many files matched. */
async function uvuFiles(folder, words, { together, limit }) {
	const files = filesIn(folder, words);
	const queue = [...files];
	if (files.length === 0 && words.length === 0) fail(`${folder}: there is no test file`);
	const worker = async () => {
		for (let file = queue.shift(); file; file = queue.shift()) await uvuFile(file, limit);
	};
	await Promise.all(Array.from({ length: together }, worker));
	return files.length;
}

/** uvu says "fine" when a file forgets `test.run()`, when an `after.each` throws and when it never ends: the figures decide. */
async function uvuFile(file, limit) {
	const { code, output, late } = await runChild(process.execPath, ['--import', 'tsx', file], { limit });
	const figure = (name) => Number(new RegExp(`^\\s*${name}:\\s+(\\d+)`, 'm').exec(output)?.[1] ?? NaN);
	const [total, passed, skipped] = [figure('Total'), figure('Passed'), figure('Skipped')];
	const took = /Duration:\s+(\S+)/.exec(output)?.[1] ?? '';
	if (late) return fail(`${file}: did not end within ${limit / 1000} s`, output);
	if (Number.isNaN(total)) return fail(code === 0 ? `${file}: never calls test.run()` : `${file}: broke`, output);
	if (total === 0) return fail(`${file}: has no test`, output);
	if (/\btest\.only\(/.test(readFileSync(file, 'utf8'))) return fail(`${file}: has a test.only`, output);
	if (code === 0 && passed === total)
		return pass(file, passed, `${skipped > 0 ? `${skipped} skipped ` : ''}${took}`, output);
	totals.passed += passed;
	fail(`${file}: ${total - passed || 1} of ${total}`, output, total - passed || 1);
}

/** The browser stories, counted from Playwright's own report. */
async function stories(words) {
	const files = filesIn('tests/browser', words);
	if (files.length === 0) {
		if (words.length === 0) fail('tests/browser: there is no story');
		return 0;
	}
	const { needBrowser } = await import('./browser.mjs');
	const browser = needBrowser();
	if (browser === null) {
		fail('tests/browser: no browser');
		return files.length;
	}
	const folder = mkdtempSync(join(tmpdir(), 'narada-stories-'));
	const results = join(folder, 'results.json');
	const { code, output, late } = await runChild('npx', ['playwright', 'test', ...files], {
		limit: 15 * minute,
		environment: { CHROMIUM_PATH: browser, NARADA_RESULTS: results }
	});
	const stats = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')).stats : null;
	rmSync(folder, { recursive: true, force: true });
	if (late || stats === null) fail(`tests/browser: ${late ? 'did not end in time' : 'broke'}`, output);
	else {
		// a story that needed a second try counts as failed
		const failed = stats.unexpected + stats.flaky;
		if (stats.expected > 0) pass('tests/browser', stats.expected, `${Math.round(stats.duration / 1000)}s`);
		if (failed > 0) fail(`tests/browser: ${failed}`, output, failed);
		else if (code !== 0 || stats.expected === 0) fail('tests/browser: ended badly or had no story', output);
	}
	return files.length;
}

function filesIn(folder, words) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true })
		.map((name) => join(folder, String(name)))
		.filter((path) => /\.(test|story|spec)\.ts$/.test(path))
		.filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
		.sort();
}

function pass(name, count, remark = '', output = '') {
	totals.passed += count;
	console.log(`✓ ${name}  ${count}${remark ? `  ${remark.trim()}` : ''}`);
	// sentences that a test says although it passes: figures, seeds, why something was skipped
	for (const line of output.split('\n')) if (line.startsWith('· ')) console.log(`  ${line}`);
}

function fail(name, output = '', count = 1) {
	totals.failed += count;
	console.log(`✗ ${name}${output ? `\n${output.trimEnd().replace(/^/gm, '    ')}` : ''}`);
}

/** Runs a child in a process group of its own; after `limit` ms the whole group is ended. */
function runChild(command, args, { limit, environment = {} }) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			stdio: ['ignore', 'pipe', 'pipe'],
			detached: true,
			env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...environment }
		});
		running.add(child);
		let output = '';
		let late = false;
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding('utf8').on('data', (text) => (output += text));
		const timer = setTimeout(() => {
			late = true;
			end(child);
		}, limit);
		child.on('error', (error) => (output += error.message));
		child.on('close', (code) => {
			clearTimeout(timer);
			running.delete(child);
			resolve({ code, output, late });
		});
	});
}

function end(child) {
	try {
		process.kill(-child.pid, 'SIGKILL');
	} catch {
		child.kill('SIGKILL');
	}
}
