// The timer of the running item: how long it still has, and how urgent that is. Knows no agenda and no clock.

/** `deadline` while running, `remaining` (ms) while paused. */
export type Timer = { state: 'off' } | { state: 'running'; deadline: number } | { state: 'paused'; remaining: number };

/** Milliseconds left at `now`; negative when over time. */
export function timeLeft(timer: Timer, now: number): number | null {
	if (timer.state === 'off') return null;
	return timer.state === 'running' ? timer.deadline - now : timer.remaining;
}

/** `amber` from 20 % of the planned time left, `red` from 5 %. */
export function urgency(left: number | null, minutes: number): 'calm' | 'amber' | 'red' | 'over' {
	if (left === null || minutes === 0) return 'calm';
	if (left <= 0) return 'over';
	const share = left / (minutes * 60_000);
	return share <= 0.05 ? 'red' : share <= 0.2 ? 'amber' : 'calm';
}
