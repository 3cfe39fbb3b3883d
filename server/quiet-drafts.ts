// The sealed drafts of one session's quiet writing: opened for their author, turned into stickies when they are revealed. Knows no journal.
import type * as Y from 'yjs';
import { addSticky, frames } from '#lib/board/board.ts';
import type { Draft, DraftContent } from '#lib/board/drafts.ts';
import { madeBy } from '#lib/session/authorship.ts';
import type { SessionEvent, SessionState } from '#lib/session/session.ts';
import type { BoardAttestation } from './attest.ts';
import type { Seals } from './seal.ts';

export class QuietDrafts {
	constructor(
		readonly session: string,
		readonly seals: Seals
	) {}

	#key(item: string): string {
		return `drafts-${this.session}-${item}`;
	}

	seal(item: string, draft: DraftContent): string {
		this.seals.make(this.#key(item));
		return this.seals.seal(this.#key(item), draft);
	}

	open(draft: Draft): DraftContent {
		return this.seals.open<DraftContent>(this.#key(draft.item), draft.sealed);
	}

	/** Destroys the key of an item of which nothing waits any more. */
	forget(state: SessionState, item: string): void {
		if (!state.drafts.some((draft) => draft.item === item)) this.seals.destroy(this.#key(item));
	}

	/** Revealed drafts become stickies, attested as their item allows. `at` is server time, ms. */
	place(
		doc: Y.Doc,
		before: SessionState,
		events: readonly SessionEvent[],
		attestation: BoardAttestation | null,
		at: number
	): void {
		for (const event of events) {
			if (event.type !== 'drafts.revealed') continue;
			for (const draft of before.drafts.filter(({ id }) => event.drafts.includes(id))) {
				const { frame, text } = this.open(draft);
				const home = frame ?? frames(doc).find(({ item }) => item === draft.item)?.id ?? null;
				const id = addSticky(doc, { id: draft.id, text, frame: home }, null);
				attestation?.vouch(doc, id, madeBy(before, draft.seat, draft.item, at), draft.seat);
			}
		}
	}
}
