// Reads from the address which sessions are asked for, and says it in words. Knows no page.
import { inScope, type Scope } from '#lib/recommendation/over-many.ts';
import { calendarDate } from '#lib/ui/time.ts';
import type { Words } from '#lib/ui/words.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

export function scopeOf({ searchParams }: URL): Scope {
	const text = (name: string) => searchParams.get(name)?.trim().slice(0, 120) ?? '';
	const date = (name: string) => (day.test(text(name)) ? text(name) : '');
	return { laboratory: text('laboratory'), territory: text('territory'), from: date('from'), to: date('to') };
}

export const recordsIn = ({ app }: App.Locals, scope: Scope) =>
	app.records.list().filter((record) => inScope(record, scope));

export function scopeWords(scope: Scope, laboratory: string | null, words: Words): string[] {
	return [
		...(laboratory ? [laboratory] : []),
		...(scope.territory ? [scope.territory] : []),
		...(scope.from ? [words('many_from', { date: calendarDate(scope.from, words.language) })] : []),
		...(scope.to ? [words('many_to', { date: calendarDate(scope.to, words.language) })] : [])
	];
}
