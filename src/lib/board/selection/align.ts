// Putting chosen things in line, at equal distances, or at one size. Pure: places in, places out.
import { around, type Place } from '../slots.ts';

export const edges = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Edge = (typeof edges)[number];
export type Axis = 'across' | 'down';

type Lying = { id: string; place: Place; group: string | null };
/** How far each thing goes, board units; those that stay are left out. */
export type Moves = Map<string, readonly [dx: number, dy: number]>;
type Unit = { ids: string[]; place: Place };

/** What moves as one: a group, or a thing by itself; a single group is taken apart. */
function units(things: readonly Lying[]): Unit[] {
	const groups = new Map<string, Lying[]>();
	for (const thing of things) {
		const key = thing.group ?? `alone ${thing.id}`;
		groups.set(key, [...(groups.get(key) ?? []), thing]);
	}
	const parts = groups.size > 1 ? [...groups.values()] : things.map((thing) => [thing]);
	return parts.map((part) => ({ ids: part.map(({ id }) => id), place: around(part.map(({ place }) => place))! }));
}

function movesTo(all: readonly Unit[], startOf: (unit: Unit) => readonly [x: number, y: number]): Moves {
	const moves: Moves = new Map();
	for (const unit of all) {
		const [x, y] = startOf(unit);
		const by = [Math.round(x - unit.place[0]), Math.round(y - unit.place[1])] as const;
		if (by[0] || by[1]) for (const id of unit.ids) moves.set(id, by);
	}
	return moves;
}

export function aligned(things: readonly Lying[], edge: Edge): Moves {
	const all = units(things);
	const bounds = around(all.map(({ place }) => place));
	if (!bounds) return new Map();
	const [left, top, width, height] = bounds;
	return movesTo(all, ({ place: [x, y, w, h] }) => {
		switch (edge) {
			case 'left':
				return [left, y];
			case 'centre':
				return [left + (width - w) / 2, y];
			case 'right':
				return [left + width - w, y];
			case 'top':
				return [x, top];
			case 'middle':
				return [x, top + (height - h) / 2];
			case 'bottom':
				return [x, top + height - h];
		}
	});
}

/** Equal gaps between neighbours; the outermost stay, unless there is no room between them: then they are put apart. */
export function distributed(things: readonly Lying[], axis: Axis, leastGap = 0): Moves {
	const at = axis === 'across' ? 0 : 1;
	const all = units(things).sort((a, b) => a.place[at] - b.place[at] || (a.ids[0]! < b.ids[0]! ? -1 : 1));
	const bounds = around(all.map(({ place }) => place));
	if (!bounds || all.length < 3) return new Map();
	const filled = all.reduce((sum, { place }) => sum + place[at + 2]!, 0);
	const gap = Math.max(leastGap, (bounds[at + 2]! - filled) / (all.length - 1));
	let next = bounds[at];
	const starts = new Map<Unit, number>();
	for (const unit of all) {
		starts.set(unit, next);
		next += unit.place[at + 2]! + gap;
	}
	return movesTo(all, (unit) => {
		const start = starts.get(unit)!;
		return at === 0 ? [start, unit.place[1]] : [unit.place[0], start];
	});
}

/** All as large as the largest, each from its own corner. */
export function sameSize(things: readonly Lying[]): Map<string, Place> {
	const width = Math.max(...things.map(({ place }) => place[2]));
	const height = Math.max(...things.map(({ place }) => place[3]));
	const different = things.filter(({ place }) => place[2] !== width || place[3] !== height);
	return new Map(different.map(({ id, place: [x, y] }) => [id, [x, y, width, height]]));
}
