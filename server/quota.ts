// How much one document may hold, in all and by one seat. What was taken away again does not count. Knows no document and no update.

/** Bytes of a document's state above which it takes no more. */
export const documentByteLimit = 12 * 1024 * 1024;
/** Bytes that one seat may write into a document: an hour's work is a tenth of it, and nobody fills the document alone. */
export const seatByteLimit = 4 * 1024 * 1024;
/** Room for changes that take something away: without it a full document could never be cleared. */
export const clearingBytes = 1024 * 1024;
/** A document is not measured more often: it costs a tenth of a second when it is full. */
const measureEvery = 3000;

export class Quota {
	#bytes = 0;
	#seats = new Map<string, number>();
	#measuredAt = -Infinity;

	constructor(
		/** Bytes of the document's state. */
		readonly measure: () => number,
		/** Milliseconds. */
		readonly clock: () => number,
		readonly limits = { document: documentByteLimit, seat: seatByteLimit, clearing: clearingBytes }
	) {}

	/** Whether a change finds room. */
	holds(seat: string, bytes: number, takesAway: () => boolean): boolean {
		const [ofSeat, { document, seat: most, clearing }] = [(this.#seats.get(seat) ?? 0) + bytes, this.limits];
		if (this.#bytes + bytes > document && this.clock() - this.#measuredAt >= measureEvery)
			this.measured(this.measure());
		const ofAll = this.#bytes + bytes;
		if (ofSeat <= most && ofAll <= document) return true;
		return ofSeat <= most + clearing && ofAll <= document + clearing && takesAway();
	}

	add(bytes: number, seat?: string): void {
		this.#bytes += bytes;
		if (seat !== undefined) this.#seats.set(seat, (this.#seats.get(seat) ?? 0) + bytes);
	}

	measured(bytes: number): void {
		this.#bytes = bytes;
		this.#measuredAt = this.clock();
	}
}
