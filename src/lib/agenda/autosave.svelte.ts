// Saves what is being written, one request at a time, and says truthfully how far it got. Knows no agenda and no server.

/** `null`: kept. Otherwise a sentence why not; `again` when the same may work a little later. */
export type SaveAnswer = null | { reason: string; again: boolean };

/** `changed` is what to keep, `before` what this page knows to be kept. */
export type Save = (changed: string, before: string) => Promise<SaveAnswer>;

/** Waits for a pause in writing, and between attempts, ms. */
const pause = 700;
const retry = 4000;

export class Autosave {
	state = $state<'saved' | 'waiting' | 'saving' | 'failed'>('saved');
	/** Why it is not saved, a sentence. */
	reason = $state('');
	#saved: string;
	#current: string;
	#busy = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		initial: string,
		readonly save: Save
	) {
		this.#saved = initial;
		this.#current = initial;
	}

	/** Takes what is written now; `obstacle` is a sentence why it cannot be saved yet. */
	changed(current: string, obstacle: string | null): void {
		if (current === this.#current && this.state !== 'failed') return;
		this.#current = current;
		clearTimeout(this.#timer);
		if (obstacle !== null) return this.#fail(obstacle);
		if (current === this.#saved && !this.#busy) return this.#settle();
		if (!this.#busy) this.state = 'waiting';
		this.#timer = setTimeout(() => void this.flush(), pause);
	}

	/** What was kept from another place. */
	taken(kept: string): void {
		this.#saved = kept;
		this.#current = kept;
	}

	/** Saves now. */
	async flush(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#busy || this.#current === this.#saved) return;
		const sent = this.#current;
		this.#busy = true;
		this.state = 'saving';
		const answer = await this.save(sent, this.#saved);
		this.#busy = false;
		if (answer === null) {
			this.#saved = sent;
			if (this.#current === sent) return this.#settle();
			this.state = 'waiting';
			this.#timer = setTimeout(() => void this.flush(), pause);
			return;
		}
		this.#fail(answer.reason);
		if (answer.again) this.#timer = setTimeout(() => void this.flush(), retry);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#settle(): void {
		this.state = 'saved';
		this.reason = '';
	}

	#fail(reason: string): void {
		this.state = 'failed';
		this.reason = reason;
	}
}
