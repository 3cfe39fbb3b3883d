// Who may bring a picture to the board of a live session, and who may see it. Knows no file.
import { toolItem } from '#lib/agenda/agenda.ts';
import type { PictureRefusal } from '#lib/board/images/limits.ts';
import { toolsIn } from '#lib/board/rights.ts';
import { roles, type Role, type SeatId } from '#lib/people/people.ts';
import { boardDocument } from '#lib/session/session.ts';
import type { LiveSession } from './live.ts';
import type { Sessions } from './sessions.ts';

/** As for writing on the board, by the tools of the running item; null: they may. */
export function pictureRefusal(live: LiveSession, role: Role, seat: SeatId): PictureRefusal | null {
	if (live.writeRefusal(role, seat, boardDocument(live.state)) !== null) return 'forbidden';
	if (live.seat(seat)?.role === 'facilitator') return null;
	const { agenda, now } = live.state;
	return toolsIn(agenda.map(toolItem), now.item, null).has('image') ? null : 'forbidden';
}

/** Whoever has a seat that was not taken away, the hall's screen, and the organiser. */
export async function maySeePictures(
	sessions: Sessions,
	session: string,
	who: { organiser: boolean; seatOf: (session: string, role: Role) => SeatId | null }
): Promise<boolean> {
	if (who.organiser) return true;
	for (const role of roles) {
		const seat = who.seatOf(session, role);
		if (seat !== null && (role === 'projector' || (await sessions.seat(session, seat)))) return true;
	}
	return false;
}
