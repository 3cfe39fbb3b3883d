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
	j: read('bench/labelled/j/')
};
const heldHands = { f: read('bench/labelled/f/'), g: read('bench/labelled/g/') };

/** Words and weights were chosen by reading the cases and the tuning sets; nobody who tuned opened the held ones. */
export const sets: { name: string; held: boolean; records: Labelled[] }[] = [
	{ name: 'ten cases', held: false, records: read('examples/cases/') },
	{ name: 'tuning, all', held: false, records: Object.values(hands).flat() },
	{ name: 'tuning, hand a', held: false, records: hands.a },
	{ name: 'tuning, hand b (never names the form)', held: false, records: hands.b },
	{ name: 'tuning, hand c', held: false, records: hands.c },
	{ name: 'tuning, hand e (half never name the form)', held: false, records: hands.e },
	{ name: 'tuning, hand h (never names the form)', held: false, records: hands.h },
	{ name: 'tuning, hand i (never names the form, hard)', held: false, records: hands.i },
	{ name: 'tuning, hand j (nothing to recommend)', held: false, records: hands.j },
	{ name: 'held, all', held: true, records: Object.values(heldHands).flat() },
	{ name: 'held, hand f', held: true, records: heldHands.f },
	{ name: 'held, hand g', held: true, records: heldHands.g }
].filter(({ records }) => records.length > 0);
