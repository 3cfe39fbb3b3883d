// What this person may do with the things on a board. The server checks the same; this only shapes the tools.
import type { Thing } from './thing.ts';

export type Rights = {
	mayWrite: () => boolean;
	/** Facilitators: frames, locks and what is locked. */
	mayFrame: () => boolean;
};

/** A locked thing stays put for everybody until it is unlocked. */
export const mayMove = (rights: Rights, thing: Thing): boolean =>
	!thing.locked && (thing.kind === 'frame' ? rights.mayFrame() : rights.mayWrite());
