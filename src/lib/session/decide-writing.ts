// What commands about the board and quiet writing lead to. Pure: drafts are sealed by the server.
import { draftsLimit, nextInRound } from '#lib/board/drafts.ts';
import type { Command } from '#lib/protocol.ts';
import { lead, refuse, type Outcome, type Sitting, type Surroundings } from './outcome.ts';
import type { SessionState } from './session.ts';

type WritingCommand = Extract<Command, { type: 'board.lock' | `draft.${string}` | 'drafts.reveal' }>;

export function decideWriting(
	state: SessionState,
	seat: Sitting,
	command: WritingCommand,
	around: Pick<Surroundings, 'sealDraft'>
): Outcome {
	switch (command.type) {
		case 'board.lock':
			return lead({ type: 'board.locked', locked: command.locked });
		case 'draft.keep': {
			const known = state.drafts.find(({ id }) => id === command.draft);
			if (known && known.seat !== seat.id) return refuse('role');
			const item = known?.item ?? state.now.item;
			if (item === null) return refuse('no-such-item');
			const own = state.drafts.filter((draft) => draft.seat === seat.id && draft.item === item);
			if (!known && own.length >= draftsLimit) return refuse('too-many');
			const sealed = around.sealDraft(item, { frame: command.frame, text: command.text });
			return lead({ type: 'draft.kept', draft: { id: command.draft, seat: seat.id, item, sealed } });
		}
		case 'draft.remove': {
			const known = state.drafts.find(({ id }) => id === command.draft);
			if (!known) return lead();
			return known.seat === seat.id ? lead({ type: 'draft.removed', draft: known.id }) : refuse('role');
		}
		case 'drafts.reveal': {
			const here = state.drafts.filter(({ item }) => item === state.now.item);
			// what somebody wrote who is gone is heard last
			const authors = [...Object.keys(state.seats), ...Object.keys(state.removed)];
			const drafts = command.how === 'all' ? here : [nextInRound(here, authors, state.revealed)];
			const ids = drafts.flatMap((draft) => (draft ? [draft.id] : []));
			return ids.length > 0 ? lead({ type: 'drafts.revealed', drafts: ids }) : refuse('nothing-to-reveal');
		}
	}
}
