// A board's document as runes: one live thing per id, so that only what changed is drawn again. Knows no screen.
import { untrack } from 'svelte';
import type * as Y from 'yjs';
import { made, madeMapOf, thingsOf } from './board.ts';
import { hanging, homeOf, inOrder, rootsOf, sourcesBy } from './order.ts';
import {
	hangs,
	validateThing,
	type Cluster,
	type Frame,
	type Kind,
	type Made,
	type Reaction,
	type Reply,
	type Sticky,
	type Thing
} from './thing.ts';
import { Ties } from './ties.ts';
import { Grid } from './grid.ts';
import { mayDo, mayMake, type Deed, type Hand } from './rights.ts';
import { History } from './history.svelte.ts';
import { isLying, isTouched } from './hit.ts';
import { reachOf, type Find } from './marks/held.ts';
import { around, byReading, contains, type Place } from './slots.ts';

export class LiveThing<T extends Thing = Thing> {
	readonly id: string;
	/** The thing as it is now; replaced whole. */
	now: T = $state.raw()!;
	made: Made | null = $state.raw(null);

	constructor(thing: T, made: Made | null) {
		this.id = thing.id;
		this.now = thing;
		this.made = made;
	}
}

export type LiveSticky = LiveThing<Sticky>;
export type LiveFrame = LiveThing<Frame>;
export type LiveCluster = LiveThing<Cluster>;
export type LiveReply = LiveThing<Reply>;
export type LiveReaction = LiveThing<Reaction>;

const boards = new WeakMap<Y.Doc, LiveBoard>();

/** The one live board of a document; list and canvas of a page share it. It lives as long as the document. */
export function liveBoard(doc: Y.Doc): LiveBoard {
	// a root of its own: what it derives must not end with the component that asked first
	if (!boards.has(doc))
		$effect.root(
			() =>
				void boards.set(
					doc,
					untrack(() => new LiveBoard(doc))
				)
		);
	return boards.get(doc) as LiveBoard;
}

export class LiveBoard {
	readonly doc: Y.Doc;
	readonly #all = new Map<string, LiveThing>();
	readonly #grid = new Grid();
	readonly #arrows = new Set<string>();
	readonly #find: Find = (id) => this.#all.get(id)?.now;
	readonly #ties = new Ties();
	readonly history: History;

	/** Grows whenever something appears, goes away or changes its place. */
	version = $state(0);
	/** Grows whenever what hangs on a sticky does. */
	#hung = $state(0);
	/** Grows with every change. */
	changes = $state(0);
	/** Whose hand works on this page; null: one that may do everything. */
	hand: Hand | null = $state.raw(null);
	/** What somebody else is writing in: it is not taken from under their pen. */
	held: ReadonlySet<string> = $state.raw(new Set());
	/** Ids of the last change that came from elsewhere, for announcements. */
	arrived: readonly string[] = $state.raw([]);

	readonly frames: readonly LiveFrame[] = $derived(this.#live('frame', this.version).sort(asRead));
	readonly clusters: readonly LiveCluster[] = $derived(this.#live('cluster', this.version).sort(asRead));
	readonly #stickies: readonly LiveSticky[] = $derived(this.#live('sticky', this.version));

	/** For every merged sticky the one that is shown for it. */
	readonly roots: ReadonlyMap<string, string> = $derived(rootsOf(nowOf(this.#live('sticky', this.#hung))));

	/** The merged stickies of each shown one. */
	readonly sources: ReadonlyMap<string, readonly LiveSticky[]> = $derived.by(() => {
		const live = ({ id }: Sticky) => this.#all.get(id) as LiveSticky;
		return new Map(
			[...sourcesBy(nowOf(this.#live('sticky', this.#hung)))].map(([root, merged]) => [root, merged.map(live)])
		);
	});

	/** Every shown sticky in the one order of list, canvas and record. */
	readonly stickies: readonly LiveSticky[] = $derived(
		inOrder(
			this.frames.map(({ now }) => now),
			this.clusters.map(({ now }) => now),
			nowOf(this.#stickies).filter(({ id }) => !this.roots.has(id))
		).map(({ id }) => this.#all.get(id) as LiveSticky)
	);

	/** What was answered to each shown sticky and to those merged into it, oldest first. */
	readonly replies: ReadonlyMap<string, readonly LiveReply[]> = $derived(
		hanging(this.#live('reply', this.#hung), this.roots, whose)
	);
	readonly reactions: ReadonlyMap<string, readonly LiveReaction[]> = $derived(
		hanging(this.#live('reaction', this.#hung), this.roots, whose)
	);

	constructor(doc: Y.Doc) {
		this.doc = doc;
		const things = thingsOf(doc);
		things.forEach((_value, id) => this.#read(id));
		for (const id of this.#arrows) this.#read(id);
		things.observeDeep((events, transaction) => this.#changed(events, transaction));
		madeMapOf(doc).observe((event) => {
			for (const id of event.keysChanged) {
				const live = this.#all.get(id);
				if (live) live.made = made(doc, id);
			}
			this.changes++;
		});
		this.history = new History(things);
	}

	get(id: string): LiveThing | undefined {
		return this.#all.get(id);
	}

	/** Everything, in no order. */
	all(): LiveThing[] {
		return [...this.#all.values()];
	}

	sticky(id: string): LiveSticky | undefined {
		const live = this.#all.get(id);
		return live && isSticky(live) ? live : undefined;
	}

	/** Those of a kind, anew only when the given count has grown. */
	#live<K extends Kind>(kind: K, _since: number) {
		return untrack(() => ofKind(this.all(), kind));
	}

	/** What touches a place, in no order; not what has no ground of its own: clusters, what hangs, merged stickies. */
	within(place: Place): LiveThing[] {
		const near = this.#grid.within(place).map((id) => this.#all.get(id)!);
		return this.roots.size ? near.filter(({ id }) => !this.roots.has(id)) : near;
	}

	/** What lies on the board, above its frames, and touches a place; in no order. */
	lyingIn(place: Place): LiveThing[] {
		return this.within(place).filter(({ now }) => isLying(now));
	}

	/** The topmost thing at a point; thin ones are met within `reach` board units. */
	thingAt(x: number, y: number, reach = 0): LiveThing | undefined {
		let top: LiveThing | undefined;
		for (const live of this.lyingIn([x - reach, y - reach, 2 * reach + 0.01, 2 * reach + 0.01])) {
			if (isTouched(live.now, x, y, reach, this.#find) && (!top || lies(live, top) > 0)) top = live;
		}
		return top;
	}

	/** Ids of the things of each group. */
	readonly groups: ReadonlyMap<string, readonly string[]> = $derived.by(() => {
		void this.version;
		const groups = new Map<string, string[]>();
		for (const { id, now } of this.#all.values())
			if (now.group !== null) groups.set(now.group, [...(groups.get(now.group) ?? []), id]);
		return groups;
	});

	/** How many stickies lie in each frame; null: in none. */
	readonly counts: ReadonlyMap<string | null, number> = $derived.by(() => {
		const counts = new Map<string | null, number>();
		for (const { now } of this.stickies) counts.set(now.frame, (counts.get(now.frame) ?? 0) + 1);
		return counts;
	});

	frameAt(x: number, y: number): LiveFrame | undefined {
		return this.frames.findLast((frame) => contains(frame.now.place, x, y));
	}

	/** Place of everything. */
	bounds(): Place | null {
		void this.version;
		return around([...this.#all.values()].filter(hasGround).map(({ now }) => now.place));
	}

	get size(): number {
		void this.version;
		return this.#all.size;
	}

	/** Whether this page's hand may do this to a thing now. */
	may(deed: Deed, live: LiveThing): boolean {
		if (this.held.has(live.id) && (deed === 'order' || deed === 'remove')) return false;
		return (
			!this.hand ||
			mayDo(this.hand, deed, live.now, live.made, this.itemOf('frame' in live.now ? live.now.frame : null))
		);
	}

	/** Whether this page's seat made it. */
	isMine(live: LiveThing): boolean {
		return this.hand?.isMine(live.id) ?? false;
	}

	/** Whether it may put such a thing into a frame. */
	mayMake(kind: Kind, frame: string | null): boolean {
		return !this.hand || mayMake(this.hand, kind, this.itemOf(frame));
	}

	/** The item that brought a frame. */
	itemOf(frame: string | null): string | null {
		const home = frame === null ? undefined : this.#all.get(frame)?.now;
		return home?.kind === 'frame' ? home.item : null;
	}

	/** Shows a thing at a place that is not written yet; a change from elsewhere, or `reread`, ends it. */
	preview(id: string, place: Place): void {
		const live = this.#all.get(id);
		if (live) live.now = { ...live.now, place };
	}

	/** A thing as the document has it. */
	reread(id: string): void {
		this.#read(id);
	}

	/** What follows is undone on its own, however quickly it follows. */
	step(): void {
		this.history.step();
	}

	#changed(events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void {
		const ids = new Set<string>();
		for (const event of events) {
			if (event.path.length) ids.add(String(event.path[0]));
			else for (const key of (event as unknown as Y.YMapEvent<unknown>).keysChanged) ids.add(key);
		}
		let moved = false;
		for (const id of ids) moved = this.#read(id) || moved;
		// an arrow lies where the things lie that it holds on to
		if (moved) for (const id of this.#arrows) if (!ids.has(id)) this.#read(id);
		if (moved) this.version++;
		this.changes++;
		if (!transaction.local) this.arrived = [...ids];
	}

	/** Brings one thing up to date; true when it appeared, went away or moved. */
	#read(id: string): boolean {
		const found = validateThing(id, thingsOf(this.doc).get(id));
		const thing = found?.kind === 'arrow' ? { ...found, place: reachOf(this.#find, found) } : found;
		const live = this.#all.get(id);
		if (this.#ties.touched(id, live?.now ?? null, thing)) this.#hung++;
		if (thing?.kind === 'arrow') this.#arrows.add(id);
		else this.#arrows.delete(id);
		if (!thing) {
			this.#grid.delete(id);
			return this.#all.delete(id);
		}
		if (!live || live.now.kind !== thing.kind) {
			const next = new LiveThing(thing, made(this.doc, id));
			this.#all.set(id, next);
			if (hasGround(next)) this.#grid.set(id, thing.place);
			return true;
		}
		const moved =
			live.now.place.some((part, index) => part !== thing.place[index]) ||
			live.now.order !== thing.order ||
			live.now.group !== thing.group ||
			homeOf(live.now) !== homeOf(thing);
		if (moved && hasGround(live)) this.#grid.set(id, thing.place);
		live.now = thing;
		return moved;
	}
}

export const isSticky = (live: LiveThing): live is LiveSticky => live.now.kind === 'sticky';
const hasGround = ({ now }: LiveThing): boolean => now.kind !== 'cluster' && !hangs(now);
const asRead = (one: LiveThing, other: LiveThing): number => byReading(one.now, other.now);
/** As they are, without asking to be told of the next change: their order follows `version`. */
const nowOf = <T extends Thing>(all: readonly LiveThing<T>[]): T[] => untrack(() => all.map(({ now }) => now));
const whose = ({ now }: LiveReply | LiveReaction): string => now.of;
export const isFrame = (live: LiveThing): live is LiveFrame => live.now.kind === 'frame';

export const ofKind = <K extends Kind>(all: readonly LiveThing[], kind: K) =>
	all.filter(({ now }) => now.kind === kind) as LiveThing<Extract<Thing, { kind: K }>>[];

/** Positive when `a` lies above `b`. */
export const lies = (a: LiveThing, b: LiveThing): number => a.now.order - b.now.order || byReading(a.now, b.now);
