// The sentences of both languages say the same things, in whole grammar, and every one of them is used.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { languages, loadWords, type Messages, wordsFrom } from '#lib/ui/words.ts';

type Message = string | Record<string, string>;

const root = new URL('../../', import.meta.url).pathname;
const messages = Object.fromEntries(
	languages.map((language) => [
		language,
		JSON.parse(readFileSync(join(root, `messages/${language}.json`), 'utf8')) as Record<string, Message>
	])
) as Record<(typeof languages)[number], Record<string, Message>>;

const keys = Object.keys(messages.pl);

/** Keys that are put together while the page runs, besides those that a template such as `sector_${…}` shows. */
const families = ['refusal_', 'frame_', 'kind_', 'method_', 'template_', 'record_refused_'];

const forms = (message: Message | undefined): string[] =>
	message === undefined ? [] : typeof message === 'string' ? [message] : Object.values(message);

const places = (message: Message | undefined): string[] =>
	[...new Set(forms(message).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)))].sort();

function source(folder: string): string {
	if (!existsSync(join(root, folder))) return '';
	return readdirSync(join(root, folder), { withFileTypes: true })
		.map((entry) => {
			const path = join(folder, entry.name);
			if (entry.isDirectory()) return source(path);
			return /\.(ts|svelte|mjs)$/.test(entry.name) ? readFileSync(join(root, path), 'utf8') : '';
		})
		.join('\n');
}

test('both languages have the same sentences, sorted by key', () => {
	assert.equal(Object.keys(messages.en), keys);
	assert.equal(keys, [...keys].sort());
});

test('no sentence is empty', () => {
	for (const language of languages) {
		for (const [key, message] of Object.entries(messages[language])) {
			for (const form of forms(message)) assert.ok(form.trim() !== '', `${language} ${key}`);
		}
	}
});

test('both languages fill the same places', () => {
	for (const key of keys) {
		const [pl, en] = [places(messages.pl[key]), places(messages.en[key])];
		assert.equal(en, pl, key);
	}
});

test('a plural has every form of its language, in both languages, and its number is called count', () => {
	const whole = { pl: ['few', 'many', 'one', 'other'], en: ['one', 'other'] };
	for (const key of keys) {
		const plural = languages.filter((language) => typeof messages[language][key] === 'object');
		if (plural.length === 0) continue;
		assert.equal(plural, [...languages], `${key} is a plural in one language only`);
		for (const language of languages) {
			assert.equal(Object.keys(messages[language][key] ?? {}).sort(), whole[language], `${language} ${key}`);
		}
		assert.ok(places(messages.pl[key]).includes('count'), `${key} never says its number`);
	}
});

test('every key is a few small words joined by underscores', () => {
	for (const key of keys) assert.match(key, /^[a-z][a-z0-9-]*(_[a-z0-9-]+)+$/);
});

test('every sentence that the pages ask for exists, and every sentence is asked for', () => {
	const text = source('src') + source('server') + source('scripts');
	const asked = [...text.matchAll(/\b(?:words|t)\(\s*(['"`])([\w-]+)\1/g)].map(([, , key = '']) => key);
	assert.equal(
		[...new Set(asked)].filter((key) => !(key in messages.pl)),
		[]
	);

	const quoted = new Set([...text.matchAll(/(['"`])([a-z][\w-]*)\1/g)].map(([, , word = '']) => word));
	const made = [...text.matchAll(/`([a-z]\w*_)\$\{/g)].map(([, family = '']) => family);
	const idle = keys.filter(
		(key) => !quoted.has(key) && ![...families, ...made].some((family) => key.startsWith(family))
	);
	assert.equal(idle, []);
});

test('Polish counts in its own way', () => {
	const words = wordsFrom('pl', {
		app_name: {
			one: '{count} karteczka',
			few: '{count} karteczki',
			many: '{count} karteczek',
			other: '{count} karteczki'
		}
	} as unknown as Messages);
	assert.is(words('app_name', { count: 1 }), '1 karteczka');
	assert.is(words('app_name', { count: 2 }), '2 karteczki');
	assert.is(words('app_name', { count: 5 }), '5 karteczek');
	assert.is(words('app_name', { count: 22 }), '22 karteczki');
	assert.is(words('app_name', { count: 12 }), '12 karteczek');
	assert.is(words('app_name', { count: 1.5 }), '1,5 karteczki');
});

test('the language that is loaded is the language that was asked for', async () => {
	for (const language of languages) assert.is((await loadWords(language)).language, language);
});

test.run();
