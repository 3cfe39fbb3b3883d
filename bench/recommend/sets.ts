// The labelled records: where they lie and which half they belong to. Knows no engine.
import { readdirSync, readFileSync } from 'node:fs';
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

/** Hands a and b: odd numbers tune; hand c, which goes through the models in the order of hand a: even ones. */
const tunes = ({ file }: Labelled): boolean => {
	const odd = Number(file.slice(1, 3)) % 2 === 1;
	return file.startsWith('c') ? !odd : odd;
};

const hands = { a: read('bench/labelled/a/'), b: read('bench/labelled/b/'), c: read('bench/labelled/c/') };
const all = Object.values(hands).flat();

export const sets: { name: string; records: Labelled[] }[] = [
	{ name: 'ten cases', records: read('examples/cases/') },
	{ name: 'tuning half', records: all.filter(tunes) },
	{ name: 'held half', records: all.filter((one) => !tunes(one)) },
	{ name: 'held, hand a', records: hands.a.filter((one) => !tunes(one)) },
	{ name: 'held, hand b (never names the form)', records: hands.b.filter((one) => !tunes(one)) },
	{ name: 'held, hand c', records: hands.c.filter((one) => !tunes(one)) }
];
