// Where writing begins on the canvas and how it goes on from one sticky to the next. Knows no element.
import { nextPlace } from './board.ts';
import type { Canvas } from './canvas.svelte.ts';
import { beside, coveredBy, type Direction } from './chain.ts';
import { lettersOf } from './first-view.ts';
import type { Rights } from './rights.ts';
import { centreOf, contains, nearestSlot, newStickyPlace, overlap, type Place } from './slots.ts';
import type { Kind, Thing } from './thing.ts';

/** Kinds whose text is written on the canvas. */
const written: readonly Kind[] = ['frame', 'sticky', 'text', 'shape', 'arrow', 'image'];

/** Board units in which the name of a frame is written. */
const nameRoom = [400, 100] as const;

/** How large one will see one's own letters, board units; 0 where that is not known. */
function lettersIn(now: Thing, { measure }: Canvas): number {
	if (now.kind === 'text') return now.size;
	return now.kind === 'sticky' ? lettersOf(now.text, now.place[2], now.place[3], measure) : 0;
}

export class Writing {
	readonly #canvas: Canvas;
	readonly #rights: Rights;
	readonly #item: () => string | null;

	constructor(canvas: Canvas, rights: Rights, item: () => string | null) {
		this.#canvas = canvas;
		this.#rights = rights;
		this.#item = item;
	}

	edit(id: string): void {
		const canvas = this.#canvas;
		const live = canvas.board.get(id);
		const now = live?.now;
		if (!now || !written.includes(now.kind) || !this.#rights.mayWrite()) return;
		// what is pinned keeps its place and its words; a frame may be renamed where it stands
		const isFrame = now.kind === 'frame';
		if (isFrame ? !this.#rights.mayFrame() : now.locked || !canvas.board.may('write', live)) return;
		canvas.select([id]);
		const draft = {
			kind: now.kind,
			place: now.place,
			frame: 'frame' in now ? now.frame : null,
			colour: 'colour' in now ? now.colour : null
		};
		canvas.editing = { id, draft };
		const [x, y, width] = now.place;
		if (isFrame) canvas.reveal([x, y, Math.min(width, nameRoom[0]), nameRoom[1]]);
		else canvas.readable(now.place, lettersIn(now, canvas));
	}

	/** A new sticky at a place; it is put on the board with its first letter. */
	write(place: Place, home?: string | null): void {
		if (!this.#rights.mayWrite()) return;
		const canvas = this.#canvas;
		const frame = home ?? canvas.board.frameAt(...centreOf(place))?.id ?? null;
		if (!canvas.board.mayMake('sticky', frame)) return;
		canvas.select([]);
		canvas.editing = { id: null, draft: { kind: 'sticky', place, frame, colour: null } };
		canvas.readable(place, lettersOf('', place[2], place[3], canvas.measure));
	}

	/** A new text that begins here, as wide as was asked for or as its words are. */
	writeText(x: number, y: number, width: number | null): void {
		if (!this.#rights.mayWrite()) return;
		const canvas = this.#canvas;
		const { size, colour } = canvas.tools;
		const place: Place = [x, y, width ?? 1, size];
		canvas.select([]);
		canvas.editing = {
			id: null,
			draft: { kind: 'text', place, frame: canvas.board.frameAt(x, y)?.id ?? null, colour }
		};
		canvas.readable([x, y, Math.max(200, width ?? 0), size], size);
	}

	/** Where somebody pointed: in the slot there if it is free. */
	create(x: number, y: number): void {
		const { board } = this.#canvas;
		const place = newStickyPlace(x, y);
		const frame = board.frameAt(x, y);
		const slot = frame && nearestSlot(frame.now.place, place);
		this.write(slot && overlap(slot, [x, y, 1, 1]) && !coveredBy(board, slot) ? slot : place);
	}

	/** Where a sticky made by key or button goes: the frame of the selection, or the one in the middle of the view. */
	home(): string | null {
		const { board } = this.#canvas;
		const only = this.#canvas.chosen()[0]?.now;
		const middle = board.frameAt(...this.#canvas.middle());
		const first = board.frames.find(({ now }) => now.item === this.#item()) ?? board.frames[0];
		return (only && 'frame' in only ? only.frame : null) ?? middle?.id ?? first?.id ?? null;
	}

	add(): void {
		const frame = this.home();
		this.write(frame === null ? newStickyPlace(...this.#canvas.middle()) : nextPlace(this.#canvas.board.doc, frame));
	}

	/** On from a sticky: to the one beside it, or a new one there. */
	next(from: string | null, direction: Direction): void {
		const { board } = this.#canvas;
		const start = from === null ? undefined : board.sticky(from)?.now;
		if (!start) return;
		const slot = beside(start.place, direction);
		const there = coveredBy(board, slot);
		const frame = start.frame === null ? undefined : board.get(start.frame);
		if (there) this.edit(there.id);
		// past the edge of a frame the chain goes on in the frame's next free slot
		else if (frame && !contains(frame.now.place, ...centreOf(slot)))
			this.write(nextPlace(board.doc, frame.id), frame.id);
		else this.write(slot);
	}
}
