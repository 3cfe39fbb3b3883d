// What the server does to keep the board in order: frames of a template, room in full frames, one slot per sticky.
// Knows no socket; whoever calls it commits and sends what it changed.
import type * as Y from 'yjs';
import type { MessageKey, Words } from '#lib/ui/words.ts';
import { addFrame, frames, things, thingsOf, type Layout } from './board.ts';
import { copyOf, makeWay, putRoom, roomOf, type Room } from './room.ts';
import { around, columnsOf, framePadding, frameSize, overlap, Slots, slotStep, type Place } from './slots.ts';
import { hangs } from './thing.ts';
import { templateFrames, type FrameTemplate } from './templates.ts';

/** Board units between the frames of two agenda items. */
const itemGap = 240;
/** A frame whose height would pass this share of its width gets wider instead. */
const tallest = 0.85;
/** Steps in which one frame may grow at once. */
const growthLimit = 200;
/** Stickies outside of a frame from which it does not grow step by step. */
const floodFrom = 200;

/** Puts the frames of a template below all that is there, once per item. Returns the ids of the item's frames. */
export function placeTemplate(
	doc: Y.Doc,
	template: FrameTemplate,
	item: string,
	words: Words,
	origin: unknown = 'server'
): string[] {
	const present = frames(doc).filter((frame) => frame.item === item);
	if (present.length) return present.map(({ id }) => id);
	const lying = things(doc).filter((thing) => thing.kind !== 'cluster' && !hangs(thing));
	const bounds = around(lying.map(({ place }) => place));
	const top = bounds ? bounds[1] + bounds[3] + itemGap : 0;
	return doc.transact(
		() =>
			templateFrames[template].map(({ name, x, y, width, height }) =>
				addFrame(
					doc,
					{
						name: words(`frame_${template}_${name}` as MessageKey),
						prompt: promptOf(template, name, words),
						place: [x, y + top, width, height],
						item,
						locked: true
					},
					origin
				)
			),
		origin
	);
}

/** What to think about in a frame. */
function promptOf(template: FrameTemplate, name: string, words: Words): string {
	const key = template === 'tables' && name !== 'common' ? 'table' : name;
	return words(`prompt_${template}_${key}` as MessageKey);
}

/**
 * After new stickies arrived: two that chose the same slot at once get one each (the given, newer ones move), and a
 * frame that is full grows, moving aside what lies behind it. True when it changed something.
 */
export function settle(doc: Y.Doc, newcomers: readonly string[], origin: unknown = 'server'): boolean {
	const before = roomOf(doc);
	const layout = copyOf(before);
	const byHome = new Map<string, string[]>();
	for (const id of newcomers) {
		const frame = layout.stickies.get(id)?.frame;
		if (frame && layout.frames.has(frame)) byHome.set(frame, [...(byHome.get(frame) ?? []), id]);
	}
	for (const [frame, ids] of byHome) {
		separate(layout, frame, new Set(ids));
		makeRoom(layout, frame, (id) => thingsOf(doc).has(id));
	}
	return putRoom(doc, before, layout, origin) > 0;
}

function inside(layout: Layout, frame: string): [id: string, place: Place][] {
	const all: [id: string, place: Place][] = [];
	for (const [id, each] of layout.stickies) if (each.frame === frame) all.push([id, each.place]);
	return all;
}

const put = (layout: Layout, id: string, place: Place): void => {
	layout.stickies.set(id, { ...layout.stickies.get(id)!, place });
};

/** Only a sticky that lies exactly on another is moved: who overlaps a little meant it. */
function separate(layout: Layout, frame: string, newcomers: ReadonlySet<string>): void {
	const corner = ([x, y]: Place) => `${x},${y}`;
	const all = inside(layout, frame);
	const standing = new Set(all.flatMap(([id, place]) => (newcomers.has(id) ? [] : [corner(place)])));
	const doubled = all.filter(([id, place]) => {
		if (!newcomers.has(id)) return false;
		if (standing.has(corner(place))) return true;
		standing.add(corner(place));
		return false;
	});
	if (!doubled.length) return;
	const moving = new Set(doubled.map(([id]) => id));
	const slots = new Slots(
		layout.frames.get(frame)!,
		all.flatMap(([id, place]) => (moving.has(id) ? [] : [place]))
	);
	for (const [id, [, , width, height]] of doubled) put(layout, id, slots.take(width, height));
}

function makeRoom(layout: Room, id: string, holds: (id: string) => boolean): void {
	// who lies in it and who makes way does not change while it grows: of ten thousand nobody is asked with every step
	const all = inside(layout, id);
	const loose = looseIn(layout);
	const outside = () => {
		const [, y, , height] = layout.frames.get(id)!;
		return all.filter(([, place]) => place[1] + place[3] + framePadding > y + height);
	};
	const refill = (out: readonly [id: string, place: Place][]) => {
		const moving = new Set(out);
		const slots = new Slots(
			layout.frames.get(id)!,
			all.flatMap((each) => (moving.has(each) ? [] : [each[1]]))
		);
		for (const each of out) {
			each[1] = slots.take(each[1][2], each[1][3]);
			put(layout, each[0], each[1]);
		}
	};
	const flood = outside();
	if (flood.length >= floodFrom) {
		// so many that the room for all of them is made at once
		const [x, y, width, height] = layout.frames.get(id)!;
		const cells = all.reduce(
			(sum, [, place]) => sum + Math.ceil(place[2] / slotStep) * Math.ceil(place[3] / slotStep),
			0
		);
		const columns = Math.ceil(Math.sqrt(cells / tallest));
		const size = frameSize(columns, Math.ceil(cells / columns) + 1);
		if (size.width > width) grow(layout, id, [x, y, size.width, height], 0, loose, holds);
		if (size.height > height) grow(layout, id, [x, y, Math.max(size.width, width), size.height], 1, loose, holds);
		refill(flood);
	}
	for (let times = 0; times < growthLimit; times++) {
		const [x, y, width, height] = layout.frames.get(id)!;
		const out = outside();
		if (!out.length) return;
		if (height + slotStep <= width * tallest) {
			grow(layout, id, [x, y, width, height + slotStep], 1, loose, holds);
			continue;
		}
		// as many columns as the ones outside fill at once
		const columns = Math.max(1, Math.round((out.length / all.length) * 0.5 * columnsOf([x, y, width, height])));
		const grown: Place = [x, y, width + columns * slotStep, height];
		grow(layout, id, grown, 0, loose, holds);
		refill(out);
	}
}

/** What lies in no frame, and where to ask for its place. */
function looseIn({ frames, stickies, marks }: Room): [lying: Room['marks'], id: string][] {
	const loose: [lying: Room['marks'], id: string][] = [];
	for (const lying of [stickies, marks])
		for (const [id, { frame }] of lying) if (frame === null || !frames.has(frame)) loose.push([lying, id]);
	return loose;
}

/** What lies behind the old edge (0 = to the right, 1 = below) moves if the larger frame reaches a frame or a loose thing there. */
function grow(
	layout: Room,
	id: string,
	grown: Place,
	axis: 0 | 1,
	loose: ReturnType<typeof looseIn>,
	holds: (id: string) => boolean
): void {
	const old = layout.frames.get(id)!;
	const edge = old[axis] + old[axis + 2]!;
	layout.frames.set(id, grown);
	const isMet = (place: Place, margin: number) => place[axis] >= edge && overlap(grown, place, margin);
	const others = [...layout.frames].filter(([other]) => other !== id);
	if (
		others.some(([, place]) => isMet(place, framePadding)) ||
		loose.some(([lying, each]) => isMet(lying.get(each)!.place, 0))
	)
		makeWay(layout, id, old, axis, grown[axis + 2]! - old[axis + 2]!, holds);
}
