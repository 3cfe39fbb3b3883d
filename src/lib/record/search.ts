// Finds records by what they are called and who took part. Letters without their marks are the same letters. Pure.
import { plainLetters } from '#lib/ui/letters.ts';
import type { SessionRecord } from './record.ts';

const searched = ({ title, place, date, laboratory, territory, participants }: SessionRecord): string =>
	plainLetters(
		[
			...[title, place, date, laboratory.name, territory.gmina, territory.powiat, territory.wojewodztwo],
			...participants.map(({ institution }) => institution)
		].join(' ')
	);

/** Records that hold every word of the query, in the order they came in. */
export function findRecords(records: readonly SessionRecord[], query: string): SessionRecord[] {
	const wanted = plainLetters(query).split(/\s+/).filter(Boolean);
	if (wanted.length === 0) return [...records];
	return records.filter((record) => {
		const text = searched(record);
		return wanted.every((word) => text.includes(word));
	});
}

/** A name for a file: "2024-03-07-co-zrobic-z-kuchnia". */
export function fileName({ date, title }: Pick<SessionRecord, 'date' | 'title'>): string {
	const words = plainLetters(title)
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 60)
		.replace(/^-+|-+$/g, '');
	return [date, words].filter(Boolean).join('-') || 'record';
}
