// A person's own dots while they are laid: shown at once, cast whole, taken back to what the server kept if it refuses.
import type { Dots } from '#lib/board/dots.ts';
import type { Answer, Refusal } from '#lib/protocol.ts';
import type { OpenBallot, OwnPart } from '#lib/protocol/views.ts';
import type { Vote } from './ballot.ts';
import { rulesOf } from './counting.ts';

type DotBallot = OpenBallot & OwnPart;

export class OwnDots {
	#ballot: () => DotBallot | null;
	#cast: (ballot: string, vote: Vote) => Promise<Answer>;
	/** What the server keeps; every later view knows it too. */
	#kept = $derived.by<Vote>(() => this.#ballot()?.mine ?? {});
	/** Laid here and not confirmed yet. */
	#laid = $state.raw<Vote | null>(null);
	refusal = $state<Refusal | null>(null);

	constructor(ballot: () => DotBallot | null, cast: (ballot: string, vote: Vote) => Promise<Answer>) {
		this.#ballot = ballot;
		this.#cast = cast;
	}

	get dots(): Dots | undefined {
		const ballot = this.#ballot();
		if (!ballot) return undefined;
		const mine = this.#laid ?? this.#kept;
		const given = Object.values(mine).reduce((sum, dots) => sum + dots, 0);
		return {
			mine,
			limit: ballot.dots,
			left: Math.max(0, ballot.dots - given),
			open: ballot.status === 'open' && ballot.mayVote,
			...(rulesOf(ballot).onePerSticky ? { perSticky: 1 } : {}),
			area: rulesOf(ballot).area,
			...(ballot.tally && !ballot.tally.withheld ? { totals: ballot.tally.counts } : {})
		};
	}

	/** The last allocation counts, whatever was cast before it. */
	lay = async (vote: Vote): Promise<void> => {
		const ballot = this.#ballot();
		if (!ballot) return;
		this.#laid = vote;
		this.refusal = null;
		const answer = await this.#cast(ballot.id, vote);
		if (this.#laid !== vote) return;
		this.#laid = null;
		if (answer.ok) this.#kept = vote;
		else this.refusal = answer.refusal;
	};
}
