// What a drag does: where it snaps, and the one change it makes when it ends. Knows no pointer.
import { byHand, moveEnds, moveThing, raiseThing } from './board.ts';
import { isFrame, isSticky, type LiveBoard, type LiveSticky, type LiveThing } from './board.svelte.ts';
import { assign, clusterAfterDrop } from './clusters/clusters.ts';
import { endsFreelyIn } from './marks/held.ts';
import { squareFor, tidied } from './tidy.ts';
import { centreOf, nearestSlot, overlap, type Place } from './slots.ts';

/** Board units between a dragged sticky and a free slot from which it snaps. */
const snapReach = 36;

const moved = ([x, y, width, height]: Place, dx: number, dy: number): Place => [x + dx, y + dy, width, height];

/** Finds the slot that a dragged sticky would take; what is free is looked up once per slot and drag. */
export function snapper(board: LiveBoard, lead: LiveSticky, ids: ReadonlySet<string>) {
	const start = lead.now.place;
	const free = new Map<string, boolean>();
	return (dx: number, dy: number): { dx: number; dy: number; target: Place } | null => {
		const place = moved(start, dx, dy);
		const frame = board.frameAt(...centreOf(place));
		if (!frame) return null;
		const slot = nearestSlot(frame.now.place, place);
		if (Math.abs(slot[0] - place[0]) > snapReach || Math.abs(slot[1] - place[1]) > snapReach) return null;
		const key = `${slot[0]},${slot[1]}`;
		let open = free.get(key);
		if (open === undefined) {
			open = !board
				.within(slot)
				.some((live) => isSticky(live) && !ids.has(live.id) && overlap(slot, live.now.place, -10));
			free.set(key, open);
		}
		if (!open) return null;
		return { dx: slot[0] - start[0], dy: slot[1] - start[1], target: [slot[0], slot[1], place[2], place[3]] };
	};
}

/** A frame goes with everything that is in it; an arrow whose free ends lie in it, too. */
export function withContents(board: LiveBoard, frame: string): Set<string> {
	const ground = board.get(frame)?.now.place;
	const find = (id: string) => board.get(id)?.now;
	const goes = ({ now }: LiveThing) =>
		('frame' in now && now.frame === frame) || (now.kind === 'arrow' && !!ground && endsFreelyIn(find, now, ground));
	return new Set([frame, ...board.all().flatMap((live) => (goes(live) ? [live.id] : []))]);
}

/** Moves all of them in one change; a thing belongs to the frame under its middle. */
export const drop = (board: LiveBoard, ids: Iterable<string>, dx: number, dy: number): void =>
	shift(board, new Map([...ids].map((id) => [id, [dx, dy]])));

/** Moves each by its own distance (board units), in one change. */
export function shift(board: LiveBoard, by: ReadonlyMap<string, readonly [dx: number, dy: number]>): void {
	const all = [...by.keys()].flatMap((id) => board.get(id) ?? []).filter((live) => board.may('order', live));
	const carried = new Set(all.filter((live) => isFrame(live) && !live.now.locked).map(({ id }) => id));
	// what was locked in the middle of a drag stays, unless its frame goes
	const moving = all.filter(
		({ now }) => !now.locked || ('frame' in now && now.frame !== null && carried.has(now.frame))
	);
	if (!moving.length) return;
	const clusterOf = board.clusters.length ? clustersUnder(board, moving) : null;
	board.step();
	board.doc.transact(() => {
		for (const live of moving) {
			const { now } = live;
			const [dx, dy] = by.get(live.id)!;
			const place = moved(now.place, dx, dy);
			const isCarried = !('frame' in now) || (now.frame !== null && carried.has(now.frame));
			const frame = isCarried ? undefined : (board.frameAt(...centreOf(place))?.id ?? null);
			moveThing(board.doc, live.id, place, frame);
			if (now.kind === 'arrow') moveEnds(board.doc, now, dx, dy);
			if (now.kind !== 'sticky' || frame === undefined) continue;
			const cluster = clusterOf?.(now, place, frame) ?? null;
			if (clusterOf && cluster !== now.cluster) assign(board.doc, [live.id], cluster);
			const covered = board.within(place).filter((other) => isSticky(other) && !by.has(other.id));
			const top = Math.max(...covered.map(({ now }) => now.order));
			if (covered.length && top >= live.now.order) raiseThing(board.doc, live.id, top + 1);
		}
	}, byHand);
	board.step();
}

/** Gives each a new place, of another size perhaps, in one change. */
export function move(board: LiveBoard, places: ReadonlyMap<string, Place>): void {
	board.step();
	board.doc.transact(() => {
		for (const [id, place] of places) moveThing(board.doc, id, place);
	}, byHand);
	board.step();
}

const clustersUnder = (board: LiveBoard, moving: readonly LiveThing[]) =>
	clusterAfterDrop(
		board.stickies.map(({ now }) => now),
		new Set(moving.map(({ id }) => id)),
		new Set(board.clusters.map(({ id }) => id))
	);

/** Puts stickies into the slots of their frame, or into a square where they lie; one change. */
export function tidy(board: LiveBoard, chosen: readonly LiveSticky[]): void {
	const stickies = chosen.filter((live) => board.may('order', live));
	const byHome = new Map<string | null, LiveSticky[]>();
	for (const sticky of stickies) byHome.set(sticky.now.frame, [...(byHome.get(sticky.now.frame) ?? []), sticky]);
	const ids = new Set(stickies.map(({ id }) => id));
	board.step();
	board.doc.transact(() => {
		for (const [home, inside] of byHome) {
			const frame = home === null ? undefined : board.get(home);
			const lying = inside.map(({ now }) => now);
			const area = frame && isFrame(frame) ? frame.now.place : squareFor(lying);
			const others = board.stickies.filter(({ id, now }) => now.frame === home && !ids.has(id));
			const near = frame ? others.map(({ now }) => now.place) : [];
			for (const [id, place] of tidied(lying, area, near)) moveThing(board.doc, id, place);
		}
	}, byHand);
	board.step();
}
