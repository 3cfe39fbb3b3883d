// What a painter of the far board is given, and what it is. Knows no kind of thing.
import type { LiveThing } from './board.svelte.ts';
import type { Find } from './marks/held.ts';
import type { Thing } from './thing.ts';

/** A drag in progress, board units. */
export type Drag = { ids: ReadonlySet<string>; dx: number; dy: number };

/** What a painter is given: the paper, where a thing lies on it in its pixels, and what a colour of the page is here. */
export type FarPaper = {
	context: CanvasRenderingContext2D;
	/** Pixels of the bitmap per board unit, and per CSS pixel. */
	zoom: number;
	scale: number;
	at: (live: LiveThing) => [x: number, y: number, width: number, height: number];
	/** A point of the board in the pixels of the paper. */
	point: (at: readonly [x: number, y: number]) => [x: number, y: number];
	/** How far a thing is being carried just now, board units. */
	shift: (id: string) => [x: number, y: number];
	find: Find;
	colour: (value: string) => string;
};

/** All things of one kind at once, so that a painter can put those of one colour together. */
export type FarPainter<T extends Thing> = (paper: FarPaper, things: readonly LiveThing<T>[]) => void;
