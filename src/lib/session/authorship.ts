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

/**
 * What the journal may say of a seat's edits in a document. All items share one board, and one edit may touch several of their frames,
 * so there it is as little as the strictest item of the agenda allows, ever since the session began. A note is a document of its own,
 * in which a device has a hand (client id) of its own: only its item counts, and the one that runs.
 */
export function authorMark({ agenda, now, seats }: Known, seatId: SeatId, document: string): string {
	const ofNote = agenda.find(({ id }) => document.startsWith(`note.${id}.`));
	const counts = ofNote ? agenda.filter(({ id }) => id === ofNote.id || id === now.item) : agenda;
	const privacy = strictest(counts.map((item) => item.strictest ?? item.privacy));
	if (privacy === 'named') return seatId;
	return privacy === 'sector' ? `sector:${seats[seatId]?.sector ?? ''}` : '';
}
