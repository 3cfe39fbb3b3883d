// WebP files: only the chunks of one still picture are kept; EXIF, XMP and everything unknown go.
import { Cut, joined, part, textAt, view, type Still } from './bytes.ts';

const kept = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP']);
const flags = { animation: 0x02, xmp: 0x04, exif: 0x08 };

export const isWebp = (bytes: Uint8Array): boolean => textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP';

export function stillWebp(bytes: Uint8Array): Still | 'moving' {
	const end = 8 + view(part(bytes, 4, 4)).getUint32(0, true);
	const file = part(bytes, 0, end);
	const parts: Uint8Array[] = [];
	let [width, height] = [0, 0];
	let seen = false;
	for (let at = 12; at < end;) {
		const name = textAt(file, at, 4);
		const length = view(part(file, at + 4, 4)).getUint32(0, true);
		const content = part(file, at + 8, length);
		const next = at + 8 + length + (length % 2);
		if (name === 'ANIM' || name === 'ANMF') return 'moving';
		if (kept.has(name)) {
			// a last chunk of odd length may stand without its padding
			const chunk = joined([part(file, at, 8 + length), new Uint8Array(length % 2)]);
			if (name === 'VP8X') {
				if (chunk[8]! & flags.animation) return 'moving';
				chunk[8]! &= ~(flags.xmp | flags.exif);
			}
			const [w, h] = sidesIn(name, content);
			[width, height] = [Math.max(width, w), Math.max(height, h)];
			seen ||= name === 'VP8 ' || name === 'VP8L';
			parts.push(chunk);
		}
		at = next;
	}
	if (!seen) throw new Cut();
	const head = new Uint8Array(12);
	head.set(part(file, 0, 12));
	view(head).setUint32(4, 4 + parts.reduce((sum, each) => sum + each.length, 0), true);
	return { bytes: joined([head, ...parts]), width, height };
}

function sidesIn(name: string, content: Uint8Array): [width: number, height: number] {
	const at = (offset: number) => part(content, offset, 1)[0]!;
	const three = (offset: number) => at(offset) | (at(offset + 1) << 8) | (at(offset + 2) << 16);
	if (name === 'VP8X') return [three(4) + 1, three(7) + 1];
	if (name === 'VP8 ') {
		if (three(3) !== 0x2a019d) throw new Cut();
		return [(at(6) | (at(7) << 8)) & 0x3fff, (at(8) | (at(9) << 8)) & 0x3fff];
	}
	if (name !== 'VP8L') return [0, 0];
	if (at(0) !== 0x2f) throw new Cut();
	const bits = three(1) + at(4) * 0x1000000;
	return [(bits % 0x4000) + 1, (Math.floor(bits / 0x4000) % 0x4000) + 1];
}
