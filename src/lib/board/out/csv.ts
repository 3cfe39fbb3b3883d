// The board as a table for a spreadsheet. Plain: also on the server.
import { signCounts } from '../thing.ts';
import type * as Y from 'yjs';
import { dayAndTime, type Zone } from '#lib/ui/time.ts';
import type { Words } from '#lib/ui/words.ts';
import { frames, made, stickies, things } from '../board.ts';
import { clusters } from '../clusters/clusters.ts';
import { together } from '../clusters/merge.ts';
import { dotsOn } from '../dots.ts';
import { rootsOf, sourcesBy } from '../order.ts';
import { reactionsBy } from '../reactions/reactions.ts';
import { repliesBy } from '../replies.ts';

const columns = ['frame', 'cluster', 'text', 'sector', 'time_in', 'dots'] as const;

/** A cell that a spreadsheet takes for text, even where it begins like a formula, after blanks too or in wide letters. */
const cell = (value: string): string =>
	`"${value.replace(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/, "'$&").replaceAll('"', '""')}"`;

/** Several texts in one cell, each on a line of its own. */
const inOneCell = (texts: readonly { text: string }[] | undefined): string =>
	(texts ?? []).flatMap(({ text }) => text.trim().replace(/\s*\n\s*/g, ' / ') || []).join('\n');

/**
 * One sticky a line, in the board's order; separated by semicolons as Polish spreadsheets expect, UTF-8 with a mark. Times
 * are those of the clocks in `zone`, whose name stands at the head of their column. What was merged into a sticky, what was
 * answered and each sign have a column where there is any.
 */
export function boardCsv(
	doc: Y.Doc,
	words: Words,
	{ totals, zone }: { totals?: Record<string, number> | undefined; zone: NonNullable<Zone> }
): string {
	const names = new Map([...frames(doc), ...clusters(doc)].map(({ id, name }) => [id, name]));
	const all = things(doc).filter((each) => each.kind === 'sticky');
	const sums = totals && together(totals, rootsOf(all));
	const given = reactionsBy(doc);
	const used = signCounts([...given.values()].flat()).map(([sign]) => sign);
	const beside = (
		[
			['cluster_sources', sourcesBy(all)],
			['reply_title', repliesBy(doc)]
		] as const
	).filter(([, by]) => by.size > 0);
	const lines = stickies(doc).map((sticky) => {
		const who = made(doc, sticky.id);
		return [
			(sticky.frame && names.get(sticky.frame)) ?? '',
			(sticky.cluster && names.get(sticky.cluster)) ?? '',
			sticky.text,
			who?.sector ? words(`sector_${who.sector}`) : '',
			who?.at ? dayAndTime(who.at, zone) : '',
			...(sums ? [String(dotsOn(sums, sticky.id))] : []),
			...beside.map(([, by]) => inOneCell(by.get(sticky.id))),
			...used.map((sign) => String(new Map(signCounts(given.get(sticky.id) ?? [])).get(sign) ?? 0))
		];
	});
	const titles = [
		...(totals ? columns : columns.slice(0, -1)).map((name) => words(`board_column_${name}`, { zone })),
		...beside.map(([name]) => words(name)),
		...used.map((sign) => words(`sign_${sign}`))
	];
	return '\ufeff' + [titles, ...lines].map((line) => line.map(cell).join(';')).join('\r\n') + '\r\n';
}
