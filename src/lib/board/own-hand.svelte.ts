// Somebody at a board: what is theirs, as far as the server and this page know, and what they may use. Knows no screen.
import { SvelteSet } from 'svelte/reactivity';
import type * as Y from 'yjs';
import { thingsOf } from './board.ts';
import { toolsIn, type BoardTool, type Hand, type ToolItem } from './rights.ts';

export class OwnHand implements Hand {
	/** Put on the board by this page. */
	readonly #made = new SvelteSet<string>();
	readonly #told: () => readonly string[];
	/** As the server said it last. */
	#last: readonly string[] = [];
	#theirs: ReadonlySet<string> = new Set();

	/** `told`: what the server says is theirs; `items`: of the agenda, and the one that runs. */
	constructor(
		doc: Y.Doc,
		told: () => readonly string[],
		readonly items: () => { all: readonly ToolItem[]; running: string | null },
		readonly leads = false
	) {
		this.#told = told;
		thingsOf(doc).observe(({ keysChanged, target, transaction }) => {
			if (transaction.local) for (const id of keysChanged) if (target.has(id)) this.#made.add(id);
		});
	}

	isMine = (id: string): boolean => {
		const told = this.#told();
		if (told !== this.#last) [this.#last, this.#theirs] = [told, new Set(told)];
		return this.#made.has(id) || this.#theirs.has(id);
	};

	tools = (frameItem: string | null): ReadonlySet<BoardTool> => {
		const { all, running } = this.items();
		return toolsIn(all, running, frameItem);
	};
}
