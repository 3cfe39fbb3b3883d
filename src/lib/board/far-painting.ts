// The painting of the board from far: a little more than is seen, moved until it is used up. Knows no thing.
import { seen, type Camera, type Size } from './camera.ts';
import { drawFar, type FarScene } from './far.ts';
import { inside, type Place } from './slots.ts';

/** How much more than the view is painted, as a share of it on each side. */
const overscan = 0.25;

export class FarPainting {
	readonly #paper: HTMLCanvasElement;
	/** How it was painted; null when it is not. */
	#painted: Camera | null = null;

	constructor(paper: HTMLCanvasElement) {
		this.#paper = paper;
	}

	/** Painted, but for another zoom. */
	isBlurred(zoom: number): boolean {
		return this.#painted !== null && this.#painted.zoom !== zoom;
	}

	/** Shows what the camera sees; paints anew only after a change or when the painting is used up. */
	show(camera: Camera, view: Size, changed: boolean, sceneIn: (place: Place) => FarScene): void {
		const ratio = camera.zoom / (this.#painted?.zoom ?? 1);
		const room = this.#painted && seen(this.#painted, view, overscan);
		if (changed || !room || ratio < 0.6 || ratio > 1.6 || !inside(seen(camera, view), room)) {
			const area = seen(camera, view, overscan);
			const [x, y, width, height] = area;
			this.#painted = camera;
			drawFar(
				this.#paper,
				{ x, y, zoom: camera.zoom },
				{ width: Math.round(width * camera.zoom), height: Math.round(height * camera.zoom) },
				sceneIn(area)
			);
		}
		const painted = this.#painted!;
		const grown = camera.zoom / painted.zoom;
		const left = (painted.x - (view.width * overscan) / painted.zoom - camera.x) * camera.zoom;
		const top = (painted.y - (view.height * overscan) / painted.zoom - camera.y) * camera.zoom;
		this.#paper.style.transform = `matrix(${grown},0,0,${grown},${left},${top})`;
	}

	wipe(): void {
		if (!this.#painted) return;
		this.#painted = null;
		this.#paper.width = this.#paper.height = 1;
	}
}
