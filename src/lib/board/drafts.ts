// Quiet writing: drafts that only their author's device gets to see, until a facilitator reveals them. Knows no seal and no document.
import type { SeatId } from '#lib/people/people.ts';

export type DraftId = string;

/** A thought that waits to be revealed; where it belongs and what it says is sealed. */
export type Draft = { id: DraftId; seat: SeatId; item: string; sealed: string };
export type DraftContent = { frame: string | null; text: string };

/** Drafts of one seat in one item. */
export const draftsLimit = 60;

export type DraftEvent =
	| { type: 'draft.kept'; draft: Draft }
	| { type: 'draft.removed'; draft: DraftId }
	| { type: 'drafts.revealed'; drafts: DraftId[] };

export function foldDrafts(drafts: readonly Draft[], event: DraftEvent): Draft[] {
	switch (event.type) {
		case 'draft.kept': {
			const known = drafts.some(({ id }) => id === event.draft.id);
			return known
				? drafts.map((draft) => (draft.id === event.draft.id ? event.draft : draft))
				: [...drafts, event.draft];
		}
		case 'draft.removed':
			return drafts.filter(({ id }) => id !== event.draft);
		case 'drafts.revealed':
			return drafts.filter(({ id }) => !event.drafts.includes(id));
	}
}

/**
 * One draft of each author in turn (nominal group technique): authors in the order of `seats`, starting after the one
 * whose draft was revealed last; `revealed` counts how many of each have been.
 */
export function nextInRound(
	drafts: readonly Draft[],
	seats: readonly SeatId[],
	revealed: Readonly<Record<SeatId, number>>
): Draft | null {
	const waiting = seats.filter((seat) => drafts.some((draft) => draft.seat === seat));
	const least = Math.min(...waiting.map((seat) => revealed[seat] ?? 0));
	const seat = waiting.find((one) => (revealed[one] ?? 0) === least);
	return drafts.find((draft) => draft.seat === seat) ?? null;
}
