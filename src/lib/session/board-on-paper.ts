// Which of a session's dots may stand on paper: those that the hall has seen. Pure.
import type { ProjectorView } from '#lib/protocol/views.ts';

/** Everybody's dots by sticky, of the last dot ballot whose result was shown; undefined when there is none. */
export function revealedDots({ ballots }: Pick<ProjectorView, 'ballots'>): Record<string, number> | undefined {
	const last = ballots.findLast(({ method, tally }) => method === 'dots' && tally !== undefined && !tally.withheld);
	return last?.tally?.counts;
}
