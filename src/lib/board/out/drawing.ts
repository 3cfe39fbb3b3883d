// The board as a drawing on paper: plain parts in board units, from which pictures, pages and prints are made. Knows no format.
import type * as Y from 'yjs';
import type { Words } from '#lib/ui/words.ts';
import { frames as framesOf, made, stickies as stickiesOf, things } from '../board.ts';
import { clusters as clustersOf } from '../clusters/clusters.ts';
import { groundsOf } from '../clusters/hull.ts';
import { dotsOn } from '../dots.ts';
import { thumb, type Measure } from '../fit-text.ts';
import { coverOf } from '../marks/arrow-geometry.ts';
import { curveOf } from '../marks/arrow.ts';
import { around, overlap, type Place } from '../slots.ts';
import {
	signCounts,
	type Arrow,
	type Frame,
	type Picture,
	type Shape,
	type Stroke,
	type TextThing,
	type Thing
} from '../thing.ts';
import { arrowParts, groundParts, hullParts, pictureParts, shapeParts, strokeParts, textParts } from './drawn-marks.ts';
import { stickyParts } from './drawn-sticky.ts';
import type { Drawing, Part } from './part.ts';
import { rootsOf } from '../order.ts';
import { reactionsBy } from '../reactions/reactions.ts';

export type Wanted = {
	doc: Y.Doc;
	words: Words;
	measure?: Measure;
	/** Everybody's dots, once they may be seen. */
	totals?: Record<string, number>;
};

const edge = 60;
/** A sheet shows at least so many board units: a lonely sticky is not blown up to fill it. */
const least = [1200, 840] as const;
const roomy = ([x, y, width, height]: Place): Place => {
	const [wide, tall] = [Math.max(width, least[0]), Math.max(height, least[1])];
	return [x - (wide - width) / 2, y - (tall - height) / 2, wide, tall];
};
const widened = ([x, y, width, height]: Place): Place => [x - edge, y - edge, width + 2 * edge, height + 2 * edge];

/** The whole board, or the frames of one item with what lies on them. */
export function drawingOf(wanted: Wanted, item: string | null = null, title = ''): Drawing {
	const shown = framesOf(wanted.doc).filter((frame) => item === null || frame.item === item);
	return drawn(wanted, shown, item === null ? null : around(shown.map(({ place }) => place)), title);
}

/** Each frame by itself, and last what lies outside of all frames, if anything does. */
export function pagesOf(wanted: Wanted): Drawing[] {
	const all = framesOf(wanted.doc);
	const drawings = all.map((frame) => drawn(wanted, [frame], frame.place, frame.name));
	const written = drawings.filter(({ content }) => content !== null);
	// a board on which nothing stands yet is printed to be written on by hand
	const pages = written.length ? written : drawings;
	const known = new Set(all.map(({ id }) => id));
	const outside = things(wanted.doc).filter(
		(thing) => 'frame' in thing && thing.kind !== 'cluster' && (thing.frame === null || !known.has(thing.frame))
	);
	const rest = around(outside.map(({ place }) => place));
	return rest ? [...pages, drawn(wanted, [], rest, wanted.words('board_no_frame'))] : pages;
}

/** What lies on one frame, without its empty parts, as large as the hall can have it; nothing when the frame is gone. */
export function frameDrawing(wanted: Wanted, id: string): Drawing | null {
	const frame = framesOf(wanted.doc).find((each) => each.id === id);
	if (!frame) return null;
	// its name and its question stand above it in the hall: here half of them would be cut off
	const drawing = drawn(wanted, [{ ...frame, name: '', prompt: '' }], frame.place, frame.name);
	return drawing.content ? { ...drawing, box: widened(drawing.content) } : drawing;
}

function drawn(
	{ doc, words, measure = thumb, totals }: Wanted,
	shown: readonly Frame[],
	area: Place | null,
	title: string
): Drawing {
	const all = things(doc);
	const byId = new Map(all.map((thing) => [thing.id, thing]));
	const find = (id: string) => byId.get(id);
	const homes = new Set(shown.map(({ id }) => id));
	const isIn = (thing: { place: Place; frame: string | null }) =>
		area === null ||
		(thing.frame !== null && homes.has(thing.frame)) ||
		(thing.frame === null && overlap(thing.place, area));
	const stickies = stickiesOf(doc).filter(isIn);
	const seen = new Set(stickies.map(({ id }) => id));
	const marks = all.filter((thing): thing is TextThing | Stroke | Shape | Picture => {
		const isFree = thing.kind === 'text' || thing.kind === 'stroke' || thing.kind === 'shape' || thing.kind === 'image';
		return isFree && isIn(thing);
	});
	for (const { id } of marks) seen.add(id);
	const arrows = all
		.filter((thing): thing is Arrow => thing.kind === 'arrow')
		.map((arrow) => ({ arrow, curve: curveOf(find, arrow) }))
		.filter(({ arrow, curve }) => area === null || isSeen(arrow, seen) || overlap(coverOf(curve), area));
	const merged = mergedCounts(all);
	const given = reactionsBy(doc);
	const parts: Part[] = shown.flatMap((frame) => groundParts(frame, measure));
	const cards = [...stickies, ...marks].map(({ place }) => place);
	const clusters = new Map(clustersOf(doc).map((cluster) => [cluster.id, cluster]));
	const groups = groundsOf(stickies).flatMap(({ cluster, hull }) => {
		const named = clusters.get(cluster);
		return named ? [hullParts(named, hull, cards, measure)] : [];
	});
	parts.push(...groups.map(({ ground }) => ground));
	const drawOne = (thing: (typeof marks)[number] | (typeof stickies)[number]): Part[] => {
		switch (thing.kind) {
			case 'sticky': {
				const sector = made(doc, thing.id)?.sector ?? null;
				const foot = [
					sector ? words(`sector_${sector}`) : '',
					merged.has(thing.id) ? `×${merged.get(thing.id)! + 1}` : '',
					totals && dotsOn(totals, thing.id) ? words('board_dots_total', { count: dotsOn(totals, thing.id) }) : ''
				];
				return stickyParts(
					thing,
					sector,
					foot.filter(Boolean).join(' · '),
					measure,
					signCounts(given.get(thing.id) ?? [])
				);
			}
			case 'text':
				return textParts(thing, measure);
			case 'shape':
				return shapeParts(thing, measure);
			case 'stroke':
				return strokeParts(thing);
			case 'image':
				return pictureParts(thing);
		}
	};
	const lying = [...marks, ...stickies].sort((a, b) => a.order - b.order);
	parts.push(...lying.flatMap(drawOne), ...groups.flatMap(({ label }) => label));
	parts.push(...arrows.flatMap(({ arrow, curve }) => arrowParts(arrow, curve, measure)));
	const covered = [...lying.map(({ place }) => place), ...arrows.map(({ curve }) => coverOf(curve))];
	const places = [...shown.map(({ place }) => place), ...lying.map(({ place }) => place)];
	const box = area ?? around([...places, ...covered]) ?? [0, 0, 800, 600];
	return { title, box: widened(roomy(around([box, ...places]) ?? box)), content: around(covered), parts };
}

const isSeen = ({ from, to }: Arrow, seen: ReadonlySet<string>): boolean =>
	[from.thing, to.thing].some((id) => id !== null && seen.has(id));

/** How many others stand behind each sticky that is shown for them. */
function mergedCounts(all: readonly Thing[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const root of rootsOf(all.filter((thing) => thing.kind === 'sticky')).values())
		counts.set(root, (counts.get(root) ?? 0) + 1);
	return counts;
}
