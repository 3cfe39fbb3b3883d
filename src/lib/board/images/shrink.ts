// Makes a chosen file small enough for the board, in the browser. Knows no server.
import { pictureByteLimit, type PictureRefusal } from './limits.ts';
import { typeOf } from './still.ts';

/** Pixels along the longer side that a board needs. */
const longest = 2048;
/** Bytes above which a file is not even opened. */
const openLimit = 60 * 1024 * 1024;
const qualities = [0.85, 0.7, 0.5];

export type Shrunk = { blob: Blob; width: number; height: number };

export async function shrunk(file: File): Promise<Shrunk | PictureRefusal> {
	if (file.type === 'image/svg+xml' || /\.svgz?$/i.test(file.name)) return 'svg';
	if (file.size > openLimit) return 'too_large';
	const type = typeOf(new Uint8Array(await file.slice(0, 64).arrayBuffer()));
	const picture = await createImageBitmap(file).catch(() => null);
	if (!picture) return type ? 'broken' : 'unknown_type';
	const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
	const [width, height] = [
		Math.max(1, Math.round(picture.width * scale)),
		Math.max(1, Math.round(picture.height * scale))
	];
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	const paper = canvas.getContext('2d');
	if (!paper) return 'too_many_pixels';
	paper.imageSmoothingQuality = 'high';
	paper.drawImage(picture, 0, 0, width, height);
	picture.close();
	let best: Blob | null = scale === 1 && type !== null && type !== 'image/gif' ? file : null;
	for (const quality of qualities) {
		if (best && best.size <= pictureByteLimit && quality !== qualities[0]) break;
		const made = await encoded(canvas, type === 'image/jpeg', quality);
		if (made && (!best || made.size < best.size)) best = made;
	}
	canvas.width = canvas.height = 1;
	return best && best.size <= pictureByteLimit ? { blob: best, width, height } : 'too_large';
}

/** Photographs as JPEG, which every page and printer takes; else WebP, or PNG where the browser writes none. */
const encoded = (canvas: HTMLCanvasElement, isPhoto: boolean, quality: number): Promise<Blob | null> =>
	new Promise((resolve) => canvas.toBlob(resolve, isPhoto ? 'image/jpeg' : 'image/webp', quality));
