// Where somebody looks at a board and how their look moves. Knows neither what lies there nor who draws it.
import { fitted, panned, revealed, seen, toBoard, zoomed, type Camera, type Padding, type Size } from './camera.ts';
import { flown, type Flight } from './flight.ts';
import { centreOf, type Place } from './slots.ts';

/** CSS pixels that stay free: names of frames stand out at the top, tools at the bottom and, where there is room, at the side. */
export const freeOf = ({ width }: Size): Padding => ({ top: 30, bottom: 88, side: width >= 760 ? 76 : 16 });
/** From here on text can be written comfortably. */
const readZoom = 0.6;
/** CSS pixels of letters that need no larger view. */
const readPixels = 15;

export abstract class Lookout {
	camera: Camera = { x: 0, y: 0, zoom: 1 };
	view: Size = { width: 0, height: 0 };
	#flight: Flight | null = null;
	/** What was seen before the view came near for writing; who then chooses another view needs no way back. */
	abstract back: Camera | null;

	/** Asks for one frame although nothing on the board changed. */
	abstract wake(): void;

	/** The camera as it is at this moment (ms); true while it is on its way. */
	protected advance(now: number): boolean {
		if (!this.#flight) return false;
		this.camera = flown(this.#flight, this.view, now);
		if (this.camera === this.#flight.to) this.#flight = null;
		return this.#flight !== null;
	}

	look(camera: Camera): void {
		this.back = null;
		this.#show(camera);
	}

	#show(camera: Camera): void {
		this.#flight = null;
		this.camera = camera;
		this.wake();
	}

	pan(dx: number, dy: number): void {
		this.#show(panned(this.camera, dx, dy));
	}

	zoomTo(zoom: number, x = this.view.width / 2, y = this.view.height / 2): void {
		this.look(zoomed(this.camera, zoom, x, y));
	}

	/** Moves there so that one sees where; at once for who wants no motion. */
	fly(to: Camera): void {
		this.back = null;
		this.#fly(to);
	}

	#fly(to: Camera): void {
		const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
		if (still || this.view.width === 0) return this.#show(to);
		this.#flight = { from: this.camera, to, start: performance.now() };
		this.wake();
	}

	fit(place: Place | null, most = 1): void {
		if (place && this.view.width) this.fly(fitted(place, this.view, freeOf(this.view), most));
	}

	/** Brings a place so near that letters of this size (board units) can be written there, if they cannot yet. */
	readable(place: Place, letters = 0): void {
		const enough = Math.min(readZoom, letters > 0 ? readPixels / letters : readZoom);
		if (this.camera.zoom >= enough) return this.reveal(place);
		const before = this.back ?? this.camera;
		// it stays where the eye has it, as far as it can
		const [x, y] = centreOf(place);
		const { camera } = this;
		const near = zoomed(camera, readZoom, (x - camera.x) * camera.zoom, (y - camera.y) * camera.zoom);
		this.#fly(revealed(near, this.view, place, 60));
		this.back = before;
	}

	/** To what was seen before writing; false when there is nothing to go back to. */
	goBack(): boolean {
		const { back } = this;
		if (back) this.fly(back);
		return back !== null;
	}

	reveal(place: Place): void {
		const to = revealed(this.camera, this.view, place, 60);
		if (to.x !== this.camera.x || to.y !== this.camera.y) this.#fly(to);
	}

	at(x: number, y: number): [x: number, y: number] {
		return toBoard(this.camera, x, y);
	}

	/** What is in view, and its middle, board units. */
	seen(): Place {
		return seen(this.camera, this.view);
	}

	middle(): [x: number, y: number] {
		return this.at(this.view.width / 2, this.view.height / 2);
	}
}
