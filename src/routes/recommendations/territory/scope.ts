// Which sessions an address asks for, in words, and the document drawn from them. Knows no page.
import type { PaperDocument } from '#lib/recommendation/document.ts';
import { inScope, overMany, withoutExamples, type Scope } from '#lib/recommendation/over-many.ts';
import { strategyDocument } from '#lib/recommendation/over-many-strategy.ts';
import { calendarDate } from '#lib/ui/time.ts';
import { loadWords, type Words } from '#lib/ui/words.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

export function scopeOf({ searchParams }: URL): Scope {
	const text = (name: string) => searchParams.get(name)?.trim().slice(0, 120) ?? '';
	const date = (name: string) => (day.test(text(name)) ? text(name) : '');
	return { laboratory: text('laboratory'), territory: text('territory'), from: date('from'), to: date('to') };
}

/** Made-up sessions of the example never mix with what was really said: they are drawn from where nothing else is, or by name. */
export function recordsIn({ app }: App.Locals, scope: Scope) {
	const records = app.records.list().filter((record) => inScope(record, scope));
	return scope.laboratory === '' ? withoutExamples(records) : records;
}

function scopeWords(scope: Scope, laboratory: string | null, words: Words): string[] {
	return [
		...(laboratory ? [laboratory] : []),
		...(scope.territory ? [scope.territory] : []),
		...(scope.from ? [words('many_from', { date: calendarDate(scope.from, words.language) })] : []),
		...(scope.to ? [words('many_to', { date: calendarDate(scope.to, words.language) })] : [])
	];
}

/** `name`: what a file of it is called after. */
export async function strategyIn(url: URL, locals: App.Locals): Promise<{ paper: PaperDocument; name: string }> {
	const { app, language } = locals;
	const words = await loadWords(language);
	const catalogue = app.catalogues.current;
	const asked = scopeOf(url);
	const scope = scopeWords(asked, app.laboratories.get(asked.laboratory)?.name ?? null, words);
	const many = overMany(recordsIn(locals, asked), catalogue);
	const today = new Date(app.clock()).toISOString().slice(0, 10);
	const paper = strategyDocument({ many, catalogue, words, scope, origin: url.origin, today });
	return { paper, name: [paper.title, ...scope].join(' ') };
}
