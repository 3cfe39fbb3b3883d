// Commands that have not been answered yet, in order; votes and drafts outlive a reload of the page. Knows no socket.
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

	/** Queues a command; an older vote in the same ballot or text of the same draft that is not being sent is replaced. Returns what it replaced. */
	add(one: Waiting, sending: string | null): Waiting[] {
		const replaced = this.#waiting.filter((other) => other.commandId !== sending && isNewerOf(one, other));
		this.#waiting = [...this.#waiting.filter((other) => !replaced.includes(other)), one];
		this.#keep();
		return replaced;
	}

	remove(commandId: string): void {
		this.#waiting = this.#waiting.filter((one) => one.commandId !== commandId);
		this.#keep();
	}

	#keep(): void {
		const kept = this.#waiting.filter(outlives);
		try {
			if (kept.length === 0) this.storage?.removeItem(this.key);
			else this.storage?.setItem(this.key, JSON.stringify(kept));
		} catch {
			// a full or forbidden storage: they still wait in memory
		}
	}

	#restore(): Waiting[] {
		try {
			const found: unknown = JSON.parse(this.storage?.getItem(this.key) ?? '[]');
			return Array.isArray(found) ? (found as Waiting[]).filter(outlives) : [];
		} catch {
			return [];
		}
	}
}

const lasting: readonly Command['type'][] = ['vote.cast', 'draft.keep', 'draft.remove'];
const outlives = (one: Waiting | null): boolean => one?.command !== undefined && lasting.includes(one.command.type);

function isNewerOf({ command }: Waiting, { command: other }: Waiting): boolean {
	if (command.type === 'vote.cast') return other.type === 'vote.cast' && command.ballot === other.ballot;
	return command.type === 'draft.keep' && other.type === 'draft.keep' && command.draft === other.draft;
}
