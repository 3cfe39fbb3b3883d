// The server's clock as seen from this device: immune to a wrong or changed device clock. Knows no socket.

export class ServerClock {
	#difference: number | null = null;
	#roundTrip = Infinity;

	/** `monotonic` never jumps (`performance.now`). */
	constructor(readonly monotonic: () => number) {}

	/** A first guess from any message that carries the server's time; a measured one is never replaced by it. */
	guess(serverTime: number): void {
		this.#difference ??= serverTime - this.monotonic();
	}

	/** One measurement; the one with the shortest round trip counts. */
	measured(askedAt: number, serverTime: number): void {
		const answeredAt = this.monotonic();
		const roundTrip = answeredAt - askedAt;
		if (roundTrip > this.#roundTrip) return;
		this.#roundTrip = roundTrip;
		this.#difference = serverTime - (askedAt + answeredAt) / 2;
	}

	/** After sleep the device's monotonic clock may have stood still: the next measurement counts whatever it took. */
	forget(): void {
		this.#roundTrip = Infinity;
	}

	/** Server time, ms since the epoch. */
	now(): number {
		return this.monotonic() + (this.#difference ?? 0);
	}
}
