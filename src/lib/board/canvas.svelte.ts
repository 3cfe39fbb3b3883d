// What a canvas shows of a board and what is chosen on it: camera, visible stickies, selection, drag. Draws through
// the elements it is given, at most once per frame and only after a change. Knows no pointer and no key.
import type * as Y from 'yjs';
import { SvelteSet } from 'svelte/reactivity';
import { isSticky, type LiveBoard, type LiveSticky } from './board.svelte.ts';
import { fitted, panned, revealed, seen, toBoard, zoomed, type Camera, type Size } from './camera.ts';
import { drawFar, type Drag } from './far.ts';
import { around, byReading, centreOf, overlap, type Place } from './slots.ts';
import type { StickyColour } from './thing.ts';

/** The legend lies at the top, the tools at the bottom. */
const free = { top: 52, bottom: 92, side: 16 };
/** Below this zoom stickies are painted as blocks: their text could not be read anyway. */
export const farZoom = 0.2;
/** From here on text can be written comfortably. */
const readZoom = 0.6;
/** Stickies outside of the view that are kept ready, as a share of the view. */
const margin = 0.4;
/** The view may come this close to the edge of what is ready before more is made ready. */
const spare = 0.12;
/** Milliseconds without movement after which text is drawn sharp. */
const restAfter = 140;
const flightTime = 320;

/** Below this zoom nothing new is drawn as an element while the zoom changes. */
const lazyZoom = 0.45;
/** How much more than the view is painted as blocks, as a share of it on each side. */
const overscan = 0.25;
/** New elements in one frame. */
const chunk = 48;

/** Elements that carry the camera: frames, stickies, what is being dragged, what lies above all. */
export type Layers = Record<'frames' | 'stickies' | 'lifted' | 'above', HTMLElement>;

/** A sticky that is being written but is not on the board yet. */
export type Draft = { place: Place; frame: string | null; colour: StickyColour | null };
export type Editing = { id: string | null; draft: Draft };

const canvases = new WeakMap<Y.Doc, Canvas>();

/** The canvas that shows a document on this page, for whoever must bring a person's view somewhere. */
export const canvasOf = (doc: Y.Doc): Canvas | undefined => canvases.get(doc);

export class Canvas {
	readonly board: LiveBoard;
	readonly selected = new SvelteSet<string>();
	visible: readonly LiveSticky[] = $state.raw([]);
	far = $state(false);
	zoom = $state(1);
	/** What the cursor shows. */
	hand: 'grab' | 'grabbing' | null = $state(null);
	editing: Editing | null = $state.raw(null);
	dragging: ReadonlySet<string> | null = $state.raw(null);
	marquee: Place | null = $state.raw(null);
	/** The place that a dragged sticky would snap to. */
	target: Place | null = $state.raw(null);

	camera: Camera = { x: 0, y: 0, zoom: 1 };
	view: Size = { width: 0, height: 0 };
	#drag: Drag | null = null;
	/** Others point at the board. */
	crowded = false;
	#layers: Layers | null = null;
	#surface: HTMLElement | null = null;
	#zooming = false;
	/** Some of what is seen is not drawn as elements yet. */
	#late = false;
	/** How the blocks were painted; null when they are not. */
	#painted: Camera | null = null;
	#paper: HTMLCanvasElement | null = null;
	#ready: Place = [0, 0, 0, 0];
	#stale = true;
	#asked = 0;
	#rest: ReturnType<typeof setTimeout> | undefined;
	#flight: { from: Camera; to: Camera; start: number } | null = null;

	constructor(board: LiveBoard) {
		this.board = board;
	}

	/** Ties the canvas to its elements; returns how to let go of them. */
	attach(surface: HTMLElement, layers: Layers, paper: HTMLCanvasElement): () => void {
		[this.#surface, this.#layers, this.#paper] = [surface, layers, paper];
		const watch = new ResizeObserver(([entry]) => {
			if (entry) this.resize(entry.contentRect.width, entry.contentRect.height);
		});
		this.resize(surface.clientWidth, surface.clientHeight);
		watch.observe(surface);
		canvases.set(this.board.doc, this);
		return () => {
			canvases.delete(this.board.doc);
			watch.disconnect();
			cancelAnimationFrame(this.#asked);
			clearTimeout(this.#rest);
			this.#surface = this.#paper = this.#layers = null;
		};
	}

	resize(width: number, height: number): void {
		if (width === this.view.width && height === this.view.height) return;
		this.view = { width, height };
		this.refresh();
	}

	/** Something on the board changed. */
	refresh(): void {
		this.#stale = true;
		this.#ask();
	}

	look(camera: Camera): void {
		this.#flight = null;
		this.camera = camera;
		this.#ask();
	}

	pan(dx: number, dy: number): void {
		this.look(panned(this.camera, dx, dy));
	}

	zoomTo(zoom: number, x = this.view.width / 2, y = this.view.height / 2): void {
		this.look(zoomed(this.camera, zoom, x, y));
	}

	/** Moves there so that one sees where; at once for who wants no motion. */
	fly(to: Camera): void {
		const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
		if (still || this.view.width === 0) return this.look(to);
		this.#flight = { from: this.camera, to, start: performance.now() };
		this.#ask();
	}

	fit(place: Place | null, most = 1): void {
		if (place && this.view.width) this.fly(fitted(place, this.view, free, most));
	}

	/** The same at once: for the first look at a board. */
	show(place: Place | null, most = 1): void {
		if (place && this.view.width) this.look(fitted(place, this.view, free, most));
	}

	/** Brings a sticky so near that it can be written on. */
	readable(place: Place): void {
		if (this.camera.zoom >= readZoom) return this.reveal(place);
		const [x, y] = centreOf(place);
		this.fly({ zoom: readZoom, x: x - this.view.width / 2 / readZoom, y: y - this.view.height / 2 / readZoom });
	}

	reveal(place: Place): void {
		const to = revealed(this.camera, this.view, place, 60);
		if (to.x !== this.camera.x || to.y !== this.camera.y) this.fly(to);
	}

	at(x: number, y: number): [x: number, y: number] {
		return toBoard(this.camera, x, y);
	}

	/** What a pointer is at, board units. */
	pointed(event: MouseEvent): [x: number, y: number] {
		const box = this.#surface?.getBoundingClientRect();
		return this.at(event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0));
	}

	/** Asks for one frame although nothing on the board changed. */
	wake(): void {
		this.#ask();
	}

	drag(drag: Drag | null): void {
		this.#drag = drag;
		if (drag?.ids !== this.dragging) this.dragging = drag?.ids ?? null;
		this.#ask();
	}

	get isDragging(): boolean {
		return this.#drag !== null;
	}

	select(ids: Iterable<string>): void {
		const next = new Set(ids);
		for (const id of this.selected) if (!next.has(id)) this.selected.delete(id);
		for (const id of next) this.selected.add(id);
		this.refresh();
	}

	/** Selected stickies that are still there. */
	chosen(): LiveSticky[] {
		return [...this.selected].flatMap((id) => this.board.sticky(id) ?? []);
	}

	boundsOfSelection(): Place | null {
		return around(this.chosen().map(({ now }) => now.place));
	}

	stickiesIn(place: Place): LiveSticky[] {
		return this.board.within(place).filter(isSticky);
	}

	#ask(): void {
		if (!this.#asked) this.#asked = requestAnimationFrame((now) => this.#frame(now));
	}

	#frame(now: number): void {
		this.#asked = 0;
		if (!this.#paper || !this.#layers || !this.view.width) return;
		if (this.#flight) this.#advance(now);
		const { zoom } = this.camera;
		if (this.zoom !== zoom) {
			this.zoom = zoom;
			this.#zooming = true;
			// the names of frames keep their size on the screen; everything else waits for rest
			this.#layers.frames.style.setProperty('--zoom', `${zoom}`);
		}
		this.#place();
		this.far = zoom < farZoom;
		if (this.far) {
			this.#paint(this.#stale || this.#drag !== null);
			this.#stale = false;
		} else if (this.#zooming && zoom < lazyZoom) {
			this.#paint(false);
			this.#late = true;
		} else this.#gather();
		clearTimeout(this.#rest);
		this.#rest = setTimeout(() => this.#settle(), restAfter);
		if (this.#flight) this.#ask();
	}

	/** Layers without content are left alone: moving them would cost as much as moving full ones. */
	#place(): void {
		const { x, y, zoom } = this.camera;
		const { frames, stickies, lifted, above } = this.#layers!;
		const placed = `matrix(${zoom},0,0,${zoom},${-x * zoom},${-y * zoom})`;
		if (this.board.frames.length) frames.style.transform = placed;
		stickies.style.transform = placed;
		if (this.editing || this.marquee || this.target || this.crowded) above.style.transform = placed;
		if (!this.#drag) return;
		const { dx, dy } = this.#drag;
		lifted.style.transform = `matrix(${zoom},0,0,${zoom},${(dx - x) * zoom},${(dy - y) * zoom})`;
	}

	#advance(now: number): void {
		const { from, to, start } = this.#flight!;
		const part = Math.min(1, Math.max(0, (now - start) / flightTime));
		const eased = 1 - (1 - part) ** 3;
		const zoom = from.zoom * (to.zoom / from.zoom) ** eased;
		const mix = (a: number, b: number) => a + (b - a) * eased;
		// the middle of the view travels, so that zooming does not swing it aside
		const half = (camera: Camera) => [
			camera.x + this.view.width / 2 / camera.zoom,
			camera.y + this.view.height / 2 / camera.zoom
		];
		const [fromX, fromY] = half(from) as [number, number];
		const [toX, toY] = half(to) as [number, number];
		this.camera = {
			zoom,
			x: mix(fromX, toX) - this.view.width / 2 / zoom,
			y: mix(fromY, toY) - this.view.height / 2 / zoom
		};
		if (part === 1) {
			this.camera = to;
			this.#flight = null;
		}
	}

	/** Chooses what is drawn as elements; many new ones come over several frames, blocks stand in for them until then. */
	#gather(): void {
		const needed = seen(this.camera, this.view, spare);
		if (!this.#stale && !this.#late && inside(needed, this.#ready)) return;
		this.#ready = seen(this.camera, this.view, margin);
		const found = this.stickiesIn(this.#ready);
		const before = new Set(this.visible);
		let room = chunk;
		const next = found.filter((live) => before.has(live) || room-- > 0);
		for (const live of this.visible) {
			const kept = this.dragging?.has(live.id) || this.editing?.id === live.id;
			if (kept && this.board.get(live.id) === live && !overlap(live.now.place, this.#ready)) next.push(live);
		}
		this.visible = next.sort((a, b) => byReading(a.now, b.now));
		this.#late = room < 0;
		if (this.#late) {
			this.#paint(this.#stale);
			this.#ask();
		} else this.#wipe();
		this.#stale = false;
	}

	/** Paints a little more than is seen and then only moves the painting, until something changes or it is used up. */
	#paint(changed: boolean): void {
		const { camera, view } = this;
		const paper = this.#paper!;
		const ratio = camera.zoom / (this.#painted?.zoom ?? 1);
		const room = this.#painted && seen(this.#painted, view, overscan);
		if (changed || !room || ratio < 0.6 || ratio > 1.6 || !inside(seen(camera, view), room)) {
			const [x, y, width, height] = seen(camera, view, overscan);
			this.#painted = camera;
			drawFar(
				paper,
				{ x, y, zoom: camera.zoom },
				{ width: Math.round(width * camera.zoom), height: Math.round(height * camera.zoom) },
				{ stickies: this.stickiesIn([x, y, width, height]), selected: this.selected, drag: this.#drag }
			);
		}
		const painted = this.#painted!;
		const grown = camera.zoom / painted.zoom;
		const left = (painted.x - (view.width * overscan) / painted.zoom - camera.x) * camera.zoom;
		const top = (painted.y - (view.height * overscan) / painted.zoom - camera.y) * camera.zoom;
		paper.style.transform = `matrix(${grown},0,0,${grown},${left},${top})`;
	}

	#wipe(): void {
		if (!this.#painted) return;
		this.#painted = null;
		this.#paper!.width = this.#paper!.height = 1;
	}

	/** A layer that moves is drawn once and then only moved; without the promise for one frame it is drawn anew. */
	#sharpen(): void {
		const layers = Object.values(this.#layers!);
		for (const { style } of layers) {
			style.willChange = 'auto';
			style.setProperty('--zoom', `${this.camera.zoom}`);
		}
		requestAnimationFrame(() => {
			for (const { style } of layers) style.willChange = '';
		});
	}

	/** After the movement: text is drawn sharp, and what was left out while zooming comes in. */
	#settle(): void {
		if (!this.#layers) return;
		if (this.#zooming) this.#sharpen();
		if (this.far && this.visible.length) this.visible = [];
		if (this.far && this.#painted && this.#painted.zoom !== this.camera.zoom) this.refresh();
		if (this.#late) this.#ask();
		this.#zooming = false;
	}
}

const inside = (inner: Place, outer: Place): boolean =>
	inner[0] >= outer[0] &&
	inner[1] >= outer[1] &&
	inner[0] + inner[2] <= outer[0] + outer[2] &&
	inner[1] + inner[3] <= outer[1] + outer[3];
