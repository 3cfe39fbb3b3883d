// A spatial index: which things touch a place. Knows ids and places, nothing of what they are.
import { overlap, type Place } from './slots.ts';

/** Board units; about two slots, so that a sticky lies in one to four cells. */
const cell = 440;
/** Things that would fill more cells than this are looked through one by one. */
const cellLimit = 64;

export class Grid {
	#places = new Map<string, Place>();
	#cells = new Map<string, Set<string>>();
	#large = new Set<string>();

	set(id: string, place: Place): void {
		this.delete(id);
		this.#places.set(id, place);
		for (const bag of this.#bags(place)) bag.add(id);
	}

	delete(id: string): void {
		const place = this.#places.get(id);
		if (!place) return;
		for (const bag of this.#bags(place)) bag.delete(id);
		this.#places.delete(id);
	}

	/** Ids of what touches `place`, in no order. */
	within(place: Place): string[] {
		const found: string[] = [];
		const look = (id: string) => {
			if (overlap(this.#places.get(id)!, place)) found.push(id);
		};
		const [left, top, right, bottom] = reach(place);
		if ((right - left + 1) * (bottom - top + 1) > this.#cells.size) {
			for (const id of this.#places.keys()) look(id);
			return found;
		}
		const seen = new Set(this.#large);
		for (let column = left; column <= right; column++) {
			for (let row = top; row <= bottom; row++) {
				for (const id of this.#cells.get(`${column},${row}`) ?? []) seen.add(id);
			}
		}
		seen.forEach(look);
		return found;
	}

	*#bags(place: Place): Generator<Set<string>> {
		const [left, top, right, bottom] = reach(place);
		if ((right - left + 1) * (bottom - top + 1) > cellLimit) {
			yield this.#large;
			return;
		}
		for (let column = left; column <= right; column++) {
			for (let row = top; row <= bottom; row++) {
				const key = `${column},${row}`;
				let bag = this.#cells.get(key);
				if (!bag) this.#cells.set(key, (bag = new Set()));
				yield bag;
			}
		}
	}
}

const reach = ([x, y, width, height]: Place): [number, number, number, number] => [
	Math.floor(x / cell),
	Math.floor(y / cell),
	Math.floor((x + width) / cell),
	Math.floor((y + height) / cell)
];
