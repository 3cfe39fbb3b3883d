// Tells what others wrote: together, and at most every five seconds. Knows no element.
import type { LiveBoard } from '../board.svelte.ts';

const pause = 5000;

/** To be called while a component is made; `own`: the stickies of this device. */
export function tellArrivals(
	board: () => LiveBoard,
	own: () => ReadonlySet<string>,
	say: (count: number) => void
): void {
	let told = 0;
	let untold = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	$effect(() => {
		const live = board();
		untold += live.arrived.filter((id) => live.sticky(id) && !live.sticky(id)?.made && !own().has(id)).length;
		if (!untold || timer) return;
		timer = setTimeout(
			() => {
				say(untold);
				[untold, told, timer] = [0, Date.now(), undefined];
			},
			Math.max(0, told + pause - Date.now())
		);
	});
	$effect(() => () => clearTimeout(timer));
}
