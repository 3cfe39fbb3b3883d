// What is done in the list: adding, moving, grouping, removing, each said and taken back in one step. Knows no element.
import { SvelteSet } from 'svelte/reactivity';
import type { Words } from '#lib/ui/words.ts';
import { addStickies, byHand, moveToFrame, removeThing } from '../board.ts';
import type { LiveBoard, LiveSticky } from '../board.svelte.ts';
import type { Sticky } from '../thing.ts';

/** What was being written when its sticky went, and that sticky as it was last. */
export type Lost = { sticky: Sticky; text: string };

export class ListDesk {
	readonly board: LiveBoard;
	readonly words: () => Words;
	/** Written on this device since the page was opened. */
	readonly own = new SvelteSet<string>();
	/** Chosen while one chooses several. */
	readonly picked = new SvelteSet<string>();
	picking = $state(false);
	/** The card that is being written on, and the one whose replies are read. */
	editing: string | null = $state(null);
	open: string | null = $state(null);
	/** Taken from under the pen; it is shown until it was decided what becomes of the words. */
	lost: Lost | null = $state.raw(null);
	/** For who cannot see it. */
	said = $state('');
	/** What was just done and can be taken back; shown with a button. */
	undoable: string | null = $state(null);

	constructor(board: LiveBoard, words: () => Words) {
		this.board = board;
		this.words = words;
	}

	/** One change, one step back. */
	once<T>(change: () => T): T {
		// a step back would no longer be the one that is offered
		this.undoable = null;
		this.board.step();
		const result = this.board.doc.transact(change, byHand);
		this.board.step();
		return result;
	}

	add(texts: readonly string[], frame: string | null): string | undefined {
		const ids = this.once(() => addStickies(this.board.doc, texts, frame));
		for (const id of ids) this.own.add(id);
		this.said = this.words()('board_added', { count: texts.length });
		return ids.at(-1);
	}

	remove(id: string): void {
		this.once(() => removeThing(this.board.doc, id));
		this.editing = null;
		this.offer(this.words()('board_removed'));
	}

	/** Its field is gone. When somebody else took it from under the pen, the words are kept. */
	leave(live: LiveSticky, text: string): void {
		const { board, editing } = this;
		if (editing !== live.id || (board.sticky(live.id) && !board.roots.has(live.id))) return;
		this.editing = null;
		if (text.trim()) this.lost = { sticky: live.now, text };
	}

	moveToFrame(id: string, frame: string | null): void {
		this.once(() => moveToFrame(this.board.doc, id, frame));
		const name = this.board.frames.find((each) => each.id === frame)?.now.name;
		if (name) this.said = this.words()('board_moved', { frame: name });
	}

	/** Says what was done and offers to take it back. */
	offer(done: string): void {
		this.undoable = done;
		this.said = done;
	}

	takeBack(): void {
		this.board.history.undo();
		this.undoable = null;
	}

	pick(id: string): void {
		if (!this.picked.delete(id)) this.picked.add(id);
	}

	/** What is picked and still there, in the board's order. */
	chosen(): LiveSticky[] {
		return this.board.stickies.filter(({ id }) => this.picked.has(id));
	}

	stopPicking(): void {
		this.picking = false;
		this.picked.clear();
	}
}
