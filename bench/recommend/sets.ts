// The labelled records: where they lie and which half they belong to. Knows no engine.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseRecord, type SessionRecord } from '#lib/record/record.ts';

export type Expected = {
	best: string;
	kind: 'new' | 'modernise' | 'none';
	acceptable: string[];
	wrong: string[];
	missing_keys: string[];
	evidence_for: string[];
	evidence_against: string[];
};
export type Labelled = { file: string; record: SessionRecord; expected: Expected };

const root = new URL('../../', import.meta.url);

function read(folder: string): Labelled[] {
	const place = new URL(folder, root);
	if (!existsSync(place)) return [];
	return readdirSync(place)
		.filter((name) => /^[a-z]\d+\.json$/.test(name))
		.sort()
		.map((file) => {
			const content = JSON.parse(readFileSync(new URL(file, place), 'utf8')) as { expected: Expected };
			const parsed = parseRecord(content);
			if (!parsed.ok) throw new Error(`${file}: ${parsed.reason}`);
			return { file, record: parsed.record, expected: content.expected };
		});
}

const hands = {
	a: read('bench/labelled/a/'),
	b: read('bench/labelled/b/'),
	c: read('bench/labelled/c/'),
	e: read('bench/labelled/e/'),
	h: read('bench/labelled/h/'),
	i: read('bench/labelled/i/'),
	j: read('bench/labelled/j/'),
	f: read('bench/labelled/f/'),
	g: read('bench/labelled/g/'),
	m: read('bench/labelled/m/')
};
const heldHands = { k: read('bench/labelled/k/'), l: read('bench/labelled/l/') };

const cases = read('examples/cases/');

/** By writer; h, i and j are of one. Leanings are learned from these, and measured by leaving one writer out. */
export const writers: Labelled[][] = [
	cases,
	hands.a,
	hands.b,
	hands.c,
	hands.e,
	hands.f,
	hands.g,
	[...hands.h, ...hands.i, ...hands.j],
	hands.m
].filter((records) => records.length > 0);

/** Words and weights were chosen by reading the cases and the tuning sets; nobody who tuned opened the held ones. */
export const sets: { name: string; held: boolean; records: Labelled[] }[] = [
	{ name: 'ten cases', held: false, records: cases },
	{ name: 'tuning, all', held: false, records: Object.values(hands).flat() },
	{ name: 'tuning, hand a', held: false, records: hands.a },
	{ name: 'tuning, hand b (never names the form)', held: false, records: hands.b },
	{ name: 'tuning, hand c', held: false, records: hands.c },
	{ name: 'tuning, hand e (half never name the form)', held: false, records: hands.e },
	{ name: 'tuning, hand h (never names the form)', held: false, records: hands.h },
	{ name: 'tuning, hand i (never names the form, hard)', held: false, records: hands.i },
	{ name: 'tuning, hand j (nothing to recommend)', held: false, records: hands.j },
	{ name: 'tuning, hand f', held: false, records: hands.f },
	{ name: 'tuning, hand g (never names the form)', held: false, records: hands.g },
	{ name: 'tuning, hand m', held: false, records: hands.m },
	{ name: 'held, all', held: true, records: Object.values(heldHands).flat() },
	{ name: 'held, hand k', held: true, records: heldHands.k },
	{ name: 'held, hand l (never names the form)', held: true, records: heldHands.l }
].filter(({ records }) => records.length > 0);
