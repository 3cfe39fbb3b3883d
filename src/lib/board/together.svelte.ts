// One page at a board together with others: what they do there just now, and what is said to them. Nothing of it is kept.
// Knows no element; the line to the server is given.
import { untrack } from 'svelte';
import type { LiveBoard } from './board.svelte.ts';
import { seen } from './camera.ts';
import type { Canvas } from './canvas.svelte.ts';
import { HeardLine } from './marks/heard-line.ts';
import type { InkSaid } from './marks/ink-said.ts';
import { pointerEvery, silent, chosenLimit, type Asked, type Passed, type Peer, type Said } from './presence.ts';
import type { StickyColour } from './thing.ts';

/** A line on which things are said that nobody keeps. */
export type Line = {
	say: (text: string) => void;
	heard: (text: string) => void;
	/** Whether the line is open. */
	readonly synced: boolean;
};

/** Who has not moved for so long has gone for a coffee, ms. */
const idleAfter = 60_000;
/** A light goes out after these, ms. */
export const laserTime = 1200;

export type Ink = { peer: string; paths: readonly string[]; colour: StickyColour | null };
export type Light = { at: readonly [x: number, y: number]; when: number };

export class Together {
	#known = new Map<string, Peer & { when: number }>();
	readonly #lines = new Map<string, HeardLine>();
	peers: readonly Peer[] = $state.raw([]);
	/** What others draw just now. */
	inks: readonly Ink[] = $state.raw([]);
	/** Whether pointers are shown in the running item. */
	pointers = $state(true);
	/** How many others look at the board. */
	others = $state(0);
	/** Somebody follows what this facilitator sees. */
	#followed = false;
	/** This page follows the facilitator's view. */
	follows = $state(false);
	/** The facilitator's pointer leaves light. */
	laser = $state(false);
	/** Where light was, newest last. */
	lights: readonly Light[] = $state.raw([]);
	readonly leader = $derived(this.peers.find(({ leads }) => leads));
	#you = '';
	#said: Said = silent;
	#ink: (() => InkSaid) | null = null;
	#last = '';
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		readonly line: Line,
		readonly board: LiveBoard,
		readonly leads: boolean
	) {}

	/** Is at the board with a canvas until what it returns is called. Call in an effect. */
	look(canvas: Canvas): () => void {
		this.line.heard = (text) => this.#hear(text);
		const ask = (asked: Asked) => this.line.say(JSON.stringify(asked));
		$effect(() => {
			if (this.line.synced) untrack(() => ask({ look: true }));
		});
		$effect(() => {
			const chosen = [...canvas.selected].slice(0, chosenLimit);
			const writes = canvas.editing?.id ?? null;
			untrack(() => this.#say({ chosen, writes }));
		});
		$effect(() => {
			const { follows } = this;
			untrack(() => this.#say({ follows }));
		});
		$effect(() => {
			const view = this.follows ? this.leader?.view : null;
			if (view) untrack(() => canvas.fit(view, 4));
		});
		canvas.onMove = () => {
			const [dx, dy] = untrack(() => canvas.carried);
			const drag = canvas.isDragging ? ([Math.round(dx), Math.round(dy)] as const) : null;
			this.#say({ drag, view: this.leads && this.#followed ? seen(canvas.camera, canvas.view) : null });
		};
		/** The stroke that is drawn, until the server has it: others see their picture of it until they have it, too. */
		let drawing: string | null = null;
		$effect(() => {
			const { draft, colour } = canvas.tools;
			if (draft?.kind === 'stroke') {
				const { line, width } = draft;
				drawing = line.id;
				return untrack(() => this.#draw(() => line.said(width, colour)));
			}
			if (drawing === null) return;
			void this.board.changes;
			const stroke = this.board.get(drawing);
			if (stroke && stroke.made === null) return;
			drawing = null;
			untrack(() => this.#draw(null));
		});
		const sweep = setInterval(() => this.#sweep(), 5000);
		return () => {
			clearInterval(sweep);
			clearTimeout(this.#timer);
			this.#timer = undefined;
			canvas.onMove = null;
			ask({ look: false });
			this.line.heard = () => {};
			this.#known.clear();
			this.#lines.clear();
			this.#show();
		};
	}

	/** Where this person points, board units; null when not at the board. */
	point(at: readonly [x: number, y: number] | null): void {
		const place = at && ([Math.round(at[0]), Math.round(at[1])] as const);
		if (!this.laser) return this.#say({ at: place, laser: null });
		if (!place) return this.#say({ at: null, laser: null });
		const thing = this.board.thingAt(...place, 0);
		const [x, y, width, height] = thing?.now.place ?? [0, 0, 1, 1];
		const share = [(place[0] - x) / width, (place[1] - y) / height] as const;
		this.#light(place);
		this.#say({ at: null, laser: { at: place, over: thing?.id ?? null, share } });
	}

	/** What is drawn now is put into words only when something is said. */
	#draw(ink: (() => InkSaid) | null): void {
		this.#ink = ink;
		this.#say({});
	}

	/** True when the key means something here. */
	pressed(event: KeyboardEvent): boolean {
		const plain = !event.ctrlKey && !event.metaKey && !event.altKey && event.key.toLowerCase() === 'k';
		if (!this.leads || !plain) return false;
		this.laser = !this.laser;
		return true;
	}

	/** This person looks elsewhere by themselves. */
	release(): void {
		this.follows = false;
	}

	switchPointers(): void {
		this.line.say(JSON.stringify({ pointers: !this.pointers } satisfies Asked));
	}

	/** Pointing while nobody looks, or where pointers are not shown, is not said at all. */
	#say(part: Partial<Said>): void {
		this.#said = { ...this.#said, ...part };
		this.#timer ??= setTimeout(() => {
			this.#timer = undefined;
			const ink = this.#ink?.() ?? null;
			// while one draws, what is chosen matters to nobody, and the message stays short
			const here = { ...this.#said, ink, ...(ink ? { chosen: [] } : {}) };
			const said = this.pointers || this.leads ? here : { ...here, at: null };
			const text = JSON.stringify(said);
			// a light is seen in the hall although nobody else looks at the board
			if (text === this.#last || (this.others === 0 && said.laser === null)) return;
			this.#last = text;
			this.line.say(text);
		}, pointerEvery);
	}

	#hear(text: string): void {
		const passed = JSON.parse(text) as Passed;
		if (passed.you !== undefined) {
			this.#known.delete(passed.you);
			this.#you = passed.you;
		}
		if (passed.pointers !== undefined) this.pointers = passed.pointers;
		if (passed.followed !== undefined) this.#followed = passed.followed;
		if (passed.others !== undefined && passed.others !== this.others) {
			this.others = passed.others;
			this.#last = '';
			this.#say({});
		}
		for (const id of passed.gone ?? []) {
			this.#known.delete(id);
			this.#lines.delete(id);
		}
		for (const peer of passed.peers ?? []) {
			if (peer.id === this.#you) continue;
			const full: Peer = { ...silent, ...peer, cursor: peer.at ?? null };
			if (full.laser) this.#light(full.laser.at);
			this.#known.set(peer.id, { ...full, when: performance.now() });
			this.#hearInk(full);
		}
		if (passed.peers || passed.gone || passed.you) this.#show();
	}

	#hearInk({ id, ink }: Peer): void {
		const line = this.#lines.get(id);
		if (!ink) this.#lines.delete(id);
		else if (line?.id === ink.id) line.hear(ink);
		else this.#lines.set(id, new HeardLine(ink));
	}

	#light(at: readonly [x: number, y: number]): void {
		const now = performance.now();
		this.lights = [...this.lights.filter(({ when }) => now - when < laserTime), { at, when: now }];
	}

	#sweep(): void {
		const now = performance.now();
		let idle = false;
		for (const [id, peer] of this.#known) {
			if (now - peer.when < idleAfter || peer.cursor === null) continue;
			this.#known.set(id, { ...peer, cursor: null });
			idle = true;
		}
		if (idle) this.#show();
	}

	#show(): void {
		this.peers = [...this.#known.values()];
		if (this.inks.length || this.#lines.size)
			this.inks = [...this.#lines].map(([peer, { paths, colour }]) => ({ peer, paths, colour }));
		const held = this.peers.flatMap(({ writes }) => writes ?? []);
		const before = this.board.held;
		if (held.length !== before.size || held.some((id) => !before.has(id))) this.board.held = new Set(held);
	}
}
