// The house rules that a machine can check: arrows go one way, there are no rings, files say what they are and stay short.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

type Import = { from: string; to: string; /** Only types: gone before anything runs. */ typesOnly: boolean };

const folders = ['src', 'server', 'rehearsal', 'scripts', 'tests'];
const longest = 300;
/** Outgrown and to be divided; nothing may be added to this list. */
const outgrown = new Set<string>([]);

const files = folders
	.flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
	.filter((path) => /\.(ts|svelte|mjs)$/.test(path) && !path.endsWith('.d.mts'))
	.sort();
const textOf = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]));

/** Path inside the house that an import means, or the package's name. */
function target(from: string, name: string): string {
	if (name.startsWith('#lib/')) return join('src/lib', name.slice('#lib/'.length));
	return name.startsWith('.') ? normalize(join(dirname(from), name)) : name;
}

const imports: Import[] = files.flatMap((from) =>
	[...textOf.get(from)!.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)].map(
		([, type, name]) => ({ from, to: target(from, name!), typesOnly: type !== undefined })
	)
);

const isPlain = (path: string) => path.endsWith('.ts') && !path.endsWith('.svelte.ts');
const nounOf = (path: string) => /^src\/lib\/(?:(\w+)\/|(\w+)\.ts$)/.exec(path)?.slice(1).find(Boolean) ?? null;

/** From the ground up; a noun may use those below it and beside it. */
const storeys = [
	['ui', 'people'],
	['note', 'projector', 'laboratory'],
	['board', 'ballot'],
	['activity'],
	['agenda', 'decision'],
	['protocol', 'link'],
	['session'],
	['record', 'catalogue'],
	['evidence'],
	['recommendation']
];
const storeyOf = (noun: string | null) => storeys.findIndex((nouns) => noun !== null && nouns.includes(noun));

test('the files are found and read', () => {
	assert.ok(files.length > 100);
	assert.ok(imports.length > 300);
	assert.ok(imports.some(({ from, to }) => from === 'server/app.ts' && to === 'server/journal.ts'));
});

test('every noun has its storey', () => {
	const nouns = new Set(files.map(nounOf).filter((noun) => noun !== null));
	assert.equal(
		[...nouns].filter((noun) => storeyOf(noun) < 0),
		[]
	);
});

test('pages and lib meet the server at one door', () => {
	const doors = ['src/hooks.server.ts', 'src/app.d.ts'];
	const through = imports.filter(
		({ from, to }) => from.startsWith('src/') && to.startsWith('server/') && !doors.includes(from)
	);
	assert.equal(through, []);
});

test('lib knows no page, the server knows neither pages nor components', () => {
	const wrong = imports.filter(
		({ from, to }) =>
			(from.startsWith('src/lib/') && to.startsWith('src/routes/')) ||
			(from.startsWith('server/') &&
				(to.startsWith('src/routes/') || to.includes('.svelte') || /^(svelte|\$app)/.test(to)))
	);
	assert.equal(wrong, []);
});

test('plain rules know no component and nothing that only a server has', () => {
	const wrong = imports.filter(
		({ from, to }) => from.startsWith('src/lib/') && isPlain(from) && (to.endsWith('.svelte') || to.startsWith('node:'))
	);
	assert.equal(wrong, []);
});

test('plain rules use only what stands below or beside them', () => {
	const wrong = imports.filter(({ from, to }) => {
		const [upper, lower] = [nounOf(from), nounOf(to)];
		return isPlain(from) && upper !== lower && lower !== null && upper !== null && storeyOf(lower) > storeyOf(upper);
	});
	assert.equal(wrong, []);
});

test('no page brings the catalogue or its translations into a browser', () => {
	const next = new Map<string, string[]>();
	for (const { from, to, typesOnly } of imports) if (!typesOnly) next.set(from, [...(next.get(from) ?? []), to]);
	const brought = new Set(files.filter((path) => path.startsWith('src/') && path.endsWith('.svelte')));
	// a set also walks what is added on the way
	for (const file of brought) for (const to of next.get(file) ?? []) brought.add(to);
	assert.ok(brought.has('src/lib/catalogue/terms.ts'));
	assert.equal(
		[...brought].filter((path) => /^src\/lib\/catalogue\/(catalogue|english)\.ts$/.test(path)),
		[]
	);
});

test('there are no rings, not even of types', () => {
	const next = new Map<string, string[]>();
	for (const { from, to } of imports) if (textOf.has(to)) next.set(from, [...(next.get(from) ?? []), to]);
	const done = new Set<string>();
	const path: string[] = [];
	const rings: string[] = [];
	const visit = (file: string) => {
		if (path.includes(file)) rings.push([...path.slice(path.indexOf(file)), file].join(' → '));
		if (done.has(file) || path.includes(file)) return;
		path.push(file);
		for (const other of next.get(file) ?? []) visit(other);
		path.pop();
		done.add(file);
	};
	files.forEach(visit);
	assert.equal(rings, []);
});

test('there is no barrel and no drawer for odds and ends', () => {
	const drawers = files.filter((path) => /\/(utils?|helpers?|misc|common)(\/|\.)/.test(path));
	assert.equal(drawers, []);
	assert.equal(
		files.filter((path) => /^(src\/lib|tests|rehearsal)\/.*\bindex\.ts$/.test(path)),
		[]
	);
});

test('every import in the house is written with its extension', () => {
	const bare = imports.filter(
		({ to }) => /^(src|server|rehearsal|tests|scripts)\//.test(to) && !/\.(ts|svelte|mjs|json|css)$/.test(to)
	);
	assert.equal(
		bare.filter(({ to }) => !to.includes('$types')),
		[]
	);
});

test('every file begins with a sentence that says what it is', () => {
	const silent = files.filter((path) => !/^(#!.*\n)?(\/\/ \S|<!-- ?\S|\/\*\*? ?\S)/.test(textOf.get(path)!));
	assert.equal(silent, []);
});

test(`no file is longer than ${longest} lines`, () => {
	const long = files
		.map((path) => ({ path, lines: textOf.get(path)!.trimEnd().split('\n').length }))
		.filter(({ path, lines }) => lines > longest && !outgrown.has(path) && !path.startsWith('tests/'));
	assert.equal(long, []);
});

test.run();
