// What a canvas shows of a board and what is chosen on it: camera, visible things, selection, drag. Draws through
// the elements it is given, at most once per frame and only after a change. Knows no pointer and no key.
import type * as Y from 'yjs';
import { SvelteSet } from 'svelte/reactivity';
import { isSticky, type LiveBoard, type LiveSticky, type LiveThing } from './board.svelte.ts';
import { fitted, seen, type Camera } from './camera.ts';
import type { Drag } from './far-paper.ts';
import { FarPainting } from './far-painting.ts';
import { thumb, type Measure } from './fit-text.ts';
import { openingView } from './first-view.ts';
import { namedInHead } from './clusters/label.ts';
import { drawn } from './drawn.ts';
import { Layers } from './layers.ts';
import { freeOf, Lookout } from './lookout.ts';
import { Tools } from './marks/tools.svelte.ts';
import { around, inside, overlap, type Place } from './slots.ts';
import type { Kind, StickyColour } from './thing.ts';

/** Below this zoom things are painted as blocks: their text could not be read anyway. */
export const farZoom = 0.2;
/** Things outside of the view that are kept ready, as a share of the view. */
const margin = 0.3;
/** The view may come this close to the edge of what is ready before more is made ready. */
const spare = 0.12;
/** Milliseconds without movement after which text is drawn sharp. */
const restAfter = 140;
/** Below this zoom nothing new is drawn as an element while the zoom changes. */
const lazyZoom = 0.45;

/** A thing that is being written but is not on the board yet. */
export type Draft = { kind: Kind; place: Place; frame: string | null; colour: StickyColour | null };
export type Editing = { id: string | null; draft: Draft };

const canvases = new WeakMap<Y.Doc, Canvas>();

/** The canvas that shows a document on this page, for whoever must bring a person's view somewhere. */
export const canvasOf = (doc: Y.Doc): Canvas | undefined => canvases.get(doc);

export class Canvas extends Lookout {
	readonly board: LiveBoard;
	readonly tools = new Tools();
	readonly selected = new SvelteSet<string>();
	visible: readonly LiveThing[] = $state.raw([]);
	far = $state(false);
	zoom = $state(1);
	/** What the cursor shows. */
	hand: 'grab' | 'grabbing' | null = $state(null);
	editing: Editing | null = $state.raw(null);
	/** What was put on the board by the writing that goes on; it is seen where one writes. */
	begun: string | null = $state(null);
	dragging: ReadonlySet<string> | null = $state.raw(null);
	/** How far that is carried just now, board units; read only by what must follow. */
	carried: readonly [x: number, y: number] = $state.raw([0, 0]);
	marquee: Place | null = $state.raw(null);
	/** The place that a dragged sticky would snap to. */
	target: Place | null = $state.raw(null);
	/** How wide words are in the face of the page. */
	measure: Measure = $state.raw(thumb);
	override back: Camera | null = $state.raw(null);
	/** What just happened, for who cannot see it. */
	said = $state('');

	/** Frames in whose head the name of a group stands. */
	readonly named: ReadonlySet<string> = $derived.by(() => {
		const { frames, clusters, stickies } = this.board;
		const nowOf = <T>({ now }: { now: T }) => now;
		return namedInHead(frames.map(nowOf), clusters.length ? stickies.map(nowOf) : []);
	});

	#drag: Drag | null = null;
	/** Others point at the board. */
	crowded = false;
	/** Told when something is dragged and when the view moves. */
	onMove: (() => void) | null = null;
	readonly #followers = new Set<() => void>();
	#layers: Layers | null = null;
	#surface: HTMLElement | null = null;
	#zooming = false;
	/** Some of what is seen is not drawn as elements yet. */
	#late = false;
	#painting: FarPainting | null = null;
	#ready: Place = [0, 0, 0, 0];
	#stale = true;
	#asked = 0;
	#rest: ReturnType<typeof setTimeout> | undefined;

	constructor(board: LiveBoard) {
		super();
		this.board = board;
	}

	/** Ties the canvas to the element that holds its layers and its paper; returns how to let go of them. */
	attach(surface: HTMLElement): () => void {
		this.#surface = surface;
		this.#layers = new Layers(surface);
		const paper = (name: string) => surface.querySelector<HTMLCanvasElement>(`[data-paper='${name}']`)!;
		this.#painting = new FarPainting(paper('far'), paper('carried'));
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
			this.#surface = this.#painting = this.#layers = null;
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
		this.wake();
	}

	/** Brings the running item's frames into view, at a size that can be read; without them the whole board. */
	open(item: string | null, at: 'once' | 'flying'): void {
		const bounds = this.board.bounds();
		if (!this.view.width || !bounds) return;
		const free = freeOf(this.view);
		const camera = openingView(this.board, item, this.view, free, this.measure) ?? fitted(bounds, this.view, free);
		if (at === 'once') this.look(camera);
		else this.fly(camera);
	}

	/** What a pointer is at, board units. */
	pointed(event: MouseEvent): [x: number, y: number] {
		const box = this.#surface?.getBoundingClientRect();
		return this.at(event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0));
	}

	/** Calls back with every frame that is drawn; returns how to end it. */
	follow(follower: () => void): () => void {
		this.#followers.add(follower);
		return () => this.#followers.delete(follower);
	}

	/** Asks for one frame although nothing on the board changed. */
	override wake(): void {
		if (!this.#asked) this.#asked = requestAnimationFrame((now) => this.#frame(now));
	}

	drag(drag: Drag | null): void {
		this.#drag = drag;
		this.carried = drag ? [drag.dx, drag.dy] : [0, 0];
		this.onMove?.();
		if (drag?.ids !== this.dragging) this.dragging = drag?.ids ?? null;
		this.wake();
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

	/** What is selected and still there. */
	chosen(): LiveThing[] {
		return [...this.selected].flatMap((id) => this.board.get(id) ?? []);
	}

	chosenStickies(): LiveSticky[] {
		return this.chosen().filter(isSticky);
	}

	boundsOfSelection(): Place | null {
		return around(this.chosen().map(({ now }) => now.place));
	}

	#frame(now: number): void {
		this.#asked = 0;
		if (!this.#painting || !this.#layers || !this.view.width) return;
		const flying = this.advance(now);
		this.onMove?.();
		const { zoom } = this.camera;
		if (this.zoom !== zoom) {
			this.zoom = zoom;
			this.#zooming = true;
			this.#layers.zooming(zoom);
		}
		this.#layers.place(this.camera, this.#drag, {
			frames: this.board.frames.length + this.board.clusters.length > 0,
			above: this.#hasAbove()
		});
		this.far = zoom < farZoom;
		if (this.far) {
			this.#paint(this.#stale);
			this.#stale = false;
		} else if (this.#zooming && zoom < lazyZoom) {
			this.#paint(false);
			this.#late = true;
		} else this.#gather();
		for (const follower of this.#followers) follower();
		clearTimeout(this.#rest);
		this.#rest = setTimeout(() => this.#settle(), restAfter);
		if (flying) this.wake();
	}

	/** Whether anything lies above the things. */
	#hasAbove(): boolean {
		const { editing, marquee, target, crowded, tools, selected, board } = this;
		return Boolean(editing || marquee || target || crowded || tools.draft || selected.size || board.clusters.length);
	}

	/** Chooses what is drawn as elements; many new ones come over several frames, blocks stand in for them until then. */
	#gather(): void {
		const needed = seen(this.camera, this.view, spare);
		if (!this.#stale && !this.#late && inside(needed, this.#ready)) return;
		this.#ready = seen(this.camera, this.view, margin);
		const found = this.board.lyingIn(this.#ready);
		const { visible, late } = drawn(found, this.visible, (live) => {
			const kept = this.dragging?.has(live.id) || this.editing?.id === live.id;
			return kept && this.board.get(live.id) === live && !overlap(live.now.place, this.#ready);
		});
		this.visible = visible;
		this.#late = late;
		if (this.#late) {
			this.#paint(this.#stale);
			this.wake();
		} else this.#painting!.wipe();
		this.#stale = false;
	}

	#paint(changed: boolean): void {
		this.#painting!.show(this.camera, this.view, changed, {
			thingsIn: (place) => this.board.lyingIn(place),
			carried: () => [...(this.#drag?.ids ?? [])].flatMap((id) => this.board.get(id) ?? []),
			selected: this.selected,
			drag: this.#drag,
			find: (id) => this.board.get(id)?.now
		});
	}

	/** After the movement: text is drawn sharp, and what was left out while zooming comes in. */
	#settle(): void {
		if (!this.#layers) return;
		if (this.#zooming) this.#layers.sharpen(this.camera.zoom);
		if (this.far && this.visible.length) this.visible = [];
		if (this.far && this.#painting!.isBlurred(this.camera.zoom)) this.refresh();
		if (this.#late) this.wake();
		this.#zooming = false;
	}
}
