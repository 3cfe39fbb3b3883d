// The board from far away, on a canvas: a register says how each kind of thing is painted. Keeps nothing but the
// colours it looked up.
import { ofKind, type LiveThing } from './board.svelte.ts';
import type { Camera, Size } from './camera.ts';
import type { Drag, FarPainter, FarPaper } from './far-paper.ts';
import { paintStickies } from './far-stickies.ts';
import { paintArrows, paintShapes, paintStrokes, paintTexts } from './marks/far-marks.ts';
import type { Find } from './marks/held.ts';
import { paintPictures } from './images/far-pictures.ts';
import type { Kind, Thing } from './thing.ts';

export type FarScene = {
	things: readonly LiveThing[];
	selected: ReadonlySet<string>;
	drag: Drag | null;
	find: Find;
};

/** In the order in which they lie on each other; a kind without a painter is not seen from far. */
const painters: { [K in Kind]?: FarPainter<Extract<Thing, { kind: K }>> } = {
	image: paintPictures,
	shape: paintShapes,
	sticky: paintStickies,
	text: paintTexts,
	stroke: paintStrokes,
	arrow: paintArrows
};

const colours = new Map<string, string>();

/** A `var(--token, fallback)` as the colour it stands for here. */
function resolved(element: HTMLElement, value: string): string {
	let colour = colours.get(value);
	if (colour === undefined) {
		const [, token, fallback] = /^var\((--[\w-]+)(?:,\s*(.+))?\)$/.exec(value) ?? [];
		colour = (token && getComputedStyle(element).getPropertyValue(token).trim()) || fallback || value;
		colours.set(value, colour);
	}
	return colour;
}

/** Pixels of the bitmap at most, whatever the screen. */
const pixelLimit = 9_000_000;

/** Draws a view of so many CSS pixels. */
export function drawFar(canvas: HTMLCanvasElement, camera: Camera, view: Size, scene: FarScene): void {
	const sharp = Math.sqrt(pixelLimit / (view.width * view.height));
	const scale = Math.min(globalThis.devicePixelRatio || 1, 2, sharp);
	const width = Math.round(view.width * scale);
	const height = Math.round(view.height * scale);
	if (canvas.width !== width || canvas.height !== height) {
		canvas.width = width;
		canvas.height = height;
		canvas.style.width = `${view.width}px`;
		canvas.style.height = `${view.height}px`;
	}
	const context = canvas.getContext('2d');
	if (!context) return;
	context.clearRect(0, 0, width, height);
	const zoom = camera.zoom * scale;
	const at = (live: LiveThing): [number, number, number, number] => {
		const [x, y, w, h] = live.now.place;
		const drag = scene.drag?.ids.has(live.id) ? scene.drag : null;
		return [
			(x + (drag?.dx ?? 0) - camera.x) * zoom,
			(y + (drag?.dy ?? 0) - camera.y) * zoom,
			Math.max(1.5, w * zoom),
			Math.max(1.5, h * zoom)
		];
	};
	const { drag, find } = scene;
	const paper: FarPaper = {
		context,
		zoom,
		scale,
		at,
		find,
		point: ([x, y]) => [(x - camera.x) * zoom, (y - camera.y) * zoom],
		shift: (id) => (drag?.ids.has(id) ? [drag.dx, drag.dy] : [0, 0]),
		colour: (value) => resolved(canvas, value)
	};
	for (const kind of Object.keys(painters) as Kind[]) {
		const same = ofKind(scene.things, kind);
		if (same.length) (painters[kind] as FarPainter<Thing>)(paper, same);
	}
	if (!scene.selected.size) return;
	context.strokeStyle = resolved(canvas, 'var(--focus, #02585c)');
	context.lineWidth = 2 * scale;
	for (const live of scene.things) if (scene.selected.has(live.id)) context.strokeRect(...at(live));
}
