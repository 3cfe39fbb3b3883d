// The painting of the board from far: a little more than is seen, moved until it is used up; what is being carried lies
// on a sheet of its own, which is painted once and then only moved. Knows no thing.
import type { LiveThing } from './board.svelte.ts';
import { seen, type Camera, type Size } from './camera.ts';
import { drawFar, type FarScene } from './far.ts';
import type { Drag } from './far-paper.ts';
import { heldBy } from './marks/held.ts';
import { around, inside, type Place } from './slots.ts';
import type { Thing } from './thing.ts';

/** How much more than the view is painted, as a share of it on each side. */
const overscan = 0.25;
/** A sheet for what is carried may be this many views large; beyond that all is painted with every step. */
const largestSheet = 2;
/** CSS pixels around what is carried, for its outline. */
const rim = 4;

/** What can be painted, asked for place by place. */
export type FarSource = {
	thingsIn: (place: Place) => readonly LiveThing[];
	/** Everything that is being carried, seen or not. */
	carried: () => readonly LiveThing[];
	selected: ReadonlySet<string>;
	drag: Drag | null;
	find: FarScene['find'];
};

export class FarPainting {
	readonly #paper: HTMLCanvasElement;
	readonly #sheet: HTMLCanvasElement;
	/** How it was painted; null when it is not. */
	#painted: Camera | null = null;
	/** What was carried when it was painted, and where that lay on the board if it has the sheet. */
	#carrying: ReadonlySet<string> | null = null;
	#lifted: Place | null = null;

	constructor(paper: HTMLCanvasElement, sheet: HTMLCanvasElement) {
		this.#paper = paper;
		this.#sheet = sheet;
	}

	/** Painted, but for another zoom. */
	isBlurred(zoom: number): boolean {
		return this.#painted !== null && this.#painted.zoom !== zoom;
	}

	/** Shows what the camera sees; paints anew only after a change or when the painting is used up. */
	show(camera: Camera, view: Size, changed: boolean, source: FarSource): void {
		const { drag } = source;
		const ids = drag?.ids ?? null;
		const ratio = camera.zoom / (this.#painted?.zoom ?? 1);
		const room = this.#painted && seen(this.#painted, view, overscan);
		const usedUp = !room || ratio < 0.6 || ratio > 1.6 || !inside(seen(camera, view), room);
		const redrawn = ids !== null && this.#lifted === null;
		if (changed || usedUp || redrawn || ids !== this.#carrying) this.#paint(camera, view, ids, source);
		const painted = this.#painted!;
		const grown = camera.zoom / painted.zoom;
		const [x, y] = seen(painted, view, overscan);
		place(this.#paper, grown, (x - camera.x) * camera.zoom, (y - camera.y) * camera.zoom);
		if (!this.#lifted || !drag) return;
		const [left, top] = this.#lifted;
		place(this.#sheet, grown, (left + drag.dx - camera.x) * camera.zoom, (top + drag.dy - camera.y) * camera.zoom);
	}

	wipe(): void {
		if (!this.#painted) return;
		this.#painted = this.#carrying = this.#lifted = null;
		for (const canvas of [this.#paper, this.#sheet]) canvas.width = canvas.height = 1;
	}

	#paint(camera: Camera, view: Size, ids: ReadonlySet<string> | null, source: FarSource): void {
		const area = seen(camera, view, overscan);
		const things = source.thingsIn(area);
		const { selected, find, drag } = source;
		const carried = ids ? source.carried() : [];
		this.#painted = camera;
		this.#carrying = ids;
		this.#lifted = ids && !follows(things, ids, find) ? sheetFor(carried, camera.zoom, view) : null;
		const left = this.#lifted ? things.filter(({ id }) => !ids!.has(id)) : things;
		draw(this.#paper, area, camera.zoom, { things: left, selected, drag: this.#lifted ? null : drag, find });
		if (this.#lifted) draw(this.#sheet, this.#lifted, camera.zoom, { things: carried, selected, drag: null, find });
		else this.#sheet.width = this.#sheet.height = 1;
	}
}

/** Whether an arrow holds on to something carried, so that it changes with every step. */
function follows(things: readonly LiveThing[], ids: ReadonlySet<string>, find: FarScene['find']): boolean {
	const isCarried = (held: Thing | null) => held !== null && ids.has(held.id);
	return things.some(
		({ now }) => now.kind === 'arrow' && [now.from, now.to].some((end) => isCarried(heldBy(find, end)))
	);
}

/** What a sheet for the carried things covers; null where it would be too large. */
function sheetFor(carried: readonly LiveThing[], zoom: number, view: Size): Place | null {
	const bounds = around(carried.map(({ now }) => now.place));
	if (!bounds) return null;
	const more = rim / zoom;
	const [x, y, width, height] = bounds;
	const sheet: Place = [x - more, y - more, width + 2 * more, height + 2 * more];
	return sheet[2] * sheet[3] * zoom * zoom > largestSheet * view.width * view.height ? null : sheet;
}

function draw(canvas: HTMLCanvasElement, [x, y, width, height]: Place, zoom: number, scene: FarScene): void {
	drawFar(canvas, { x, y, zoom }, { width: Math.round(width * zoom), height: Math.round(height * zoom) }, scene);
}

function place({ style }: HTMLCanvasElement, grown: number, left: number, top: number): void {
	style.transform = `matrix(${grown},0,0,${grown},${left},${top})`;
}
