// Who else is at the board and where they point: high rate, never stored. Declarations and the rate only.
import type { Sector } from '#lib/people/people.ts';

export type Peer = {
	id: string;
	/** Empty where names are not shown. */
	name: string;
	sector: Sector | null;
	/** Board units; null when they do not point at the board. */
	cursor: readonly [x: number, y: number] | null;
};

/** Milliseconds between two messages of one pointer: 20 a second. */
export const pointerEvery = 50;

/** Passes on at most one position per `pointerEvery`, always the last one; the end (null) at once. */
export function throttledPointer(send: (at: readonly [x: number, y: number] | null) => void) {
	let last: readonly [number, number] | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	return (at: readonly [number, number] | null): void => {
		last = at;
		if (at === null) {
			clearTimeout(timer);
			timer = undefined;
			send(null);
			return;
		}
		timer ??= setTimeout(() => {
			timer = undefined;
			send(last);
		}, pointerEvery);
	};
}
