// PNG files: only the chunks of one still picture are kept; words, times, EXIF, animation and what follows the end go.
import { Cut, joined, part, textAt, view, type Still } from './bytes.ts';

export const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
const kept = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sRGB', 'sBIT', 'pHYs']);

export function stillPng(bytes: Uint8Array): Still {
	const data = view(bytes);
	const parts = [part(bytes, 0, pngStart.length)];
	let [width, height] = [0, 0];
	let seen = false;
	for (let at = pngStart.length; ;) {
		const length = view(part(bytes, at, 8)).getUint32(0);
		const name = textAt(bytes, at + 4, 4);
		const chunk = part(bytes, at, length + 12);
		if ((name === 'IHDR') !== (at === pngStart.length) || (name === 'IHDR' && length !== 13)) throw new Cut();
		if (name === 'IHDR') [width, height] = [data.getUint32(at + 8), data.getUint32(at + 12)];
		seen ||= name === 'IDAT';
		if (kept.has(name)) parts.push(chunk);
		if (name === 'IEND') break;
		at += chunk.length;
	}
	if (!seen) throw new Cut();
	return { bytes: joined(parts), width, height };
}
