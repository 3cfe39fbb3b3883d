// GIF files: the first picture is kept; later ones, comments, what programs add and what follows the end go.
import { Cut, joined, part, textAt, view, type Still } from './bytes.ts';

export const isGif = (bytes: Uint8Array): boolean => /^GIF8[79]a$/.test(textAt(bytes, 0, 6));

const tableSize = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

export function stillGif(bytes: Uint8Array): Still {
	const head = part(bytes, 0, 13);
	const screen = view(head);
	const [width, height] = [screen.getUint16(6, true), screen.getUint16(8, true)];
	let at = 13 + tableSize(head[10]!);
	const parts = [part(bytes, 0, at)];
	for (;;) {
		const kind = part(bytes, at, 1)[0];
		if (kind === 0x21) {
			const end = endOfBlocks(bytes, at + 2);
			// how the picture that follows is shown
			if (bytes[at + 1] === 0xf9) parts[1] = part(bytes, at, end - at);
			at = end;
		} else if (kind === 0x2c) {
			const frame = view(part(bytes, at, 10));
			const pixels = at + 10 + tableSize(frame.getUint8(9));
			parts.push(part(bytes, at, endOfBlocks(bytes, pixels + 1) - at), Uint8Array.of(0x3b));
			const right = frame.getUint16(1, true) + frame.getUint16(5, true);
			const bottom = frame.getUint16(3, true) + frame.getUint16(7, true);
			return { bytes: joined(parts), width: Math.max(width, right), height: Math.max(height, bottom) };
		} else throw new Cut();
	}
}

/** Behind blocks that each begin with their length; an empty one ends them. */
function endOfBlocks(bytes: Uint8Array, from: number): number {
	let at = from;
	for (let length = part(bytes, at, 1)[0]!; length > 0; length = part(bytes, at, 1)[0]!) at += 1 + length;
	return at + 1;
}
