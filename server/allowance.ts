// A token bucket per name: how much each may do at once and per second. Knows no clock of its own.

export class Allowance {
	#buckets = new Map<string, { left: number; at: number }>();

	constructor(
		readonly burst: number,
		readonly perSecond: number
	) {}

	/** Takes one; false when nothing is left. `now` in ms. */
	take(name: string, now: number): boolean {
		const bucket = this.#buckets.get(name) ?? { left: this.burst, at: now };
		bucket.left = Math.min(this.burst, bucket.left + ((now - bucket.at) / 1000) * this.perSecond);
		bucket.at = now;
		this.#buckets.set(name, bucket);
		if (this.#buckets.size > 10_000) this.#dropFull(now);
		if (bucket.left < 1) return false;
		bucket.left -= 1;
		return true;
	}

	forget(name: string): void {
		this.#buckets.delete(name);
	}

	#dropFull(now: number): void {
		for (const [name, { left, at }] of this.#buckets)
			if (left + ((now - at) / 1000) * this.perSecond >= this.burst) this.#buckets.delete(name);
	}
}
