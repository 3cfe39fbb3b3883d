// Looks through everything that lies in a data folder, in every encoding we could think of, for places that tell who chose what.
// Knows the outer form of the journal and nothing of ballots.
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { ClassicLevel } from 'classic-level';

export type Unit = { where: string; bytes: Buffer };
/** What is known of one person, and what gives their choice away. */
export type Secret = { identities: readonly string[]; choices: readonly string[] };

/** Every file as it lies there, and every entry of the journal's store, which packs its blocks (snappy). */
export async function unitsOf(dataDirectory: string): Promise<Unit[]> {
	const units: Unit[] = [];
	for (const entry of await readdir(dataDirectory, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) continue;
		const path = join(entry.parentPath, entry.name);
		const bytes = await readFile(path).catch(() => null);
		if (bytes) units.push({ where: path.slice(dataDirectory.length + 1), bytes });
	}
	const copy = await mkdtemp(join(tmpdir(), 'narada-scan-'));
	await cp(join(dataDirectory, 'journal'), copy, { recursive: true });
	await rm(join(copy, 'LOCK'), { force: true });
	const level = new ClassicLevel<string, Uint8Array>(copy, { keyEncoding: 'utf8', valueEncoding: 'view' });
	for await (const [key, value] of level.iterator())
		units.push({ where: `entry ${key}`, bytes: Buffer.concat([Buffer.from(key), Buffer.from(value)]) });
	await level.close();
	await rm(copy, { recursive: true });
	return units;
}

const unpackers = [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync];

/** The bytes themselves, what they unpack to, and what the base64 and hexadecimal words in them stand for. */
function readings({ bytes }: Unit): Buffer[] {
	const all = [bytes];
	for (const unpack of unpackers)
		try {
			all.push(unpack(bytes));
		} catch {
			continue;
		}
	const text = bytes.toString('latin1');
	for (const [word] of text.matchAll(/[A-Za-z0-9+/_-]{16,}={0,2}/g)) {
		all.push(Buffer.from(word, 'base64'));
		if (/^[0-9a-fA-F]+$/.test(word)) all.push(Buffer.from(word, 'hex'));
	}
	return all;
}

/** How a text may be written down. */
const spellings = (text: string): Buffer[] => [
	Buffer.from(text),
	Buffer.from(text, 'utf16le'),
	Buffer.from([...text].reverse().join('')),
	Buffer.from(encodeURIComponent(text)),
	Buffer.from([...text].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''))
];

type Mark = { at: number; person: number; kind: 'identity' | 'choice' };

type Spelt = { bytes: Buffer; person: number; kind: Mark['kind'] };

/** Every spelling of every text, under its first four bytes. */
function spelt(secrets: readonly Secret[]): Map<number, Spelt[]> {
	const index = new Map<number, Spelt[]>();
	secrets.forEach(({ identities, choices }, person) => {
		for (const [texts, kind] of [
			[identities, 'identity'],
			[choices, 'choice']
		] as const)
			for (const bytes of texts.flatMap(spellings)) {
				const start = bytes.readUInt32LE(0);
				index.set(start, [...(index.get(start) ?? []), { bytes, person, kind }]);
			}
	});
	return index;
}

function marksIn(bytes: Buffer, index: ReadonlyMap<number, Spelt[]>): Mark[] {
	const marks: Mark[] = [];
	for (let at = 0; at + 4 <= bytes.length; at++)
		for (const text of index.get(bytes.readUInt32LE(at)) ?? [])
			if (bytes.subarray(at, at + text.bytes.length).equals(text.bytes))
				marks.push({ at, person: text.person, kind: text.kind });
	return marks;
}

/** Farther apart than this two things in one file do not belong together, bytes. */
const near = 600;

/**
 * Places that tell who chose what. A place that speaks of one person alone and names their choice tells it outright. Where several
 * are named, the nearest name beside a choice is its own in one of so many cases by chance; more than that tells it too.
 */
export function leaksIn(units: readonly Unit[], secrets: readonly Secret[]): string[] {
	const index = spelt(secrets);
	return units.flatMap((unit) =>
		readings(unit).flatMap((bytes) => {
			const marks = marksIn(bytes, index);
			const people = new Set(marks.map(({ person }) => person));
			const kinds = new Set(marks.map(({ kind }) => kind));
			if (kinds.size < 2) return [];
			if (people.size === 1) return [`${unit.where}: names person ${[...people][0]} and their choice`];
			const besides = marks.flatMap((mark, index) => {
				if (mark.kind !== 'choice') return [];
				const names = [marks[index - 1], marks[index + 1]].filter(
					(other) => other?.kind === 'identity' && Math.abs(other.at - mark.at) < near
				);
				return names.length > 0 ? [names.some((name) => name!.person === mark.person)] : [];
			});
			const own = besides.filter(Boolean).length;
			const byChance = 2 + (3 * besides.length) / secrets.length;
			return own > byChance ? [`${unit.where}: ${own} of ${besides.length} choices stand beside their person`] : [];
		})
	);
}

/** Units in which these bytes lie, as they are or spelt. */
export function unitsWith(units: readonly Unit[], secret: Buffer): string[] {
	const forms = [secret, Buffer.from(secret.toString('hex')), Buffer.from(secret.toString('base64'))];
	return units.filter(({ bytes }) => forms.some((form) => bytes.includes(form))).map(({ where }) => where);
}
