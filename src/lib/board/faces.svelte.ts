// The register of how each kind of thing is drawn on the canvas and written in. Knows no camera.
import type { Component } from 'svelte';
import BoardFrame from './BoardFrame.svelte';
import FrameEditor from './FrameEditor.svelte';
import type { EditorProps, FaceProps } from './face.ts';
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
