// What the hall's screen shows: what runs now, or the scene that a facilitator chose. Pure; knows no screen.
import type { OpenBallot, OpenItem, ProjectorView } from '#lib/protocol/views.ts';
import { nowOf } from './now.ts';

export type Hall = { item: OpenItem | null } & (
	| { kind: 'before' | 'over' | 'talk' | 'break' | 'agenda' | 'people' | 'decisions' | 'join' }
	| { kind: 'ballot' | 'dots'; ballot: OpenBallot }
	| { kind: 'board'; of: string | null }
	| { kind: 'note'; of: string }
	| { kind: 'message'; text: string }
);

/** A scene whose ballot or note is not there falls back to what runs now. */
export function hallOf(view: ProjectorView): Hall {
	const now = nowOf(view);
	const { item } = now;
	const running: Hall =
		now.kind === 'board'
			? { kind: 'board', item, of: now.item.id }
			: now.kind === 'note'
				? { kind: 'note', item, of: now.item.id }
				: now.kind === 'ballot' || now.kind === 'dots'
					? { kind: now.kind, item, ballot: now.ballot }
					: { kind: now.kind, item };
	if (view.status !== 'open') return running;
	const { scene } = view.projection;
	switch (scene.kind) {
		case 'now':
			return running;
		case 'board':
			return { kind: 'board', item, of: null };
		case 'ballot': {
			const ballot = view.ballots.find(({ id }) => id === scene.ballot);
			return ballot ? { kind: ballot.method === 'dots' ? 'dots' : 'ballot', item, ballot } : running;
		}
		case 'note':
			return view.notes[scene.item] === undefined ? running : { kind: 'note', item, of: scene.item };
		case 'message':
			return { kind: 'message', item, text: scene.text };
		default:
			return { kind: scene.kind, item };
	}
}

/** How much larger one step of zoom is. */
const zoomStep = 1.12;
export const zoomFactor = (steps: number): number => zoomStep ** steps;
