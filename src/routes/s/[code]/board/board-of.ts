// The board of a session for whoever may take it away: the organiser and the session's facilitators.
import { error, redirect } from '@sveltejs/kit';
import type * as Y from 'yjs';
import type { Drawing } from '#lib/board/out/part.ts';
import type { ProjectorView } from '#lib/protocol/views.ts';
import { revealedDots } from '#lib/session/board-on-paper.ts';
import { normaliseCode, type Plan } from '#lib/session/plan.ts';
import { boardDocument } from '#lib/session/session.ts';

export type BoardToTake = {
	plan: Plan;
	/** Null before the session was opened. */ doc: Y.Doc | null;
	totals?: Record<string, number>;
};

export async function boardOf(code: string, locals: App.Locals, path: string): Promise<BoardToTake> {
	const { sessions } = locals.app;
	const plan = sessions.byCode(normaliseCode(code));
	if (!plan) error(404, 'no such session');
	const seat = locals.seatOf(plan.id, 'facilitator');
	if (!locals.organiser && (seat === null || !(await sessions.seat(plan.id, seat))))
		redirect(303, `/signin?next=${encodeURIComponent(path)}`);
	const live = await sessions.live(plan.id);
	const document = await live.documents.get(boardDocument(live.state));
	const totals = revealedDots(live.view({ role: 'projector' }) as ProjectorView);
	return { plan, doc: document?.doc ?? null, ...(totals && { totals }) };
}

/** The files of pictures in drawings, as far as they are there. */
export async function picturesIn(
	drawings: readonly Drawing[],
	session: string,
	images: App.Locals['app']['images']
): Promise<Map<string, { bytes: Uint8Array; type: string }>> {
	const files = drawings.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'picture' ? [part.file] : [])));
	const found = new Map<string, { bytes: Uint8Array; type: string }>();
	for (const file of new Set(files)) {
		const picture = await images.read(session, file);
		if (picture) found.set(file, picture);
	}
	return found;
}
