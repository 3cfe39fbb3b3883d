// Moving with the arrow keys: shown at once, written once when the key is let go. Knows no key.
import type { Canvas } from '../canvas.svelte.ts';
import { drop } from '../drop.ts';

/** Without a further press the move is written after so many milliseconds, even if the key's end was not seen. */
const restAfter = 600;

export class Nudge {
	readonly #canvas: Canvas;
	#ids: ReadonlySet<string> | null = null;
	#by: [dx: number, dy: number] = [0, 0];
	#rest: ReturnType<typeof setTimeout> | undefined;

	constructor(canvas: Canvas) {
		this.#canvas = canvas;
	}

	press(ids: ReadonlySet<string>, dx: number, dy: number): void {
		if (!ids.size || (this.#canvas.isDragging && !this.#ids)) return;
		this.#ids ??= ids;
		this.#by = [this.#by[0] + dx, this.#by[1] + dy];
		this.#canvas.drag({ ids: this.#ids, dx: this.#by[0], dy: this.#by[1] });
		clearTimeout(this.#rest);
		this.#rest = setTimeout(() => this.end(), restAfter);
	}

	/** Writes what was moved so far. */
	end(): void {
		clearTimeout(this.#rest);
		const [ids, [dx, dy]] = [this.#ids, this.#by];
		this.#ids = null;
		this.#by = [0, 0];
		if (!ids) return;
		this.#canvas.drag(null);
		if (dx || dy) drop(this.#canvas.board, ids, dx, dy);
	}

	/** Forgets it: the right to move was taken away. */
	cancel(): void {
		this.#ids = null;
		this.end();
	}
}
