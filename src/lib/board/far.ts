// The board from far away: stickies as blocks of their paper with bars for lines. Draws on a canvas and keeps nothing
// but the colours it looked up.
import type { LiveSticky } from './board.svelte.ts';
import type { Camera, Size } from './camera.ts';
import { paperOf } from './paper.ts';

/** A drag in progress, board units. */
export type Drag = { ids: ReadonlySet<string>; dx: number; dy: number };

export type FarScene = {
	stickies: readonly LiveSticky[];
	selected: ReadonlySet<string>;
	drag: Drag | null;
};

/** Screen pixels of a sticky's side from which bars for its lines can be seen. */
const barsFrom = 16;

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
	const byPaper = new Map<string, LiveSticky[]>();
	for (const sticky of scene.stickies) {
		const paper = paperOf(sticky.now, sticky.made);
		const same = byPaper.get(paper);
		if (same) same.push(sticky);
		else byPaper.set(paper, [sticky]);
	}
	const at = (sticky: LiveSticky): [number, number, number, number] => {
		const [x, y, w, h] = sticky.now.place;
		const drag = scene.drag?.ids.has(sticky.id) ? scene.drag : null;
		return [
			(x + (drag?.dx ?? 0) - camera.x) * zoom,
			(y + (drag?.dy ?? 0) - camera.y) * zoom,
			Math.max(1.5, w * zoom),
			Math.max(1.5, h * zoom)
		];
	};
	for (const [paper, stickies] of byPaper) {
		context.fillStyle = resolved(canvas, paper);
		for (const sticky of stickies) context.fillRect(...at(sticky));
	}
	context.fillStyle = '#221f1966';
	for (const sticky of scene.stickies) {
		const [x, y, w, h] = at(sticky);
		if (w < barsFrom * scale) continue;
		const rows = Math.min(5, Math.ceil(sticky.now.text.length / 22));
		const bar = Math.max(1, Math.round(h * 0.045));
		for (let row = 0; row < rows; row++) {
			const share = row < rows - 1 ? 0.8 : 0.3 + ((sticky.now.text.length % 22) / 22) * 0.5;
			context.fillRect(x + w * 0.1, y + h * (0.14 + row * 0.13), w * share, bar);
		}
	}
	if (!scene.selected.size) return;
	context.strokeStyle = resolved(canvas, 'var(--focus, #02585c)');
	context.lineWidth = 2 * scale;
	for (const sticky of scene.stickies) if (scene.selected.has(sticky.id)) context.strokeRect(...at(sticky));
}
