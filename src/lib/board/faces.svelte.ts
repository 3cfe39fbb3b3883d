// The register of how each kind of thing is drawn on the canvas and written in. Knows no camera.
import type { Component } from 'svelte';
import BoardFrame from './BoardFrame.svelte';
import FrameEditor from './FrameEditor.svelte';
import type { LiveThing } from './board.svelte.ts';
import type { Canvas, Editing } from './canvas.svelte.ts';
import type { Direction } from './chain.ts';
import type { Dots } from './dots.ts';
import { touches } from './hit.ts';
import ArrowFace from './marks/ArrowFace.svelte';
import MarkEditor from './marks/MarkEditor.svelte';
import ShapeFace from './marks/ShapeFace.svelte';
import StrokeFace from './marks/StrokeFace.svelte';
import TextFace from './marks/TextFace.svelte';
import { markTouches } from './marks/touch.ts';
import AltEditor from './images/AltEditor.svelte';
import PictureFace from './images/PictureFace.svelte';
import StickyEditor from './StickyEditor.svelte';
import StickyPaper from './StickyPaper.svelte';
import type { Kind, Thing } from './thing.ts';

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

const faces: { [K in Kind]?: Component<FaceProps<Extract<Thing, { kind: K }>>> } = {
	frame: BoardFrame,
	sticky: StickyPaper,
	text: TextFace,
	stroke: StrokeFace,
	shape: ShapeFace,
	arrow: ArrowFace,
	image: PictureFace
};

const editors: { [K in Kind]?: Component<EditorProps> } = {
	frame: FrameEditor,
	sticky: StickyEditor,
	text: MarkEditor,
	shape: MarkEditor,
	arrow: MarkEditor,
	image: AltEditor
};

Object.assign(touches, markTouches);

export const faceOf = (kind: Kind) => faces[kind] as Component<FaceProps> | undefined;
export const editorOf = (kind: Kind) => editors[kind];
