// The elements that carry the camera. Moves them; knows neither what lies in them nor why they move.
import type { Camera } from './camera.ts';
import type { Drag } from './far-paper.ts';

/** Frames and what else is ground; things; what is being dragged; what lies above all. */
export type LayerElements = Record<'frames' | 'things' | 'lifted' | 'above', HTMLElement>;

export class Layers {
	readonly #elements: LayerElements;

	constructor(surface: HTMLElement) {
		const layer = (name: string) => surface.querySelector<HTMLElement>(`[data-layer='${name}']`)!;
		this.#elements = {
			frames: layer('frames'),
			things: layer('things'),
			lifted: layer('lifted'),
			above: layer('above')
		};
	}

	/** Layers without content are left alone: moving them would cost as much as moving full ones. */
	place({ x, y, zoom }: Camera, drag: Drag | null, holds: { frames: boolean; above: boolean }): void {
		const { frames, things, lifted, above } = this.#elements;
		const placed = `matrix(${zoom},0,0,${zoom},${-x * zoom},${-y * zoom})`;
		if (holds.frames) frames.style.transform = placed;
		things.style.transform = placed;
		if (holds.above) above.style.transform = placed;
		if (drag) lifted.style.transform = `matrix(${zoom},0,0,${zoom},${(drag.dx - x) * zoom},${(drag.dy - y) * zoom})`;
	}

	/** The names of frames and clusters keep their size on the screen; everything else waits for rest. */
	zooming(zoom: number): void {
		this.#elements.frames.style.setProperty('--zoom', `${zoom}`);
		this.#elements.above.style.setProperty('--zoom', `${zoom}`);
	}

	/** A layer that moves is drawn once and then only moved; without the promise for one frame it is drawn anew. */
	sharpen(zoom: number): void {
		const layers = Object.values(this.#elements);
		for (const { style } of layers) {
			style.willChange = 'auto';
			style.setProperty('--zoom', `${zoom}`);
		}
		requestAnimationFrame(() => {
			for (const { style } of layers) style.willChange = '';
		});
	}
}
