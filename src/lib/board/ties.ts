// Whether a change touches what hangs together: merged stickies, answers, reactions. Every card on a screen looks there,
// so that what has nothing to do with it must not make all of them look again. Knows no board.
import { hangs, type Thing } from './thing.ts';

export class Ties {
	/** Merged stickies and what hangs on one. */
	readonly #tied = new Set<string>();

	/** Told how a thing was and how it is now; true when what hangs together has to be read anew. */
	touched(id: string, before: Thing | null, now: Thing | null): boolean {
		const was = this.#tied.delete(id);
		const is = now !== null && (hangs(now) || (now.kind === 'sticky' && now.into !== null));
		if (is) this.#tied.add(id);
		// with a sticky comes or goes what others were merged into
		const isAnother = before?.kind !== now?.kind;
		return was || is || (isAnother && this.#tied.size > 0);
	}
}
