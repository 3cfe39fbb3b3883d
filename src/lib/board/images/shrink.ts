// Makes a chosen file small enough for the board, in the browser. Knows no server.
import { pictureByteLimit, type PictureRefusal } from './limits.ts';
import { typeOf } from './still.ts';

/** Pixels along the longer side that a board needs. */
const longest = 2048;
/** Bytes above which a file is not even opened. */
const openLimit = 60 * 1024 * 1024;
const qualities = [0.85, 0.7, 0.5];
/** Bytes up to which a file that fits is kept as it is. */
const keptBytes = 400 * 1024;

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
	const printable = type === 'image/jpeg' || type === 'image/png';
	let best: Blob | null = scale === 1 && printable ? file : null;
	if (!best || best.size > keptBytes) {
		const next = type === 'image/jpeg' || isOpaque(paper, width, height) ? photographs(canvas) : sheets(canvas);
		for await (const made of next) {
			if (made && (!best || made.size < best.size)) best = made;
			if (best && best.size <= pictureByteLimit) break;
		}
	}
	canvas.width = canvas.height = 1;
	return best && best.size <= pictureByteLimit ? { blob: best, width, height } : 'too_large';
}

/** As JPEG, which every page and printer takes. */
async function* photographs(canvas: HTMLCanvasElement) {
	for (const quality of qualities) yield await encoded(canvas, 'image/jpeg', quality);
}

/** With holes through which the board is seen: as PNG, and only where that is too large as WebP, which no PDF can hold. */
async function* sheets(canvas: HTMLCanvasElement) {
	yield await encoded(canvas, 'image/png');
	for (const quality of qualities) yield await encoded(canvas, 'image/webp', quality);
}

const encoded = (canvas: HTMLCanvasElement, type: string, quality?: number): Promise<Blob | null> =>
	new Promise((resolve) => canvas.toBlob(resolve, type, quality));

function isOpaque(paper: CanvasRenderingContext2D, width: number, height: number): boolean {
	const { data } = paper.getImageData(0, 0, width, height);
	for (let at = 3; at < data.length; at += 4) if (data[at]! < 255) return false;
	return true;
}
