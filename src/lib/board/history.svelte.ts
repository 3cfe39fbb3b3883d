// What this person did and can undo: only their own changes, whatever others did since. Knows no thing.
import * as Y from 'yjs';
import { byHand } from './board.ts';

/** Milliseconds in which changes count as one step, unless a step is ended. */
const oneStep = 400;

export class History {
	readonly #undo: Y.UndoManager;
	canUndo = $state(false);
	canRedo = $state(false);

	constructor(things: Y.Map<unknown>) {
		this.#undo = new Y.UndoManager(things, { trackedOrigins: new Set([byHand]), captureTimeout: oneStep });
		const looked = () => {
			this.canUndo = this.#undo.canUndo();
			this.canRedo = this.#undo.canRedo();
		};
		for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const)
			this.#undo.on(event, looked);
	}

	undo(): void {
		this.#undo.undo();
	}

	redo(): void {
		this.#undo.redo();
	}

	/** What follows is undone on its own, however quickly it follows. */
	step(): void {
		this.#undo.stopCapturing();
	}
}
