// How large one projector shows its text: kept on that device, moved by its own keys and by the wishes of the desk. Knows no page.
import { zoomAfter, zoomSteps } from './projector.ts';

const setting = 'narada:screen-zoom';

const moves = new Map<string, (steps: number) => number>([
	['+', (steps) => zoomAfter(steps, 1)],
	['=', (steps) => zoomAfter(steps, 1)],
	['-', (steps) => zoomAfter(steps, -1)],
	['0', () => zoomSteps.least]
]);

export class OwnZoom {
	/** 0 is what fits by itself. */
	steps = $state(0);
	#wish: number;

	/** `wish`: what the desk had asked for before this page came; only what it asks from now on moves the text. */
	constructor(wish: number) {
		this.#wish = wish;
	}

	/** Once there is a browser: the size that suited this hall the last time. */
	remember(): void {
		try {
			const kept = Number(localStorage.getItem(setting));
			if (Number.isFinite(kept)) this.steps = zoomAfter(kept, 0);
		} catch {
			// a browser that keeps nothing begins with what fits
		}
	}

	follow(wish: number): void {
		if (wish === this.#wish) return;
		this.#set(zoomAfter(this.steps, wish - this.#wish));
		this.#wish = wish;
	}

	/** Plus and minus move a step, zero fits by itself; true when the key was one of these. */
	pressed(key: string): boolean {
		const next = moves.get(key);
		if (next !== undefined) this.#set(next(this.steps));
		return next !== undefined;
	}

	#set(steps: number): void {
		this.steps = steps;
		try {
			localStorage.setItem(setting, String(this.steps));
		} catch {
			// it lasts as long as the page
		}
	}
}
