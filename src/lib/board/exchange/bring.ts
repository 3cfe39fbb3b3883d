// Puts what a file brought onto the board, in one step that one undo takes back. Knows no file.
import { plainLetters } from '#lib/ui/letters.ts';
import { addFrame, addStickies, byHand } from '../board.ts';
import type { LiveBoard } from '../board.svelte.ts';
import { homeIn } from '../copies.ts';
import { putDown } from '../selection/parcel.ts';
import { frameSize, slotGap, type Place } from '../slots.ts';
import { shiftTo } from './excalidraw.ts';
import type { Imported, ImportedTexts } from './import.ts';

/** Free columns between what is there and what comes. */
const distance = 7 * slotGap;
const columns = 6;

/** `home`: a frame for texts without one of their own; null: a new area of this name. Returns the new ids. */
export function bring(board: LiveBoard, imported: Imported, home: string | null, name: string): string[] {
	board.step();
	const ids = board.doc.transact(
		() =>
			imported.kind === 'texts'
				? bringTexts(board, imported, home, name)
				: putDown(board.doc, imported.things, { ...shiftTo(imported.things, rightOf(board)), ...homeIn(board) }),
		byHand
	);
	board.step();
	return ids;
}

function rightOf(board: LiveBoard): readonly [number, number] {
	const bounds = board.bounds();
	return bounds ? [bounds[0] + bounds[2] + distance, bounds[1]] : [0, 0];
}

function bringTexts(board: LiveBoard, { texts }: ImportedTexts, home: string | null, name: string): string[] {
	const known = new Map(board.frames.map(({ id, now }) => [plainLetters(now.name), id]));
	const byFrame = new Map<string | null, string[]>();
	for (const { text, frame } of texts) {
		const named = frame === null ? undefined : known.get(plainLetters(frame));
		const target = named ?? home;
		byFrame.set(target, [...(byFrame.get(target) ?? []), text]);
	}
	return [...byFrame].flatMap(([target, these]) =>
		addStickies(board.doc, these, target ?? newFrame(board, name, these.length), byHand)
	);
}

function newFrame(board: LiveBoard, name: string, count: number): string {
	const { width, height } = frameSize(columns, Math.max(2, Math.ceil(count / columns)));
	const [x, y] = rightOf(board);
	return addFrame(board.doc, { name, place: [x, y, width, height] satisfies Place }, byHand);
}
