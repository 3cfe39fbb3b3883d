// Which of this device's changes the server has saved: matches the server's "the first n are durable" with what was sent.

export class SavedCount {
	#made: number;
	#saved = 0;
	/** For each update frame of this connection: how many changes had been made when it was sent. */
	#marks: number[] = [];

	/** `before`: changes of an earlier page that may not have been saved. */
	constructor(before: number) {
		this.#made = before;
	}

	/** One more change by this device. */
	changed(): void {
		this.#made += 1;
	}

	connected(): void {
		this.#marks = [];
	}

	/** An update frame leaves: with it and those before it, everything made so far has been sent. */
	sent(): void {
		this.#marks.push(this.#made);
	}

	confirmed(count: number): void {
		this.#saved = Math.max(this.#saved, this.#marks[count - 1] ?? 0);
	}

	get waiting(): number {
		return this.#made - this.#saved;
	}
}
