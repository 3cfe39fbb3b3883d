// Who may bring a picture to the board of a session, and who may see it. Knows no page; the files are kept behind it.
import { toolItem } from '#lib/agenda/agenda.ts';
import type { PictureAnswer, PictureRefusal } from '#lib/board/images/limits.ts';
import { toolsIn } from '#lib/board/rights.ts';
import { roles, type Role, type SeatId } from '#lib/people/people.ts';
import { boardDocument } from '#lib/session/session.ts';
import type { Images } from './images.ts';
import type { LiveSession } from './live.ts';
import type { Sessions } from './sessions.ts';

/** What a request knows of who sent it. */
type Visitor = { organiser: boolean; seatOf: (session: string, role: Role) => SeatId | null };

export class PictureDoor {
	constructor(
		readonly sessions: Sessions,
		readonly images: Images,
		/** Something can be kept at the moment. */
		readonly works: () => boolean
	) {}

	/** Takes a file as it arrives; the answer comes when it is on disk. */
	async take(session: string, role: Role, seat: SeatId, body: AsyncIterable<Uint8Array>): Promise<PictureAnswer> {
		if (!this.sessions.get(session)) return { ok: false, refusal: 'forbidden' };
		const live = await this.sessions.live(session);
		return this.images.keep({ session, seat }, body, () => (this.works() ? refusal(live, role, seat) : 'storage'));
	}

	/** Whoever has a seat that was not taken away, the hall's screen, and the organiser. */
	async maySee(session: string, { organiser, seatOf }: Visitor): Promise<boolean> {
		if (organiser) return true;
		for (const role of roles) {
			const seat = seatOf(session, role);
			if (seat !== null && (role === 'projector' || (await this.sessions.seat(session, seat)))) return true;
		}
		return false;
	}
}

/** As for writing on the board, by the tools of the running item. */
function refusal(live: LiveSession, role: Role, seat: SeatId): PictureRefusal | null {
	if (live.seat(seat)?.role !== role || live.writeRefusal(role, seat, boardDocument(live.state))) return 'forbidden';
	const { agenda, now } = live.state;
	return role === 'facilitator' || toolsIn(agenda.map(toolItem), now.item, null).has('image') ? null : 'forbidden';
}
