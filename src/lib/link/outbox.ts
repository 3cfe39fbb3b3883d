// Commands that have not been answered yet, in order; votes outlive a reload of the page. Knows no socket.
import type { Command } from '#lib/protocol.ts';

export type Waiting = { commandId: string; command: Command };

export class Outbox {
	#waiting: Waiting[];

	constructor(
		readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null,
		readonly key: string
	) {
		this.#waiting = this.#restore();
	}

	get all(): readonly Waiting[] {
		return this.#waiting;
	}

	/** Queues a command; an older vote in the same ballot that is not being sent is replaced. Returns what it replaced. */
	add(one: Waiting, sending: string | null): Waiting[] {
		const replaced = this.#waiting.filter((other) => other.commandId !== sending && sameBallot(one, other));
		this.#waiting = [...this.#waiting.filter((other) => !replaced.includes(other)), one];
		this.#keep();
		return replaced;
	}

	remove(commandId: string): void {
		this.#waiting = this.#waiting.filter((one) => one.commandId !== commandId);
		this.#keep();
	}

	#keep(): void {
		const votes = this.#waiting.filter(({ command }) => command.type === 'vote.cast');
		try {
			if (votes.length === 0) this.storage?.removeItem(this.key);
			else this.storage?.setItem(this.key, JSON.stringify(votes));
		} catch {
			// a full or forbidden storage: the votes still wait in memory
		}
	}

	#restore(): Waiting[] {
		try {
			const found: unknown = JSON.parse(this.storage?.getItem(this.key) ?? '[]');
			return Array.isArray(found) ? (found as Waiting[]).filter((one) => one?.command?.type === 'vote.cast') : [];
		} catch {
			return [];
		}
	}
}

const sameBallot = ({ command }: Waiting, { command: other }: Waiting): boolean =>
	command.type === 'vote.cast' && other.type === 'vote.cast' && command.ballot === other.ballot;
