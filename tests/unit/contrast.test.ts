// Every pair of colours that may meet on a screen is told apart well enough (WCAG 2.2 AA), on paper and in the dark hall.
import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { stickyParts } from '#lib/board/out/drawn-sticky.ts';
import { plainPapers } from '#lib/board/paper.ts';
import { sectors } from '#lib/people/people.ts';

type Colours = Record<string, string>;

const css = readFileSync(new URL('../../src/app.css', import.meta.url), 'utf8');

/** The hex colours of the first rule with this selector. */
function coloursOf(selector: string): Colours {
	const start = css.indexOf(`${selector} {`);
	assert.not.equal(start, -1, selector);
	const rule = css.slice(start, css.indexOf('}', start));
	return Object.fromEntries([...rule.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

/** Relative luminance and contrast ratio as WCAG defines them. */
function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const part = parseInt(colour.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'raised', 'sunken'];
const text: [ink: string, ground: string][] = [
	...['ink', 'ink-soft', 'accent', 'accent-strong', 'danger', 'danger-ink', 'warn-ink', 'ok-ink'].flatMap((ink) =>
		grounds.map((ground): [string, string] => [ink, ground])
	),
	['accent-ink', 'accent'],
	['accent-ink', 'accent-strong'],
	['accent-ink', 'danger'],
	['accent-ink', 'danger-strong'],
	...['ink', 'ink-soft', 'accent', 'accent-strong'].map((ink): [string, string] => [ink, 'accent-soft']),
	...['danger', 'warn', 'ok'].flatMap((tone): [string, string][] => [
		[`${tone}-ink`, `${tone}-soft`],
		['ink', `${tone}-soft`]
	]),
	['danger', 'danger-soft'],
	...sectors.flatMap((sector): [string, string][] => [
		...['paper', 'raised', 'sunken', `sector-${sector}-soft`].map((ground): [string, string] => [
			`sector-${sector}-ink`,
			ground
		]),
		['ink', `sector-${sector}-soft`],
		['sticky-ink', `sticky-${sector}`]
	])
];

/** Marks, bars, borders of what can be pressed or filled in, the focus ring: three to one is enough. */
const shapes: [shape: string, ground: string][] = [
	...['line-strong', 'focus', 'accent', 'danger', 'warn', 'ok'].flatMap((shape) =>
		grounds.map((ground): [string, string] => [shape, ground])
	),
	...sectors.flatMap((sector): [string, string][] =>
		[...grounds, `sector-${sector}-soft`].map((ground): [string, string] => [`sector-${sector}`, ground])
	)
];

const paper = coloursOf(':root');
const hall = { ...paper, ...coloursOf("[data-hall='dark']") };

for (const [place, colours] of Object.entries({ 'on paper': paper, 'in the dark hall': hall })) {
	for (const [pairs, least] of [
		[text, 4.5],
		[shapes, 3]
	] as const) {
		test(`${place}, ${pairs.length} pairs have a contrast of at least ${least}`, () => {
			const weak = pairs.flatMap(([front, back]) => {
				const [one, other] = [colours[front], colours[back]];
				if (!one || !other) return [`${front} or ${back} is no colour`];
				const ratio = contrast(one, other);
				return ratio < least ? [`${front} on ${back}: ${ratio.toFixed(2)}`] : [];
			});
			assert.equal(weak, []);
		});
	}
}

test('the mark of a sector stands out on its sticky, which is light in every hall', () => {
	for (const sector of sectors) {
		const ratio = contrast(paper[`sector-${sector}`] ?? '', paper[`sticky-${sector}`] ?? '');
		assert.ok(ratio >= 3, `${sector}: ${ratio.toFixed(2)}`);
	}
});

test('the words of every card can be read from far: seven to one on each paper, in a light hall and a dark one', () => {
	const papers = [
		...sectors.map((sector) => paper[`sticky-${sector}`] ?? ''),
		...Object.values(plainPapers),
		'#f4efd9'
	];
	for (const colours of [paper, hall])
		for (const ground of papers) {
			const ratio = contrast(colours['sticky-ink'] ?? '', ground);
			assert.ok(ratio >= 7, `${ground}: ${ratio.toFixed(2)}`);
		}
});

test('the dark hall changes every sector and no sticky', () => {
	const changed = Object.keys(coloursOf("[data-hall='dark']"));
	for (const sector of sectors) assert.ok(changed.includes(`sector-${sector}`), sector);
	assert.equal(
		changed.filter((name) => name.startsWith('sticky-')),
		[]
	);
});

test('a sticky on paper has the colour that its sector has on a screen', () => {
	const sticky = { id: 's', kind: 'sticky', text: '', place: [0, 0, 200, 200], frame: null, colour: null } as never;
	for (const sector of sectors) {
		const [sheet] = stickyParts(sticky, sector, '', () => 0);
		assert.is(sheet?.kind === 'rectangle' && sheet.fill, paper[`sticky-${sector}`], sector);
	}
});

test.run();
