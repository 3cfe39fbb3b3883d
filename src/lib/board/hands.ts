// Mouse, fingers and pen on the canvas: what a press becomes. Decides by thresholds; changes the board only at a drop.
import type { Canvas } from './canvas.svelte.ts';
import { copyTo } from './copies.ts';
import { drop, snapper, withContents } from './drop.ts';
import { isCaught } from './marks/touch.ts';
import type { Wishes, Work } from './marks/work.ts';
import { workOf } from './marks/works.ts';
import { mayMove, type Rights } from './rights.ts';
import { EdgeScroll } from './selection/edge-scroll.ts';
import { withMates } from './selection/groups.ts';
import { rolled } from './wheel.ts';

/** CSS pixels that a press may wander and still be a tap. */
const tapReach = { mouse: 4, pen: 4, touch: 8 } as const;
/** CSS pixels that a pointer may miss a thin thing. */
const hitMargin = 8;
/** Two taps within these milliseconds and pixels are a double tap. */
const doubleTap = { time: 450, reach: 30 };

type Point = { x: number; y: number };
type Hold =
	| {
			kind: 'press';
			start: Point;
			thing: string | null;
			frame: string | null;
			was: boolean;
			add: boolean;
			whole?: true;
	  }
	| { kind: 'pan' }
	| { kind: 'work'; work: Work }
	| { kind: 'pinch'; distance: number; zoom: number; middle: Point }
	| { kind: 'marquee'; from: [number, number]; before: readonly string[] }
	| {
			kind: 'drag';
			from: [number, number];
			dx: number;
			dy: number;
			ids: Set<string>;
			snap: ReturnType<typeof snapper> | null;
	  };

export function handsOn(surface: HTMLElement, canvas: Canvas, rights: Rights, wishes: Wishes): () => void {
	const { board, tools } = canvas;
	const pointers = new Map<number, Point>();
	let hold: Hold | null = null;
	/** The pen that is down: while it is, fingers are palms. */
	let pen: number | null = null;
	let space = false;
	/** Nothing snaps while Ctrl is held. */
	let bare = false;
	const edge = new EdgeScroll((dx, dy) => {
		const [point] = pointers.values();
		canvas.pan(dx, dy);
		if (point) onward(point);
	});
	let lastTap: (Point & { time: number }) | null = null;

	const pointOf = (event: MouseEvent): Point => {
		const box = surface.getBoundingClientRect();
		return { x: event.clientX - box.left, y: event.clientY - box.top };
	};
	const isOurs = (event: Event) => !(event.target as Element).closest('textarea, button, input, select, a');

	function down(event: PointerEvent) {
		const touch = event.pointerType === 'touch';
		if (!isOurs(event) || (touch && pen !== null)) return;
		if (event.pointerType === 'pen') penDown(event);
		const start = pointOf(event);
		pointers.set(event.pointerId, start);
		surface.setPointerCapture(event.pointerId);
		if (pointers.size === 2) return pinch();
		if (pointers.size > 2) return;
		surface.focus({ preventScroll: true });
		event.preventDefault();
		const isIdle = touch && tools.fingersOnlyMove && tools.tool !== 'select';
		if (event.button === 1 || event.button === 2 || space || tools.tool === 'hand' || isIdle) return grab();
		const work = workOf(event, canvas, rights, wishes);
		if (work) return toWork(work);
		const named = (event.target as Element).closest<HTMLElement>('[data-cluster]')?.dataset.cluster;
		if (named !== undefined) return holdCluster(named, start);
		const thing = board.thingAt(...canvas.at(start.x, start.y), hitMargin / canvas.camera.zoom);
		const frame = thing ? null : (event.target as Element).closest<HTMLElement>('[data-frame]');
		const was = thing !== undefined && canvas.selected.has(thing.id);
		const add = event.shiftKey || event.ctrlKey || event.metaKey;
		if (thing && !touch && !was) choose(thing.id, add);
		hold = { kind: 'press', start, thing: thing?.id ?? null, frame: frame?.dataset.frame ?? null, was, add };
	}

	/** By its name a cluster is taken whole. */
	function holdCluster(cluster: string, start: Point) {
		const members = board.stickies.filter(({ now }) => now.cluster === cluster).map(({ id }) => id);
		canvas.select(members);
		hold = { kind: 'press', start, thing: members[0] ?? null, frame: null, was: true, add: true, whole: true };
	}

	/** A hand that rests while the pen writes has begun nothing. */
	function penDown(event: PointerEvent) {
		tools.penSeen = true;
		lost();
		pen = event.pointerId;
	}

	function toWork(work: Work) {
		hold = { kind: 'work', work };
		tools.callOff = cancel;
		canvas.wake();
	}

	function choose(id: string, add: boolean) {
		const these = withMates(board, [id]);
		if (!add) return canvas.select(these);
		const chosen = new Set(canvas.selected);
		// a second press with the key takes it out again
		const isIn = chosen.has(id);
		for (const each of these)
			if (isIn) chosen.delete(each);
			else chosen.add(each);
		canvas.select(chosen);
	}

	function grab() {
		hold = { kind: 'pan' };
		canvas.hand = 'grabbing';
	}

	/** A second finger: whatever the first began is called off. */
	function pinch() {
		cancel();
		const [a, b] = [...pointers.values()] as [Point, Point];
		hold = { kind: 'pinch', distance: apart(a, b), zoom: canvas.camera.zoom, middle: between(a, b) };
	}

	function cancel() {
		if (hold?.kind === 'work') hold.work.cancel();
		tools.callOff = null;
		edge.stop();
		canvas.drag(null);
		canvas.target = null;
		canvas.marquee = null;
		canvas.hand = null;
		hold = null;
	}

	function move(event: PointerEvent) {
		const before = pointers.get(event.pointerId);
		if (!before || !hold) return;
		const point = pointOf(event);
		pointers.set(event.pointerId, point);
		if (hold.kind === 'press') {
			const reach = tapReach[event.pointerType as 'mouse'] ?? tapReach.touch;
			if (apart(hold.start, point) < reach) return;
			begin(hold, event.pointerType === 'touch');
			tools.callOff = cancel;
		}
		if (hold.kind === 'work') hold.work.move(event);
		else if (hold.kind === 'pan') canvas.pan(before.x - point.x, before.y - point.y);
		else if (hold.kind === 'pinch') spread(hold);
		else if (hold.kind === 'marquee' || hold.kind === 'drag') {
			bare = event.ctrlKey || event.metaKey;
			onward(point);
			edge.at(point, canvas.view);
		}
	}

	/** The press has become a movement. */
	function begin(press: Hold & { kind: 'press' }, touch: boolean) {
		const from = canvas.at(press.start.x, press.start.y);
		const own = press.thing !== null && canvas.selected.has(press.thing);
		if (press.thing !== null && own && rights.mayWrite()) {
			const ids = new Set(
				canvas.chosen().flatMap((live) => (mayMove(rights, live.now) && board.may('order', live) ? [live.id] : []))
			);
			if (!ids.size) return grab();
			const lead = board.sticky(press.thing);
			hold = {
				kind: 'drag',
				from,
				dx: 0,
				dy: 0,
				ids,
				snap: lead && ids.has(lead.id) ? snapper(board, lead, ids) : null
			};
		} else if (press.frame !== null && rights.mayFrame() && !board.get(press.frame)?.now.locked) {
			hold = { kind: 'drag', from, dx: 0, dy: 0, ids: withContents(board, press.frame), snap: null };
		} else if (touch || press.thing !== null) grab();
		else hold = { kind: 'marquee', from, before: press.add ? [...canvas.selected] : [] };
	}

	/** What is held follows the hand, or the view under it. */
	function onward(point: Point) {
		if (hold?.kind === 'marquee') frameIn(hold, point);
		else if (hold?.kind === 'drag') carry(hold, point, bare);
		else edge.stop();
	}

	function spread(pinching: Hold & { kind: 'pinch' }) {
		const [a, b] = [...pointers.values()] as [Point, Point];
		if (!b) return;
		const middle = between(a, b);
		canvas.pan(pinching.middle.x - middle.x, pinching.middle.y - middle.y);
		pinching.middle = middle;
		// a palm beside the pen looks like two fingers: it must not zoom
		if (tools.fingersOnlyMove && tools.tool === 'pen') return;
		canvas.zoomTo((pinching.zoom * apart(a, b)) / Math.max(1, pinching.distance), middle.x, middle.y);
	}

	function frameIn({ from, before }: Hold & { kind: 'marquee' }, point: Point) {
		const to = canvas.at(point.x, point.y);
		const [left, right] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
		const [top, bottom] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
		canvas.marquee = [left, top, Math.max(1, right - left), Math.max(1, bottom - top)];
		const area = canvas.marquee;
		const met = board.lyingIn(area).filter(({ now }) => isCaught(now, area));
		canvas.select(withMates(board, [...before, ...met.map(({ id }) => id)]));
	}

	function carry(dragging: Hold & { kind: 'drag' }, point: Point, free: boolean) {
		if (!rights.mayWrite()) return cancel();
		const [x, y] = canvas.at(point.x, point.y);
		dragging.dx = x - dragging.from[0];
		dragging.dy = y - dragging.from[1];
		const snapped = free ? null : dragging.snap?.(dragging.dx, dragging.dy);
		canvas.target = snapped?.target ?? null;
		canvas.drag({ ids: dragging.ids, dx: dragging.dx, dy: dragging.dy });
	}

	function up(event: PointerEvent) {
		if (event.pointerId === pen) pen = null;
		if (!pointers.delete(event.pointerId)) return;
		const ending = hold;
		if (ending?.kind === 'pinch' || !ending) {
			hold = pointers.size ? { kind: 'pan' } : null;
			return;
		}
		if (ending.kind === 'work' && rights.mayWrite()) {
			hold = tools.callOff = null;
			return ending.work.end(event);
		}
		const snapped = ending.kind === 'drag' && canvas.target ? ending.snap?.(ending.dx, ending.dy) : null;
		cancel();
		if (ending.kind === 'press') tap(ending, event);
		else if (ending.kind === 'drag' && rights.mayWrite()) {
			const [dx, dy] = [snapped?.dx ?? ending.dx, snapped?.dy ?? ending.dy];
			if (event.altKey) canvas.select(copyTo(board, ending.ids, dx, dy));
			else drop(board, ending.ids, dx, dy);
		}
	}

	function tap(press: Hold & { kind: 'press' }, event: PointerEvent) {
		const twice =
			lastTap && event.timeStamp - lastTap.time < doubleTap.time && apart(lastTap, press.start) < doubleTap.reach;
		lastTap = twice ? null : { ...press.start, time: event.timeStamp };
		if (press.whole) return;
		if (press.thing !== null) {
			const alone = press.was && canvas.selected.size === 1;
			if ((alone || twice) && !press.add && rights.mayWrite()) wishes.edit(press.thing);
			else if (!press.add || press.was || event.pointerType === 'touch') choose(press.thing, press.add);
		} else if (press.frame !== null && twice && rights.mayFrame()) wishes.edit(press.frame);
		else if (press.frame !== null) canvas.select(rights.mayFrame() ? [press.frame] : stickiesOf(press.frame));
		else if (twice && rights.mayWrite()) wishes.create(...canvas.at(press.start.x, press.start.y));
		else if (!press.add) canvas.select([]);
	}

	/** The name of a frame stands for all that is in it. */
	const stickiesOf = (frame: string) => board.stickies.filter(({ now }) => now.frame === frame).map(({ id }) => id);

	function spaceKey(event: KeyboardEvent) {
		if (event.code !== 'Space' || !isOurs(event)) return;
		space = event.type === 'keydown';
		if (space) event.preventDefault();
		canvas.hand = space ? 'grab' : null;
	}

	const lost = () => {
		pen = null;
		pointers.clear();
		cancel();
	};
	const heard = {
		pointerdown: down,
		pointermove: move,
		pointerup: up,
		pointercancel: lost,
		wheel: (event: WheelEvent) => rolled(event, canvas, pointOf(event)),
		contextmenu: (event: Event) => event.preventDefault(),
		keydown: spaceKey,
		keyup: spaceKey
	};
	const listeners = Object.entries(heard) as [string, EventListener][];
	for (const [name, listener] of listeners) surface.addEventListener(name, listener, { passive: false });
	return () => {
		lost();
		for (const [name, listener] of listeners) surface.removeEventListener(name, listener);
	};
}

const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
