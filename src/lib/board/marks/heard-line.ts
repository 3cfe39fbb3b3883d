// A line that somebody else draws just now, put together from what is heard of it; ink that will not change is kept as it is.
import type { StickyColour } from '../thing.ts';
import { inkPath } from './ink-path.ts';
import { pointsOf, type InkSaid } from './ink-said.ts';
import type { Sample } from './stroke.ts';

/** So many points are drawn anew with every message. */
const liveLimit = 200;
/** Finished pieces that are kept: nobody draws so long a line, but somebody may say so. */
const pieceLimit = 100;

export class HeardLine {
	readonly id: string;
	readonly width: number;
	readonly colour: StickyColour | null;
	#done: string[] = [];
	#live: Sample[] = [];
	/** Points before the first of `#live`. */
	#before = 0;

	constructor(said: InkSaid) {
		this.id = said.id;
		this.width = said.width;
		this.colour = said.colour;
		this.#before = said.from;
		this.hear(said);
	}

	hear(said: InkSaid): void {
		if (said.from < this.#before) {
			[this.#done, this.#live] = [[], []];
			this.#before = said.from;
		}
		// where a piece was lost only a straight way is seen
		const kept = this.#live.slice(0, said.from - this.#before);
		this.#live = [...kept, ...pointsOf(said)];
		this.#before = said.from - kept.length;
		for (let settled = kept.length; settled > liveLimit; settled -= liveLimit) {
			this.#done.push(inkPath(this.#live.slice(0, liveLimit + 1), this.width, false));
			this.#live = this.#live.slice(liveLimit);
			this.#before += liveLimit;
		}
		this.#done = this.#done.slice(-pieceLimit);
	}

	/** Data of SVG paths that are filled. */
	get paths(): string[] {
		return [...this.#done, inkPath(this.#live, this.width, false)];
	}

	/** How many of its points are known and not finished. */
	get length(): number {
		return this.#live.length;
	}
}
