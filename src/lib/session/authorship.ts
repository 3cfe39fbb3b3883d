// What may be said and kept of who wrote something, as the items of the agenda allow. Pure; knows no document.
import { strictest } from '#lib/agenda/agenda.ts';
import type { Made } from '#lib/board/thing.ts';
import type { SeatId } from '#lib/people/people.ts';
import type { SessionState } from './session.ts';

type Known = Pick<SessionState, 'agenda' | 'now' | 'seats' | 'removed'>;

/** What may be known of the author of something in a frame: as the stricter of the frame's item and the running one says. */
export function madeBy(
	{ agenda, now, seats, removed }: Known,
	seatId: SeatId,
	frameItem: string | null,
	at: number
): Made {
	const privacy = strictest(agenda.filter(({ id }) => id === now.item || id === frameItem).map((item) => item.privacy));
	const seat = seats[seatId] ?? removed[seatId];
	const participant = seat?.role === 'participant' ? seat : null;
	return {
		sector: participant && privacy !== 'anonymous' ? participant.sector : null,
		by: participant && privacy === 'named' ? participant.name || participant.institution : null,
		...(seat?.role === 'facilitator' ? { fixed: true as const } : {}),
		at,
		item: agenda.some(({ id }) => id === frameItem) ? frameItem : now.item
	};
}

/** What the journal may say of a seat's edits: as little as the strictest item of the agenda allows. */
export function authorMark({ agenda, seats }: Known, seatId: SeatId): string {
	const privacy = strictest(agenda.map((item) => item.privacy));
	if (privacy === 'named') return seatId;
	return privacy === 'sector' ? `sector:${seats[seatId]?.sector ?? ''}` : '';
}
