// Dots that a person lays on stickies: what may be added or taken back. The server keeps and counts them.

export type Dots = {
	/** This seat's own dots by sticky. */
	mine: Record<string, number>;
	left: number;
	limit: number;
	open: boolean;
	/** Everybody's dots by sticky, once they may be seen. */
	totals?: Record<string, number>;
};

/** Ids come from elsewhere: only what the record itself holds counts. */
export const dotsOn = (counts: Record<string, number> | undefined, id: string): number =>
	counts && Object.hasOwn(counts, id) ? (counts[id] ?? 0) : 0;

/** Own dots after one more or one less on a sticky; null when that may not be. */
export function withDot(dots: Dots, id: string, change: 1 | -1): Record<string, number> | null {
	const count = dotsOn(dots.mine, id) + change;
	if (!dots.open || count < 0 || (change === 1 && dots.left < 1)) return null;
	const { [id]: _before, ...others } = dots.mine;
	return count ? { ...others, [id]: count } : others;
}
