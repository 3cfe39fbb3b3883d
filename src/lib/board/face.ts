// What a thing's face on the canvas, and the editor of its words, are given. Knows no kind of thing.
import type { LiveThing } from './board.svelte.ts';
import type { Canvas, Editing } from './canvas.svelte.ts';
import type { Direction } from './chain.ts';
import type { Dots } from './dots.ts';
import type { Thing } from './thing.ts';

/** Every face lies absolutely at its thing's place, in board units; hits are looked up in the board's own index. */
export type FaceProps<T extends Thing = Thing> = {
	live: LiveThing<T>;
	canvas: Canvas;
	dots?: Dots;
	mayFrame: boolean;
};

export type EditorProps = {
	canvas: Canvas;
	editing: Editing;
	/** On to the neighbour: a sticky that lies there, or a new one. */
	onNext: (from: string | null, direction: Direction) => void;
	/** Writing is over; the thing's id, or null when none came of it. */
	onDone: (id: string | null) => void;
};
