// JPEG files: only what draws the picture is kept, and which way up it is; EXIF with its places and times, XMP, IPTC,
// comments, thumbnails and whatever follows the end go.
import { Cut, joined, part, textAt, view, type Still } from './bytes.ts';

export const jpegStart = [0xff, 0xd8, 0xff] as const;

/** More passes than any camera makes: a file that is drawn for minutes. */
const scanLimit = 100;

const isFrameHead = (marker: number) =>
	marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Tables, frame heads, restart intervals; of what programs add, the plain head, the colours and their meaning. */
function isKept(marker: number, content: Uint8Array): boolean {
	if (marker === 0xe2) return textAt(content, 0, 12) === 'ICC_PROFILE\0';
	if (marker === 0xee) return textAt(content, 0, 5) === 'Adobe';
	return (marker >= 0xc0 && marker <= 0xcf) || (marker >= 0xdb && marker <= 0xdf);
}

export function stillJpeg(bytes: Uint8Array): Still {
	const parts: Uint8Array[] = [];
	let [width, height, orientation, scans] = [0, 0, 1, 0];
	let at = 2;
	for (;;) {
		if (part(bytes, at, 2)[0] !== 0xff) throw new Cut();
		const marker = bytes[at + 1]!;
		// fill bytes before a marker
		if (marker === 0xff) {
			at++;
			continue;
		}
		if (marker === 0xd9) break;
		const length = view(part(bytes, at + 2, 2)).getUint16(0);
		if (length < 2) throw new Cut();
		const segment = part(bytes, at, length + 2);
		const content = segment.subarray(4);
		at += segment.length;
		if (marker === 0xe1) orientation = orientationIn(content) ?? orientation;
		else if (isFrameHead(marker)) {
			height = view(part(content, 1, 4)).getUint16(0);
			width = view(content).getUint16(3);
		}
		if (marker === 0xda) {
			if (++scans > scanLimit) throw new Cut();
			const end = endOfScan(bytes, at);
			parts.push(segment, bytes.subarray(at, end));
			at = end;
		} else if (isKept(marker, content)) parts.push(segment);
	}
	if (!scans) throw new Cut();
	const turned = orientation > 4;
	const head = orientation === 1 ? [] : [orientationSegment(orientation)];
	return {
		bytes: joined([Uint8Array.of(0xff, 0xd8), ...head, ...parts, Uint8Array.of(0xff, 0xd9)]),
		width: turned ? height : width,
		height: turned ? width : height
	};
}

/** Where the next marker stands; zeros and restarts after 0xff belong to the drawing. */
function endOfScan(bytes: Uint8Array, from: number): number {
	for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
		const next = bytes[at + 1];
		if (next === undefined) break;
		if (next !== 0 && (next < 0xd0 || next > 0xd7) && next !== 0xff) return at;
	}
	throw new Cut();
}

/** Which way up the picture is (1–8, EXIF tag 0x0112); null where it is not said. */
function orientationIn(content: Uint8Array): number | null {
	if (textAt(content, 0, 6) !== 'Exif\0\0' || content.length < 14) return null;
	const tiff = view(content.subarray(6));
	const little = tiff.getUint16(0) === 0x4949;
	const start = tiff.getUint32(4, little);
	if (start + 2 > tiff.byteLength) return null;
	const count = tiff.getUint16(start, little);
	for (let entry = start + 2; entry < start + 2 + 12 * count && entry + 12 <= tiff.byteLength; entry += 12) {
		if (tiff.getUint16(entry, little) !== 0x0112) continue;
		const value = tiff.getUint16(entry + 8, little);
		return value >= 1 && value <= 8 ? value : null;
	}
	return null;
}

/** An EXIF segment that says nothing but which way up. */
const orientationSegment = (orientation: number): Uint8Array =>
	Uint8Array.of(
		...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
		...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
		...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
		...[0, 0, 0, 0]
	);
