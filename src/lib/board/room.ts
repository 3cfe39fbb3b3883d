// Where everything lies that makes way when a frame grows: frames, stickies and pictures, marks, and ends of arrows that hold on
// to nothing. Read from a document, moved as numbers, written back as few changes. Knows no slot.
import * as Y from 'yjs';
import { layoutOf, moveThing, thing, thingsOf, type Layout } from './board.ts';
import { holdArrow } from './marks/change.ts';
import { contains, type Place } from './slots.ts';
import { idIsWellFormed, idOrNull, isPlace, type ArrowEnd } from './thing.ts';

type Lying = { place: Place; frame: string | null };
type Ends = { from: ArrowEnd; to: ArrowEnd };
export type Room = Layout & { marks: Map<string, Lying>; ends: Map<string, Ends> };

/** Without what each thing says: strokes have many points, and nobody asks for them here. */
export function roomOf(doc: Y.Doc): Room {
	const room: Room = { ...layoutOf(doc), marks: new Map(), ends: new Map() };
	thingsOf(doc).forEach((value, id) => {
		if (!(value instanceof Y.Map) || !idIsWellFormed(id)) return;
		const kind = value.get('kind');
		if (kind === 'arrow') {
			const arrow = thing(doc, id);
			if (arrow?.kind === 'arrow') room.ends.set(id, { from: arrow.from, to: arrow.to });
		} else if (kind === 'text' || kind === 'stroke' || kind === 'shape') {
			const place = value.get('place');
			if (isPlace(place)) room.marks.set(id, { place, frame: idOrNull(value.get('frame')) });
		}
	});
	return room;
}

export const copyOf = ({ frames, stickies, marks, ends }: Room): Room => ({
	frames: new Map(frames),
	stickies: new Map(stickies),
	marks: new Map(marks),
	ends: new Map(ends)
});

/**
 * A frame has become larger on one side (0 = to the right, 1 = below): what lies behind its old edge moves by `by` board
 * units; what lies in another frame goes with it if that one does.
 */
export function makeWay(
	room: Room,
	grown: string,
	old: Place,
	axis: 0 | 1,
	by: number,
	holds: (id: string) => boolean
) {
	const edge = old[axis] + old[axis + 2]!;
	const aside = ([x, y, width, height]: Place): Place =>
		axis ? [x, y + by, width, height] : [x + by, y, width, height];
	const before = new Map(room.frames).set(grown, old);
	const behind = new Set([...before].flatMap(([id, place]) => (id !== grown && place[axis] >= edge ? [id] : [])));
	for (const id of behind) room.frames.set(id, aside(before.get(id)!));
	for (const lying of [room.stickies, room.marks])
		for (const [id, { place, frame }] of lying) {
			const home = frame !== null && before.has(frame) ? frame : null;
			if (home === null ? place[axis] >= edge : behind.has(home)) lying.set(id, { place: aside(place), frame });
		}
	const moved = (end: ArrowEnd): ArrowEnd => {
		if (end.thing !== null && holds(end.thing)) return end;
		const home = [...before].find(([, place]) => contains(place, end.x, end.y))?.[0];
		if (home === undefined ? (axis ? end.y : end.x) < edge : !behind.has(home)) return end;
		return axis ? { ...end, y: end.y + by } : { ...end, x: end.x + by };
	};
	for (const [id, { from, to }] of room.ends) {
		const next = { from: moved(from), to: moved(to) };
		if (next.from !== from || next.to !== to) room.ends.set(id, next);
	}
}

/** Writes what is another than before; how many things that were. */
export function putRoom(doc: Y.Doc, before: Room, now: Room, origin: unknown): number {
	let count = 0;
	doc.transact(() => {
		const place = (id: string, next: Place, last: Place | undefined) => {
			if (next === last) return;
			moveThing(doc, id, next, undefined, origin);
			count++;
		};
		for (const [id, next] of now.frames) place(id, next, before.frames.get(id));
		for (const [id, next] of now.stickies) place(id, next.place, before.stickies.get(id)?.place);
		for (const [id, next] of now.marks) place(id, next.place, before.marks.get(id)?.place);
		for (const [id, ends] of now.ends) if (ends !== before.ends.get(id) && holdArrow(doc, id, ends, origin)) count++;
	}, origin);
	return count;
}
