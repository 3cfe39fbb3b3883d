// What the file of a record is called. Pure.
import { plainLetters } from '#lib/ui/letters.ts';
import type { SessionRecord } from './record.ts';

/** A name for a file: "2024-03-07-co-zrobic-z-kuchnia". */
export function fileName({ date, title }: Pick<SessionRecord, 'date' | 'title'>): string {
	const words = plainLetters(title)
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 60)
		.replace(/^-+|-+$/g, '');
	return [date, words].filter(Boolean).join('-') || 'record';
}
