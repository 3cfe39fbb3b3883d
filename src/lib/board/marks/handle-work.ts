// Pulling at a handle: a text grows or gets wider, the end of an arrow is put elsewhere. One change at the end.
import type { Canvas } from '../canvas.svelte.ts';
import type { LiveThing } from '../board.svelte.ts';
import type { Place } from '../slots.ts';
import type { Arrow, ArrowEnd, TextThing } from '../thing.ts';
import { curveOf } from './arrow.ts';
import { endAt, straight } from './arrow-work.ts';
import { along, type Point } from './arrow-geometry.ts';
import { holdArrow, sizeText } from './change.ts';
import { heightOfText, narrowestText } from './text-size.ts';
import type { Work } from './work.ts';

export type Handle = { name: string; at: Point };

/** Sizes of letters that the board takes. */
const letterSizes = { least: 8, most: 400 } as const;

/** What can be pulled at, and where it is. */
export function handlesOf(live: LiveThing, canvas: Canvas): Handle[] {
	const { now } = live;
	if (now.kind === 'text') {
		const [x, y, width, height] = now.place;
		return [
			{ name: 'side', at: [x + width, y + height / 2] },
			{ name: 'se', at: [x + width, y + height] }
		];
	}
	if (now.kind !== 'arrow') return [];
	const curve = curveOf((id) => canvas.board.get(id)?.now, now);
	return [
		{ name: 'from', at: along(curve, 0) },
		{ name: 'to', at: along(curve, 1) }
	];
}

export function handleWork(handle: string, live: LiveThing, canvas: Canvas, event: PointerEvent): Work | null {
	const { now } = live;
	if (now.kind === 'text') return textHandle(handle === 'side', now, canvas, canvas.pointed(event));
	if (now.kind === 'arrow') return arrowHandle(handle === 'from' ? 'from' : 'to', now, canvas);
	return null;
}

/** A change of something that is still there, undone on its own. */
function change(canvas: Canvas, id: string, how: () => void): void {
	const { board, tools } = canvas;
	tools.draft = null;
	if (!board.get(id)) return;
	board.step();
	how();
	board.step();
}

function textHandle(side: boolean, text: TextThing, canvas: Canvas, [startX]: Point): Work {
	const { board, tools } = canvas;
	const [x, y, width] = text.place;
	let [place, size]: [Place | null, number] = [null, text.size];
	return {
		move(next) {
			const wide = Math.max(narrowestText * size, width + canvas.pointed(next)[0] - startX);
			if (!side) size = Math.min(letterSizes.most, Math.max(letterSizes.least, (text.size * wide) / width));
			const grown = side ? wide : (width * size) / text.size;
			place = [x, y, Math.ceil(grown), Math.ceil(heightOfText(text.text, grown, size, canvas.measure))];
			tools.draft = { kind: 'text', of: text.id, place, text: text.text, size, colour: text.colour };
		},
		end: () => change(canvas, text.id, () => place && sizeText(board.doc, text.id, place, size)),
		cancel: () => (tools.draft = null)
	};
}

function arrowHandle(which: 'from' | 'to', arrow: Arrow, canvas: Canvas): Work {
	const { board, tools } = canvas;
	const other = arrow[which === 'from' ? 'to' : 'from'];
	const find = (id: string) => board.get(id)?.now;
	let end: ArrowEnd | null = null;
	return {
		move(next) {
			const point = canvas.pointed(next);
			const [x, y] = next.shiftKey ? straight([other.x, other.y], point) : point;
			end = endAt(board, x, y, other.thing);
			const curve = curveOf(find, { ...arrow, [which]: end });
			const target = end.thing === null ? null : (find(end.thing)?.place ?? null);
			tools.draft = { kind: 'arrow', of: arrow.id, curve, text: arrow.text, colour: arrow.colour, target };
		},
		end: () => change(canvas, arrow.id, () => end && holdArrow(board.doc, arrow.id, { [which]: end })),
		cancel: () => (tools.draft = null)
	};
}
