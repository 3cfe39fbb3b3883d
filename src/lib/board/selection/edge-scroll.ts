// The view follows a hand that holds something at its edge: begins after a moment, faster the nearer. Knows no thing.
import type { Size } from '../camera.ts';

/** CSS pixels from the edge in which the view moves, and by how many a second at most. */
const reach = 28;
const fastest = 1100;
/** Milliseconds at the edge before it moves, so that passing by moves nothing. */
const patience = 200;

/** CSS pixels a second for a point in the view; [0, 0] away from the edges. */
export function pull(point: { x: number; y: number }, view: Size): [x: number, y: number] {
	const along = (at: number, size: number) => {
		const near = Math.max(0, reach - at) - Math.max(0, reach - (size - at));
		const share = Math.max(-1, Math.min(1, near / reach));
		return share ? -Math.sign(share) * share * share * fastest : 0;
	};
	return [along(point.x, view.width), along(point.y, view.height)];
}

/** Moves the view while the hand stays at an edge; no frame is asked for when it is not there. */
export class EdgeScroll {
	readonly #pan: (dx: number, dy: number) => void;
	#speed: readonly [x: number, y: number] = [0, 0];
	#since = 0;
	#last = 0;
	#asked = 0;

	/** `pan` moves the view and whatever is held. */
	constructor(pan: (dx: number, dy: number) => void) {
		this.#pan = pan;
	}

	at(point: { x: number; y: number }, view: Size): void {
		this.#speed = pull(point, view);
		if (!this.#speed[0] && !this.#speed[1]) return this.stop();
		if (this.#asked) return;
		this.#since = this.#last = performance.now();
		this.#asked = requestAnimationFrame((now) => this.#frame(now));
	}

	stop(): void {
		cancelAnimationFrame(this.#asked);
		this.#asked = 0;
	}

	#frame(now: number): void {
		const seconds = Math.min(50, now - this.#last) / 1000;
		this.#last = now;
		if (now - this.#since > patience) this.#pan(this.#speed[0] * seconds, this.#speed[1] * seconds);
		this.#asked = requestAnimationFrame((next) => this.#frame(next));
	}
}
