// Where an item of a running agenda may go: only what has not run moves, and only among what comes after the running item. Pure.
import type { Progress } from './progress.ts';

/** For `item.move`: before which item it lands; null for the end. Undefined where it cannot go. */
export type Moves = { up: string | null | undefined; down: string | null | undefined };

export function movesOf(progress: Progress, item: string): Moves {
	const { items } = progress;
	const at = items.findIndex(({ id }) => id === item);
	const running = items.findIndex(({ state }) => state === 'now');
	const free = (place: number): boolean => {
		const there = items[place];
		return there !== undefined && place > running && (there.state === 'ahead' || there.state === 'skipped');
	};
	if (!free(at)) return { up: undefined, down: undefined };
	return {
		up: free(at - 1) ? items[at - 1]?.id : undefined,
		down: free(at + 1) ? (items[at + 2]?.id ?? null) : undefined
	};
}
