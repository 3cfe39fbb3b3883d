// The floor: who is ready to go on, who wants to speak, who speaks and for how long, by seat and by sector. Pure; no clock of its own.
import { sectors, type Seat, type SeatId, type Sector } from './people.ts';

export type Floor = {
	/** Seats that said they are ready with the running item. */
	ready: SeatId[];
	/** Raised hands, first come first. */
	queue: SeatId[];
	/** How often each seat has raised its hand. */
	raised: Record<SeatId, number>;
	speaking: { seat: SeatId; from: number } | null;
	/** Finished turns: how often and how long (ms) each seat has spoken. */
	spoken: Record<SeatId, { turns: number; milliseconds: number }>;
};

export const emptyFloor: Floor = { ready: [], queue: [], raised: {}, speaking: null, spoken: {} };

export type FloorEvent =
	| { type: 'ready.set'; seat: SeatId; ready: boolean }
	| { type: 'hand.set'; seat: SeatId; raised: boolean }
	| { type: 'speaker.started'; seat: SeatId }
	| { type: 'speaker.stopped' };

const without = (seats: readonly SeatId[], seat: SeatId): SeatId[] => seats.filter((other) => other !== seat);
const withSeat = (seats: readonly SeatId[], seat: SeatId): SeatId[] =>
	seats.includes(seat) ? [...seats] : [...seats, seat];

export function foldFloor(floor: Floor, event: FloorEvent, at: number): Floor {
	switch (event.type) {
		case 'ready.set':
			return { ...floor, ready: event.ready ? withSeat(floor.ready, event.seat) : without(floor.ready, event.seat) };
		case 'hand.set':
			return event.raised
				? { ...floor, queue: withSeat(floor.queue, event.seat), raised: countHand(floor, event.seat) }
				: { ...floor, queue: without(floor.queue, event.seat) };
		case 'speaker.started': {
			const quiet = endTurn(floor, at);
			return { ...quiet, queue: without(quiet.queue, event.seat), speaking: { seat: event.seat, from: at } };
		}
		case 'speaker.stopped':
			return endTurn(floor, at);
	}
}

const countHand = ({ queue, raised }: Floor, seat: SeatId): Floor['raised'] =>
	queue.includes(seat) ? raised : { ...raised, [seat]: (raised[seat] ?? 0) + 1 };

function endTurn(floor: Floor, at: number): Floor {
	if (!floor.speaking) return floor;
	const { seat, from } = floor.speaking;
	const before = floor.spoken[seat] ?? { turns: 0, milliseconds: 0 };
	return {
		...floor,
		speaking: null,
		spoken: {
			...floor.spoken,
			[seat]: { turns: before.turns + 1, milliseconds: before.milliseconds + Math.max(0, at - from) }
		}
	};
}

/** Someone is gone: no longer ready, waiting or speaking; what they have spoken stays. */
export function leaveFloor(floor: Floor, seat: SeatId, at: number): Floor {
	const quiet = floor.speaking?.seat === seat ? endTurn(floor, at) : floor;
	return { ...quiet, ready: without(quiet.ready, seat), queue: without(quiet.queue, seat) };
}

/** A new item: nobody is ready with it yet; hands stay up. */
export const nextItem = (floor: Floor): Floor => ({ ...floor, ready: [] });

/** Turns and speaking time (ms) of each sector so far, a running turn included. */
export function spokenBySector(
	floor: Floor,
	seats: Readonly<Record<SeatId, Pick<Seat, 'sector'>>>,
	at: number
): Partial<Record<Sector, { turns: number; milliseconds: number }>> {
	const finished = endTurn(floor, at).spoken;
	const sums: Partial<Record<Sector, { turns: number; milliseconds: number }>> = {};
	for (const sector of sectors)
		for (const [seat, { turns, milliseconds }] of Object.entries(finished)) {
			if (seats[seat]?.sector !== sector) continue;
			const sum = sums[sector] ?? { turns: 0, milliseconds: 0 };
			sums[sector] = { turns: sum.turns + turns, milliseconds: sum.milliseconds + milliseconds };
		}
	return sums;
}

/** Of a session that is over: raised hands, turns and speaking time (ms) of each sector that took part in the talk. */
export function floorBySector(
	floor: Floor,
	seats: Readonly<Record<SeatId, Pick<Seat, 'sector'>>>
): { sector: Sector; hands: number; turns: number; milliseconds: number }[] {
	return sectors
		.map((sector) => {
			const of = (seat: SeatId) => seats[seat]?.sector === sector;
			const hands = Object.entries(floor.raised).reduce((sum, [seat, times]) => sum + (of(seat) ? times : 0), 0);
			const spoken = Object.entries(floor.spoken).filter(([seat]) => of(seat));
			const turns = spoken.reduce((sum, [, one]) => sum + one.turns, 0);
			const milliseconds = spoken.reduce((sum, [, one]) => sum + one.milliseconds, 0);
			return { sector, hands, turns, milliseconds };
		})
		.filter(({ hands, turns }) => hands + turns > 0);
}
