// The sealed votes of one session: seals, shows to their own seat, counts. Knows no journal and no rule of counting.
import { tallyOf } from '#lib/ballot/tally.ts';
import type { Ballot } from '#lib/ballot/ballot.ts';
import { rulesOf } from '#lib/ballot/counting.ts';
import type { Slip } from '#lib/ballot/vote.ts';
import type { SeatId } from '#lib/people/people.ts';
import type { Surroundings } from '#lib/session/outcome.ts';
import type { SessionState } from '#lib/session/session.ts';
import type { Seals } from './seal.ts';

export class Votes {
	constructor(readonly seals: Seals) {}

	seal(ballot: Ballot, slip: Slip): string {
		return this.seals.seal(ballot.id, slip, sealedBytes(ballot));
	}

	/** What a seat itself has put into a ballot, as far as it is still known. */
	slipOf(state: SessionState, ballotId: string, seat: SeatId): Slip | undefined {
		const sealed = state.sealed[ballotId]?.[seat];
		if (sealed) return this.seals.open<Slip>(ballotId, sealed);
		const ballot = state.ballots.find(({ id }) => id === ballotId);
		const vote = ballot?.votes?.[seat];
		const reason = ballot?.reasons?.[seat];
		return vote && { vote, ...(reason ? { reason } : {}) };
	}

	count(state: SessionState, ballot: Ballot): ReturnType<Surroundings['count']> {
		const everyone = { ...state.removed, ...state.seats };
		const entered = new Map((ballot.entered ?? []).map((entry) => [entry.id, entry]));
		const cast = Object.entries(state.sealed[ballot.id] ?? {}).flatMap(([id, sealed]) => {
			const sector = (entered.get(id) ?? everyone[id])?.sector;
			const slip = this.seals.open<Slip>(ballot.id, sealed);
			return sector ? [{ ...slip, id, sector, entered: entered.has(id) }] : [];
		});
		const tally = tallyOf(ballot, cast);
		if (ballot.secret) return { tally };
		const votes = Object.fromEntries(cast.map(({ id, vote }) => [id, vote]));
		const reasons = Object.fromEntries(cast.flatMap(({ id, reason }) => (reason ? [[id, reason]] : [])));
		return { tally, votes, ...(Object.keys(reasons).length > 0 ? { reasons } : {}) };
	}
}

/** Every slip of a ballot is sealed to the same size, whatever was chosen and whether a reason was given, bytes. */
function sealedBytes(ballot: Ballot): number {
	if (ballot.method === 'dots') return 8192;
	const reasons = rulesOf(ballot).reason !== 'off' || ballot.choices.some(({ reason = 'off' }) => reason !== 'off');
	return reasons ? 4096 : 512;
}
