// The rows of a live board: what list and table show of each sticky. Knows no order.
import { signCounts } from '../thing.ts';
import type { LiveBoard } from '../board.svelte.ts';
import { dotsOn } from '../dots.ts';
import type { Row } from './rows.ts';

/** In the board's order; `totals` already count for the shown stickies. */
export function rowsOf(board: LiveBoard, totals?: Readonly<Record<string, number>>): Row[] {
	const known = new Set(board.clusters.map(({ id }) => id));
	return board.stickies.map(({ id, now, made }) => ({
		id,
		texts: [now.text, ...(board.sources.get(id) ?? []).map((source) => source.now.text)],
		frame: now.frame,
		cluster: now.cluster !== null && known.has(now.cluster) ? now.cluster : null,
		sector: made?.sector ?? null,
		at: made?.at ?? null,
		dots: dotsOn(totals, id),
		replies: board.replies.get(id)?.length ?? 0,
		signs: signCounts((board.reactions.get(id) ?? []).map((reaction) => reaction.now))
	}));
}
