// Dots that a person lays on stickies: what may be added or taken back. The server keeps and counts them.

export type Dots = {
	/** This seat's own dots by sticky. */
	mine: Record<string, number>;
	left: number;
	limit: number;
	/** Most dots of one person on one sticky, where there is such a limit. */
	perSticky?: number;
	/** Id of a frame, or of the agenda item whose frames are meant; null or none: the whole board. */
	area?: string | null;
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
	if (!dots.open || count < 0 || (change === 1 && (dots.left < 1 || count > (dots.perSticky ?? Infinity)))) return null;
	const { [id]: _before, ...others } = dots.mine;
	return count ? { ...others, [id]: count } : others;
}

/** Whether dots may be laid on a sticky: it lies in the area of the vote. Given the sticky's frame, null for none. */
export const inArea = (dots: Dots, frame: { id: string; item: string | null } | null | undefined): boolean =>
	!dots.area || (frame != null && (frame.id === dots.area || frame.item === dots.area));
