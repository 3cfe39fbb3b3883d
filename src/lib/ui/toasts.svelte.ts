// Short messages that pass: a list with a clock. Draws nothing; Toasts.svelte shows it.
import { createContext } from 'svelte';

export type ToastTone = 'info' | 'ok' | 'warn' | 'danger';
export type Toast = { id: number; text: string; tone: ToastTone };

/** How long a message stays, ms; warnings and dangers stay until dismissed. */
const stay = 6000;

export class Toasts {
	list = $state<Toast[]>([]);
	#next = 1;
	#timers: Record<number, ReturnType<typeof setTimeout>> = {};

	/** Shows a message; the same sentence is never shown twice at once. */
	show(text: string, tone: ToastTone = 'info'): number {
		const same = this.list.find((toast) => toast.text === text && toast.tone === tone);
		if (same) this.dismiss(same.id);
		const id = this.#next++;
		this.list.push({ id, text, tone });
		this.#start(id, tone);
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
		for (const { id, tone } of this.list) if (!this.#timers[id]) this.#start(id, tone);
	}

	#start(id: number, tone: ToastTone): void {
		if (tone === 'info' || tone === 'ok') {
			this.#timers[id] = setTimeout(() => this.dismiss(id), stay);
		}
	}
}

export const [getToasts, setToasts] = createContext<Toasts>();
