// What the server does to keep the board in order: frames of a template, room in full frames, one place per sticky.
// Knows no socket; whoever calls it commits and sends what it changed.
import type * as Y from 'yjs';
import type { MessageKey, Words } from '#lib/ui/words.ts';
import { addFrame, frames, moveThing, stickies, things, type Frame } from './board.ts';
import { around, framePadding, freeSlot, overlap, slotStep, type Place } from './slots.ts';
import { templateFrames, type FrameTemplate } from './templates.ts';

/** Board units between the frames of two agenda items. */
const itemGap = 240;

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
 * frame whose stickies stick out at the bottom gets taller, moving down what lies below it. True when it changed something.
 */
export function settle(doc: Y.Doc, newcomers: readonly string[], origin: unknown = 'server'): boolean {
	let changed = false;
	doc.transact(() => {
		changed = separate(doc, newcomers, origin);
		changed = makeRoom(doc, origin) || changed;
	}, origin);
	return changed;
}

function separate(doc: Y.Doc, newcomers: readonly string[], origin: unknown): boolean {
	const moving = new Set(newcomers);
	const all = stickies(doc);
	const standing = all.filter(({ id }) => !moving.has(id)).map(({ place }) => place);
	const homes = new Map(frames(doc).map((frame) => [frame.id, frame]));
	let changed = false;
	for (const sticky of all) {
		if (!moving.has(sticky.id)) continue;
		let place = sticky.place;
		const home = sticky.frame === null ? undefined : homes.get(sticky.frame);
		if (home && standing.some((other) => same(other, place))) {
			const otherFrames = [...homes.values()].filter((frame) => frame !== home).map((frame) => frame.place);
			place = freeSlot(home.place, [...standing, ...otherFrames]);
			moveThing(doc, sticky.id, place, undefined, origin);
			changed = true;
		}
		standing.push(place);
	}
	return changed;
}

/** Only stickies that lie exactly on another are moved: who overlaps a little meant it. */
const same = (a: Place, b: Place): boolean => a[0] === b[0] && a[1] === b[1];

function makeRoom(doc: Y.Doc, origin: unknown): boolean {
	let changed = false;
	for (const { id } of frames(doc)) {
		const frame = frames(doc).find((each) => each.id === id);
		if (!frame) continue;
		const missing = missingHeight(doc, frame);
		if (missing <= 0) continue;
		const rows = Math.ceil(missing / slotStep) * slotStep;
		const [x, y, width, height] = frame.place;
		const bottom = y + height;
		const grown: Place = [x, y, width, height + rows];
		moveDown(doc, frame, bottom, rows, grown, origin);
		moveThing(doc, id, grown, undefined, origin);
		changed = true;
	}
	return changed;
}

function missingHeight(doc: Y.Doc, frame: Frame): number {
	const inside = stickies(doc).filter((sticky) => sticky.frame === frame.id);
	const bounds = around(inside.map(({ place }) => place));
	return bounds ? bounds[1] + bounds[3] + framePadding - (frame.place[1] + frame.place[3]) : 0;
}

/** Frames that begin below the old bottom move down with their stickies, if the taller frame would reach any of them. */
function moveDown(doc: Y.Doc, frame: Frame, bottom: number, by: number, grown: Place, origin: unknown): void {
	const below = frames(doc).filter((other) => other.id !== frame.id && other.place[1] >= bottom);
	if (!below.some((other) => overlap(grown, other.place, framePadding))) return;
	const ids = new Set(below.map(({ id }) => id));
	for (const each of things(doc)) {
		const home = each.kind === 'frame' ? each.id : each.frame;
		const moves = home === null ? each.place[1] >= bottom : ids.has(home);
		const [x, y, width, height] = each.place;
		if (moves) moveThing(doc, each.id, [x, y + by, width, height], undefined, origin);
	}
}
