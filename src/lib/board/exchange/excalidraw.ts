// An Excalidraw file as things of the board, as far as they have a counterpart; what has none is counted by its kind.
// The format: a JSON object with `type: "excalidraw"` and `elements`, sizes in its own pixels. Knows no board.
import { makeId } from '#lib/people/ids.ts';
import { frameNameLimit, labelLimit, sideLimit, stickyTextLimit } from '../limits.ts';
import { packed, pieces, simplifiedLong, tolerance, type Sample } from '../marks/stroke.ts';
import { markOrder, shapeOrder } from '../marks/change.ts';
import { boundsOf, parcelLimit } from '../selection/parcel.ts';
import type { Place } from '../slots.ts';
import { stickyColours, type ArrowEnd, type ShapeForm, type StickyColour, type Thing } from '../thing.ts';
import type { ImportedThings } from './import.ts';

type Element = {
	id: string;
	type: string;
	x: number;
	y: number;
	width: number;
	height: number;
	text: string;
	container: string | null;
	frame: string | null;
	group: string | null;
	points: readonly (readonly [number, number])[];
	pressures: readonly number[];
	from: string | null;
	to: string | null;
	fontSize: number;
	strokeWidth: number;
	paper: StickyColour | null;
	ink: StickyColour | null;
};

/** Hues of a colour wheel, degrees, nearest wins. */
const hues: Record<StickyColour, number> = { orange: 30, yellow: 52, green: 115, blue: 210, violet: 265, pink: 335 };

/** The nearest of our colours; null for grey, black, white and none. */
function colourOf(value: unknown): StickyColour | null {
	const parts = typeof value === 'string' ? /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(value) : null;
	if (!parts) return null;
	const [red, green, blue] = parts.slice(1).map((part) => parseInt(part, 16)) as [number, number, number];
	const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
	if (most - least < 24) return null;
	const part =
		most === red
			? (green - blue) / (most - least)
			: most === green
				? 2 + (blue - red) / (most - least)
				: 4 + (red - green) / (most - least);
	const hue = (part * 60 + 360) % 360;
	const away = (colour: StickyColour) => Math.min(Math.abs(hues[colour] - hue), 360 - Math.abs(hues[colour] - hue));
	return [...stickyColours].sort((a, b) => away(a) - away(b))[0]!;
}

const numberOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const idOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);
const bound = (value: unknown): string | null =>
	typeof value === 'object' && value !== null ? idOf((value as Record<string, unknown>).elementId) : null;

function elementOf(value: unknown): Element | null {
	if (typeof value !== 'object' || value === null) return null;
	const raw = value as Record<string, unknown>;
	const id = idOf(raw.id);
	if (id === null || typeof raw.type !== 'string' || raw.isDeleted === true) return null;
	const points = Array.isArray(raw.points) ? raw.points : [];
	return {
		id,
		type: raw.type,
		x: numberOf(raw.x),
		y: numberOf(raw.y),
		width: Math.abs(numberOf(raw.width)),
		height: Math.abs(numberOf(raw.height)),
		text: textOf(raw.type === 'frame' ? raw.name : (raw.originalText ?? raw.text)).trim(),
		container: idOf(raw.containerId),
		frame: idOf(raw.frameId),
		group: Array.isArray(raw.groupIds) ? idOf(raw.groupIds.at(-1)) : null,
		points: points.flatMap((point) =>
			Array.isArray(point) ? [[numberOf(point[0]), numberOf(point[1])] as const] : []
		),
		pressures: Array.isArray(raw.pressures) ? raw.pressures.map(numberOf) : [],
		from: bound(raw.startBinding),
		to: bound(raw.endBinding),
		fontSize: numberOf(raw.fontSize) || 20,
		strokeWidth: numberOf(raw.strokeWidth) || 2,
		paper: colourOf(raw.backgroundColor),
		ink: colourOf(raw.strokeColor)
	};
}

const forms: Record<string, ShapeForm> = { rectangle: 'rectangle', ellipse: 'ellipse', diamond: 'diamond' };

/** Null when the text is not an Excalidraw file at all. */
export function excalidrawFrom(content: string): ImportedThings | null {
	let file: unknown;
	try {
		file = JSON.parse(content);
	} catch {
		return null;
	}
	if (typeof file !== 'object' || file === null) return null;
	const { type, elements } = file as Record<string, unknown>;
	if (type !== 'excalidraw' || !Array.isArray(elements)) return null;

	const all = elements.flatMap((each) => elementOf(each) ?? []);
	const labels = new Map(
		all.flatMap(({ type, container, text }) => (type === 'text' && container !== null ? [[container, text]] : []))
	);
	const ids = new Map(all.map(({ id }) => [id, makeId()]));
	const groups = new Map<string, string>();
	const things: Thing[] = [];
	const strange = new Map<string, number>();
	let tooLong = 0;
	let tooMany = 0;
	for (const element of all) {
		if (element.type === 'text' && element.container !== null) continue;
		const made = thingsOf(element, labels.get(element.id) ?? '', ids, groups);
		if (made === 'too-long') tooLong++;
		else if (made === null) strange.set(element.type, (strange.get(element.type) ?? 0) + 1);
		else if (things.length + made.length > parcelLimit) tooMany++;
		else things.push(...made);
	}
	const kinds = [...strange.keys()].sort();
	const strangeCount = [...strange.values()].reduce((sum, count) => sum + count, 0);
	return {
		kind: 'things',
		things,
		left: [
			{ why: 'too_long' as const, count: tooLong },
			{ why: 'too_many' as const, count: tooMany },
			{ why: 'kind' as const, count: strangeCount, kinds }
		].filter(({ count }) => count > 0)
	};
}

function thingsOf(
	element: Element,
	label: string,
	ids: ReadonlyMap<string, string>,
	groups: Map<string, string>
): Thing[] | 'too-long' | null {
	const { type, x, y, text } = element;
	if (element.group !== null && !groups.has(element.group)) groups.set(element.group, makeId());
	const side = (value: number) => Math.min(sideLimit, Math.max(1, value));
	const place: Place = [x, y, side(element.width), side(element.height)].map(Math.round) as unknown as Place;
	const base = {
		id: ids.get(element.id)!,
		place,
		locked: false,
		group: element.group === null ? null : groups.get(element.group)!
	};
	const frame = (element.frame && ids.get(element.frame)) ?? null;
	if (type === 'frame')
		return [{ ...base, order: 0, kind: 'frame', name: (text || '–').slice(0, frameNameLimit), item: null }];
	if (type === 'text') {
		if (text.length > stickyTextLimit) return 'too-long';
		const size = Math.min(400, Math.max(8, Math.round(element.fontSize)));
		return text ? [{ ...base, order: markOrder, kind: 'text', text, size, colour: element.ink, frame }] : [];
	}
	const form = forms[type];
	// a filled rectangle with words is what people there use for a sticky
	if (form === 'rectangle' && label && element.paper !== null) {
		if (label.length > stickyTextLimit) return 'too-long';
		return [
			{ ...base, order: 0, kind: 'sticky', text: label, colour: element.paper, frame, cluster: null, into: null }
		];
	}
	if (form) {
		if (label.length > labelLimit) return 'too-long';
		return [{ ...base, order: shapeOrder, kind: 'shape', form, text: label, colour: element.ink, frame }];
	}
	if (type === 'arrow' && element.points.length > 1) {
		const end = (bound: string | null, [dx, dy]: readonly [number, number]): ArrowEnd => ({
			thing: (bound && ids.get(bound)) ?? null,
			x: x + dx,
			y: y + dy
		});
		const [from, to] = [end(element.from, element.points[0]!), end(element.to, element.points.at(-1)!)];
		return [
			{ ...base, order: markOrder, kind: 'arrow', from, to, text: label.slice(0, labelLimit), colour: element.ink }
		];
	}
	if ((type === 'freedraw' || type === 'line') && element.points.length > 1) {
		const samples = element.points.map(([dx, dy], index): Sample => [
			x + dx,
			y + dy,
			Math.round(Math.min(1, element.pressures[index] ?? 0.5) * 100)
		]);
		const width = Math.min(60, Math.max(2, element.strokeWidth * 2));
		return pieces(simplifiedLong(samples, tolerance)).map((part, index) => {
			const stroke = packed(part, width);
			const id = index === 0 ? base.id : makeId();
			return { ...base, ...stroke, id, order: markOrder, kind: 'stroke', width, colour: element.ink, frame };
		});
	}
	return null;
}

/** Where the drawing goes so that it begins at a point of the board. */
export function shiftTo(things: readonly Thing[], [x, y]: readonly [number, number]): { dx: number; dy: number } {
	const bounds = boundsOf(things);
	return bounds ? { dx: x - bounds[0], dy: y - bounds[1] } : { dx: 0, dy: 0 };
}
