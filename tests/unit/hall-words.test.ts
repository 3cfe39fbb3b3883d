// The pages of the hall get every sentence that they, or anything they load, ask for.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { hallMessages, isForHall, isHallPage } from '#lib/ui/hall-words.ts';
import { loadMessages } from '#lib/ui/words.ts';

const root = new URL('../../', import.meta.url).pathname;

/** The file and all that it imports from the house, at once or later; types do not count. */
function reached(file: string, seen: Set<string> = new Set()): Set<string> {
	if (seen.has(file) || !existsSync(file)) return seen;
	seen.add(file);
	const imports = readFileSync(file, 'utf8').matchAll(
		/(?:import\s+(?!type\b)[^'"]*?from\s+|import\s+|import\()['"]([^'"]+)['"]/g
	);
	for (const [, name = ''] of imports) {
		if (name.startsWith('#lib/')) reached(join(root, 'src/lib', name.slice(5)), seen);
		else if (name.startsWith('.')) reached(join(dirname(file), name), seen);
	}
	return seen;
}

test('every sentence that a page of the hall can show comes with it', () => {
	const files = new Set<string>();
	for (const page of [
		's/[code]/+page.svelte',
		's/[code]/+error.svelte',
		's/[code]/screen/+page.svelte',
		'+layout.svelte'
	])
		reached(join(root, 'src/routes', page), files);
	const missing: string[] = [];
	for (const file of files)
		for (const [, key = ''] of readFileSync(file, 'utf8').matchAll(/words\(\s*['"`]([a-z]+_[a-z_]*)/g))
			if (!isForHall(key)) missing.push(`${file.slice(root.length)}: ${key}`);
	assert.ok(files.size > 40, 'the pages were found');
	assert.equal(missing, []);
});

test('the rest is left out, and that is most of it', async () => {
	const all = await loadMessages('pl');
	const hall = hallMessages(all);
	assert.ok(Object.keys(hall).length < Object.keys(all).length / 2);
	assert.is(hall.live_tab_now, all.live_tab_now);
	assert.is(isHallPage('/s/[code]'), true);
	assert.is(isHallPage('/s/[code]/run'), false);
	assert.is(isHallPage(null), false);
});

test.run();
