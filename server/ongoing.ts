// Work that has been taken on and must end before the house closes. Knows nothing of what is done.

export class Ongoing {
	#works = new Set<Promise<unknown>>();

	/** Watches over a piece of work until it ends, well or badly; gives it back as it is. */
	add<T>(work: Promise<T>): Promise<T> {
		const watched: Promise<unknown> = work.then(
			() => this.#works.delete(watched),
			() => this.#works.delete(watched)
		);
		this.#works.add(watched);
		return work;
	}

	/** Resolves when nothing is under way any more, what was taken on meanwhile included. */
	async settled(): Promise<void> {
		while (this.#works.size > 0) await Promise.all(this.#works);
	}
}
