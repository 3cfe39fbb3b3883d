// Taking an item of a list to another place, with the pointer or with the keys. Knows no agenda; the list is its owner's.
import { tick } from 'svelte';

/** Pixels from the edge of the window in which a drag scrolls, and how far each frame. */
const edge = 90;
const scrollStep = 10;
/** Pixels that the pointer must have gone towards that edge, so that taking a row there moves nothing. */
const meant = 12;

export type ReorderOwner = {
	/** The rows, in order. */
	rows: () => HTMLElement[];
	ids: () => string[];
	move: (from: number, to: number) => void;
	/** Says aloud what happened. */
	say: (what: 'grabbed' | 'moved' | 'dropped' | 'returned', id: string) => void;
	/** The element that keeps the focus while its row moves. */
	handle: (id: string) => HTMLElement | null | undefined;
};

export class Reorder {
	/** Taken by keyboard. */
	grabbed = $state<string | null>(null);
	/** Taken by pointer. */
	dragged = $state<string | null>(null);
	/** Place before which the dragged item would land, 0 … length. */
	target = $state(0);
	#origin = 0;
	#moving = false;
	#pointer = 0;
	#start = 0;
	#frame = 0;

	constructor(readonly owner: ReorderOwner) {}

	/** Space or Enter on the handle. */
	toggle(id: string): void {
		if (this.grabbed === id) return this.drop();
		this.#origin = this.owner.ids().indexOf(id);
		this.grabbed = id;
		this.owner.say('grabbed', id);
	}

	drop(): void {
		if (this.grabbed === null) return;
		this.owner.say('dropped', this.grabbed);
		this.grabbed = null;
	}

	/** The focus went elsewhere; while the row itself moves it only seems so. */
	left(): void {
		if (!this.#moving) this.drop();
	}

	async key(event: KeyboardEvent, id: string): Promise<void> {
		if (this.grabbed !== id) return;
		const at = this.owner.ids().indexOf(id);
		const places: Record<string, number> = {
			ArrowUp: at - 1,
			ArrowDown: at + 1,
			Home: 0,
			End: this.owner.ids().length - 1,
			Escape: this.#origin
		};
		const to = places[event.key];
		if (to === undefined) return;
		event.preventDefault();
		await this.#moveTo(id, at, to);
		if (event.key !== 'Escape') return this.owner.say('moved', id);
		this.grabbed = null;
		this.owner.say('returned', id);
	}

	async #moveTo(id: string, at: number, to: number): Promise<void> {
		const last = this.owner.ids().length - 1;
		this.#moving = true;
		this.owner.move(at, Math.max(0, Math.min(to, last)));
		await tick();
		this.owner.handle(id)?.focus();
		this.#moving = false;
	}

	start(event: PointerEvent, id: string): void {
		if (event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) return;
		event.currentTarget.setPointerCapture(event.pointerId);
		this.grabbed = null;
		this.#origin = this.owner.ids().indexOf(id);
		this.#pointer = event.clientY;
		this.#start = event.clientY;
		this.target = this.#origin;
		this.dragged = id;
		this.#follow();
	}

	over(event: PointerEvent): void {
		if (this.dragged !== null) this.#pointer = event.clientY;
	}

	/** Scrolls near the edges and finds the place under the pointer, once a frame. */
	#follow = (): void => {
		if (this.dragged === null) return;
		const gone = this.#pointer - this.#start;
		if (this.#pointer < edge && gone < -meant) scrollBy(0, -scrollStep);
		else if (this.#pointer > innerHeight - edge && gone > meant) scrollBy(0, scrollStep);
		this.target = this.owner.rows().filter((row) => {
			const { top, height } = row.getBoundingClientRect();
			return top + height / 2 < this.#pointer;
		}).length;
		this.#frame = requestAnimationFrame(this.#follow);
	};

	end(): void {
		const id = this.dragged;
		if (id === null) return;
		this.cancel();
		const to = this.target > this.#origin ? this.target - 1 : this.target;
		if (to === this.#origin) return;
		this.owner.move(this.#origin, to);
		this.owner.say('moved', id);
	}

	cancel(): void {
		cancelAnimationFrame(this.#frame);
		this.dragged = null;
	}
}
