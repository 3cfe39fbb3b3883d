// The agenda of a record in its Markdown: planned beside actual time, and the rounds at tables. Pure.
import { clockTime, duration, type Zone } from '#lib/ui/time.ts';
import type { Words } from '#lib/ui/words.ts';
import { cite, plain, section } from './markdown-text.ts';
import { agendaRows, roundsByItem } from './outline.ts';
import type { SessionRecord } from './record.ts';

export function agendaSection(record: SessionRecord, words: Words, zone: Zone): string {
	const rows = agendaRows(record);
	if (rows.length === 0) return '';
	const cells = rows.map(({ id, title, planned, actual, startedAt }) =>
		[
			cite(id),
			plain(title),
			startedAt === null ? '–' : clockTime(startedAt, words.language, zone),
			planned === null ? words('record_planned_not') : duration(planned, words.language),
			actual === null ? words('record_item_skipped') : duration(actual, words.language)
		].join(' | ')
	);
	const columns = [
		'record_column_id',
		'record_column_item',
		'record_column_started',
		'record_column_planned',
		'record_column_actual'
	] as const;
	const table = [
		`| ${columns.map((column) => words(column)).join(' | ')} |`,
		`|${' --- |'.repeat(columns.length)}`,
		...cells.map((row) => `| ${row} |`)
	];
	return section(words('record_agenda'), [...table, ...rounds(record, words)]);
}

/** A table for each item with rounds: tables as rows, rounds as columns. */
function rounds(record: SessionRecord, words: Words): string[] {
	return roundsByItem(record).flatMap(({ title, rounds: columns, tables }) => {
		const heads = columns.map(({ number, minutes }) =>
			[words('tables_round_only', { number }), minutes !== null && `(${duration(minutes, words.language)})`]
				.filter(Boolean)
				.join(' ')
		);
		const sat = (one: (typeof tables)[number]['sat'][number]) => {
			if (!one || one.people === 0) return '–';
			const of = one.sectors.flatMap(({ sector, count }) => (sector ? [`${words(`sector_${sector}`)} ${count}`] : []));
			return [words('tables_people', { count: one.people }), ...of].join(', ');
		};
		return [
			'',
			`### ${title ? words('record_rounds_of', { title: plain(title) }) : words('record_rounds')}`,
			'',
			`| ${[words('record_rounds_table'), ...heads].join(' | ')} |`,
			`|${' --- |'.repeat(columns.length + 1)}`,
			...tables.map(({ name, sat: each }) => `| ${[plain(name), ...each.map(sat)].join(' | ')} |`)
		];
	});
}
