// The board as a table for a spreadsheet. Plain: also on the server.
import { signCounts } from '../thing.ts';
import type * as Y from 'yjs';
import type { Words } from '#lib/ui/words.ts';
import { frames, made, stickies, things } from '../board.ts';
import { clusters } from '../clusters/clusters.ts';
import { together } from '../clusters/merge.ts';
import { dotsOn } from '../dots.ts';
import { rootsOf } from '../order.ts';
import { reactionsBy } from '../reactions/reactions.ts';

const columns = ['frame', 'cluster', 'text', 'sector', 'time', 'dots'] as const;

/** A cell that a spreadsheet takes for text, even when it begins like a formula. */
const cell = (value: string): string => `"${value.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;

/** One sticky a line, in the board's order; separated by semicolons as Polish spreadsheets expect, UTF-8 with a mark. */
export function boardCsv(doc: Y.Doc, words: Words, totals?: Record<string, number>): string {
	const names = new Map([...frames(doc), ...clusters(doc)].map(({ id, name }) => [id, name]));
	const sums = totals && together(totals, rootsOf(things(doc).filter((each) => each.kind === 'sticky')));
	const head = totals ? columns : columns.slice(0, -1);
	const given = reactionsBy(doc);
	/** A column for each sign that anybody gave. */
	const used = signCounts([...given.values()].flat()).map(([sign]) => sign);
	const lines = stickies(doc).map((sticky) => {
		const who = made(doc, sticky.id);
		return [
			(sticky.frame && names.get(sticky.frame)) ?? '',
			(sticky.cluster && names.get(sticky.cluster)) ?? '',
			sticky.text,
			who?.sector ? words(`sector_${who.sector}`) : '',
			who?.at ? new Date(who.at).toISOString() : '',
			...(sums ? [String(dotsOn(sums, sticky.id))] : []),
			...used.map((sign) => String(new Map(signCounts(given.get(sticky.id) ?? [])).get(sign) ?? 0))
		];
	});
	const titles = [...head.map((name) => words(`board_column_${name}`)), ...used.map((sign) => words(`sign_${sign}`))];
	const all = [titles, ...lines];
	return '\ufeff' + all.map((line) => line.map(cell).join(';')).join('\r\n') + '\r\n';
}
