// What the server does to keep the board in order: frames of a template, room in full frames, one slot per sticky.
// Knows no socket; whoever calls it commits and sends what it changed.
import * as Y from 'yjs';
import type { MessageKey, Words } from '#lib/ui/words.ts';
import {
	addFrame,
	frames,
	moveThing,
	thing,
	things,
	thingsOf,
	validateThing,
	type Frame,
	type Sticky
} from './board.ts';
import { around, framePadding, freeSlot, overlap, slotStep, type Place } from './slots.ts';
import { templateFrames, type FrameTemplate } from './templates.ts';

/** Board units between the frames of two agenda items. */
const itemGap = 240;
/** A frame whose height would pass this share of its width gets wider instead. */
const tallest = 0.85;
/** Steps in which one frame may grow at once. */
const growthLimit = 200;

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
	const bounds = around(things(doc).map(({ place }) => place));
	const top = bounds ? bounds[1] + bounds[3] + itemGap : 0;
	return doc.transact(
		() =>
			templateFrames[template].map(({ name, x, y, width, height }) =>
				addFrame(
					doc,
					{ name: words(`frame_${template}_${name}` as MessageKey), place: [x, y + top, width, height], item },
					origin
				)
			),
		origin
	);
}

/**
 * After new stickies arrived: two that chose the same slot at once get one each (the given, newer ones move), and a
 * frame that is full grows, moving aside what lies behind it. True when it changed something.
 */
export function settle(doc: Y.Doc, newcomers: readonly string[], origin: unknown = 'server'): boolean {
	return doc.transact(() => {
		let changed = false;
		const homes = new Set<string>();
		for (const id of newcomers) {
			const sticky = thing(doc, id);
			if (sticky?.kind !== 'sticky' || sticky.frame === null) continue;
			homes.add(sticky.frame);
			changed = separate(doc, sticky, origin) || changed;
		}
		for (const home of homes) changed = makeRoom(doc, home, origin) || changed;
		return changed;
	}, origin);
}

/** Looks at the frame first: most things lie in another one, and reading a thing whole costs more. */
function inside(doc: Y.Doc, frame: string): Sticky[] {
	const found: Sticky[] = [];
	thingsOf(doc).forEach((value, id) => {
		if (!(value instanceof Y.Map) || value.get('frame') !== frame) return;
		const sticky = validateThing(id, value);
		if (sticky?.kind === 'sticky') found.push(sticky);
	});
	return found;
}

/** Only a sticky that lies exactly on another is moved: who overlaps a little meant it. */
function separate(doc: Y.Doc, sticky: Sticky, origin: unknown): boolean {
	const home = thing(doc, sticky.frame!);
	if (home?.kind !== 'frame') return false;
	const others = inside(doc, home.id).filter(({ id }) => id !== sticky.id);
	const [x, y, , height] = sticky.place;
	if (!others.some(({ place }) => place[0] === x && place[1] === y)) return false;
	const taken = others.map(({ place }) => place);
	return moveThing(doc, sticky.id, freeSlot(home.place, taken, height), undefined, origin);
}

function makeRoom(doc: Y.Doc, id: string, origin: unknown): boolean {
	let changed = false;
	for (let times = 0; times < growthLimit; times++) {
		const frame = thing(doc, id);
		if (frame?.kind !== 'frame') return changed;
		const [x, y, width, height] = frame.place;
		const out = inside(doc, id).filter(({ place }) => place[1] + place[3] + framePadding > y + height);
		if (!out.length) return changed;
		changed = true;
		if (height + slotStep > width * tallest) {
			grow(doc, frame, [x, y, width + slotStep, height], 0, origin);
			for (const sticky of out) backIn(doc, sticky, id, origin);
		} else {
			grow(doc, frame, [x, y, width, height + slotStep], 1, origin);
		}
	}
	return changed;
}

/** Into a slot of its frame, which has become larger. */
function backIn(doc: Y.Doc, sticky: Sticky, id: string, origin: unknown): void {
	const home = thing(doc, id)!.place;
	const taken = inside(doc, id).flatMap((other) => (other.id === sticky.id ? [] : [other.place]));
	moveThing(doc, sticky.id, freeSlot(home, taken, sticky.place[3]), undefined, origin);
}

/** Frames behind the old edge (0 = to the right, 1 = below) move with their stickies if the larger frame reaches one. */
function grow(doc: Y.Doc, frame: Frame, grown: Place, axis: 0 | 1, origin: unknown): void {
	const edge = frame.place[axis] + frame.place[axis + 2]!;
	const behind = frames(doc).filter((other) => other.id !== frame.id && other.place[axis] >= edge);
	moveThing(doc, frame.id, grown, undefined, origin);
	if (!behind.some((other) => overlap(grown, other.place, framePadding))) return;
	const ids = new Set(behind.map(({ id }) => id));
	for (const each of things(doc)) {
		const home = each.kind === 'frame' ? each.id : each.frame;
		if (home === null ? each.place[axis] < edge : !ids.has(home)) continue;
		const [x, y, width, height] = each.place;
		const place: Place = axis ? [x, y + slotStep, width, height] : [x + slotStep, y, width, height];
		moveThing(doc, each.id, place, undefined, origin);
	}
}
