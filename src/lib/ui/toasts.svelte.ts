// Short messages that pass: a list with a clock. Draws nothing; Toasts.svelte shows it.
import { createContext } from 'svelte';

export type ToastTone = 'info' | 'ok' | 'warn' | 'danger';
/** A deed offered with a message, such as taking something back. */
export type ToastAction = { label: string; run: () => void };
export type Toast = { id: number; text: string; tone: ToastTone; action?: ToastAction | undefined };

/** How long a message stays, ms; warnings and dangers stay until dismissed. */
const stay = 6000;
/** A message that offers a deed stays longer, ms. */
const offered = 20_000;

export class Toasts {
	list = $state<Toast[]>([]);
	#next = 1;
	#timers: Record<number, ReturnType<typeof setTimeout>> = {};

	/** Shows a message; the same sentence is never shown twice at once. */
	show(text: string, tone: ToastTone = 'info', action?: ToastAction): number {
		const same = this.list.find((toast) => toast.text === text && toast.tone === tone);
		if (same) this.dismiss(same.id);
		const id = this.#next++;
		const toast = { id, text, tone, action };
		this.list.push(toast);
		this.#start(toast);
		return id;
	}

	dismiss(id: number): void {
		clearTimeout(this.#timers[id]);
		delete this.#timers[id];
		this.list = this.list.filter((toast) => toast.id !== id);
	}

	/** Nothing disappears while it is read: the region calls this on hover and focus. */
	hold(): void {
		for (const timer of Object.values(this.#timers)) clearTimeout(timer);
		this.#timers = {};
	}

	release(): void {
		for (const toast of this.list) if (!this.#timers[toast.id]) this.#start(toast);
	}

	#start({ id, tone, action }: Toast): void {
		if (tone === 'info' || tone === 'ok') {
			this.#timers[id] = setTimeout(() => this.dismiss(id), action ? offered : stay);
		}
	}
}

export const [getToasts, setToasts] = createContext<Toasts>();
