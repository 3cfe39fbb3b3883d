// The board as rows: one for each shown sticky, sifted and put in order for list and table. Pure; knows no document.
import { sectors, type Sector } from '#lib/people/people.ts';
import { matching } from '../find.ts';
import type { Sign } from '../thing.ts';

export type Row = {
	id: string;
	/** Its text and those of the stickies merged into it. */
	texts: readonly string[];
	frame: string | null;
	cluster: string | null;
	sector: Sector | null;
	/** ms since the epoch; null before the server has seen it. */
	at: number | null;
	dots: number;
	replies: number;
	/** How often each sign was given. */
	signs: readonly (readonly [sign: Sign, count: number])[];
};

/** What is wanted of a column: everything, or one value; `null` stands for "in none" or "not known". */
export type Wanted<T> = { only: T | null } | null;
export type Sift = { query: string; sector: Wanted<Sector>; frame: Wanted<string>; cluster: Wanted<string> };
export const noSift: Sift = { query: '', sector: null, frame: null, cluster: null };

export const rowOrders = ['place', 'dots', 'time', 'sector', 'text', 'replies', 'signs'] as const;
export type RowOrder = (typeof rowOrders)[number];

export const isSifted = (sift: Sift): boolean =>
	Boolean(sift.query.trim() || sift.sector || sift.frame || sift.cluster);

export function sifted<T extends Row>(rows: readonly T[], { query, sector, frame, cluster }: Sift): T[] {
	const fits = <V>(wanted: Wanted<V>, value: V | null) => wanted === null || wanted.only === value;
	const left = rows.filter((row) => fits(sector, row.sector) && fits(frame, row.frame) && fits(cluster, row.cluster));
	return query.trim() ? matching(left, query, ({ texts }) => texts.join(' ')) : left;
}

const given = ({ signs }: Pick<Row, 'signs'>): number => signs.reduce((sum, [, count]) => sum + count, 0);

/** The natural order first: most dots, newest, sectors in their order. Rows come in the board's order, which settles ties. */
export function inRowOrder<T extends Row>(rows: readonly T[], order: RowOrder, turned = false): T[] {
	const place = new Map(rows.map((row, index) => [row, index]));
	const sectorOf = ({ sector }: Row) => (sector === null ? sectors.length : sectors.indexOf(sector));
	const compare: Record<RowOrder, (a: T, b: T) => number> = {
		place: () => 0,
		dots: (a, b) => b.dots - a.dots,
		time: (a, b) => (b.at ?? Number.MAX_SAFE_INTEGER) - (a.at ?? Number.MAX_SAFE_INTEGER),
		sector: (a, b) => sectorOf(a) - sectorOf(b),
		text: (a, b) => (a.texts[0] ?? '').localeCompare(b.texts[0] ?? '', 'pl'),
		replies: (a, b) => b.replies - a.replies,
		signs: (a, b) => given(b) - given(a)
	};
	const sorted = [...rows].sort((a, b) => compare[order](a, b) || place.get(a)! - place.get(b)!);
	return turned ? sorted.reverse() : sorted;
}

/** Dots of each cluster: the sum over its stickies. */
export function clusterSums(rows: readonly Pick<Row, 'cluster' | 'dots'>[]): Map<string, number> {
	const sums = new Map<string, number>();
	for (const { cluster, dots } of rows) if (cluster !== null) sums.set(cluster, (sums.get(cluster) ?? 0) + dots);
	return sums;
}
