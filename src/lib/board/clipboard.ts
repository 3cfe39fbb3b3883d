// Copying from the canvas and pasting into it: whole things between boards, plain text for everything else. Knows the
// clipboard of an event, no element.
import type { Words } from '#lib/ui/words.ts';
import type { Canvas } from './canvas.svelte.ts';
import { addAll, homeIn, inSlots, liftFor } from './copies.ts';
import { withContents } from './drop.ts';
import { pasted } from './paste.ts';
import type { Rights } from './rights.ts';
import { boundsOf, isCarried, packed, parcelType, putDown, unpacked } from './selection/parcel.ts';
import { byReading, overlap, slotGap } from './slots.ts';
import type { Thing } from './thing.ts';

/** Puts the chosen things on the clipboard, and their texts one a line; false when there are none. */
export function copyTo(data: DataTransfer | null, canvas: Canvas, rights: Rights): boolean {
	const { board } = canvas;
	const ids = new Set(
		canvas
			.chosen()
			.flatMap(({ id, now }) => (now.kind === 'frame' && rights.mayFrame() ? [...withContents(board, id)] : [id]))
	);
	const things = [...ids]
		.flatMap((id) => board.get(id)?.now ?? [])
		.filter((thing) => isCarried(thing) && (thing.kind !== 'frame' || rights.mayFrame()))
		.sort(byReading);
	if (!things.length) return false;
	data?.setData(parcelType, packed(things));
	data?.setData(
		'text/plain',
		things.flatMap((thing) => ('text' in thing && thing.text ? [thing.text.replace(/\s+/g, ' ')] : [])).join('\n')
	);
	return true;
}

/** Puts down copied things, or makes stickies of a pasted list; false when there is nothing in it. `warn`: a part was left out. */
export function pasteFrom(
	data: DataTransfer | null,
	canvas: Canvas,
	rights: Rights,
	home: string | null,
	words: Words,
	warn: (sentence: string) => void
): boolean {
	const things = unpacked(data?.getData(parcelType) ?? '').filter(
		({ kind }) => (kind !== 'frame' || rights.mayFrame()) && canvas.board.mayMake(kind, home)
	);
	if (things.length) canvas.said = words('board_things_pasted', { count: putInView(canvas, things).length });
	else {
		const { texts, left } = pasted(data?.getData('text/plain') ?? '');
		if (!texts.length) return false;
		canvas.select(addAll(canvas.board, texts, home));
		const done = words('board_pasted', { count: texts.length });
		if (left) warn(`${done} ${words('board_paste_left', { count: left })}`);
		else canvas.said = done;
	}
	const bounds = canvas.boundsOfSelection();
	if (bounds) canvas.reveal(bounds);
	return true;
}

/** Beside the originals when they are in view, else in the middle of it. */
function putInView(canvas: Canvas, things: readonly Thing[]): string[] {
	const { board } = canvas;
	const [x, y, width, height] = boundsOf(things)!;
	const seen = canvas.seen();
	const beside = overlap([x, y, width, height], seen) && things.some(({ id }) => board.get(id));
	const [dx, dy] = beside
		? [2 * slotGap, 2 * slotGap]
		: [seen[0] + seen[2] / 2 - x - width / 2, seen[1] + seen[3] / 2 - y - height / 2];
	// stickies copied from here go into free slots rather than onto the ones they were copied from
	const slotted = beside && things.every(({ kind }) => kind === 'sticky') ? inSlots(board, things) : null;
	board.step();
	const ids = slotted
		? putDown(board.doc, slotted, { dx: 0, dy: 0, ...homeIn(board) })
		: putDown(board.doc, things, { dx, dy, lift: liftFor(board, things), ...homeIn(board) });
	board.step();
	canvas.select(ids);
	return ids;
}
