// A drawing as a PNG, in the letters of the page. Browser only.
import type { Drawing, Part } from './part.ts';

/** Longest side of the picture in pixels: what every browser can draw. */
const longest = 8000;
/** Pixels per board unit when there is room: sharp on a screen and on paper. */
const sharp = 1.5;
const ground = '#eeeadf';

/** Pictures by the address that `source` gives. Rejects when the browser cannot draw so large a picture. */
export async function pngOf({ box, parts }: Drawing, source: (file: string) => string): Promise<Blob> {
	const [x, y, width, height] = box;
	const scale = Math.min(sharp, longest / Math.max(width, height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.round(width * scale);
	canvas.height = Math.round(height * scale);
	const context = canvas.getContext('2d');
	if (!context) throw new Error('nothing to draw on');
	const face = getComputedStyle(document.body).fontFamily;
	await Promise.all(['400', '650'].map((weight) => document.fonts.load(`${weight} 20px ${face}`, 'aą')));
	const pictures = await picturesOf(parts, source);
	context.scale(scale, scale);
	context.translate(-x, -y);
	context.fillStyle = ground;
	context.fillRect(x, y, width, height);
	context.lineCap = context.lineJoin = 'round';
	for (const part of parts) draw(context, part, face, pictures);
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture is too large'))), 'image/png')
	);
}

async function picturesOf(parts: readonly Part[], source: (file: string) => string) {
	const files = new Set(parts.flatMap((part) => (part.kind === 'picture' ? [part.file] : [])));
	const found = new Map<string, HTMLImageElement>();
	await Promise.all(
		[...files].map(async (file) => {
			const image = new Image();
			image.src = source(file);
			// one that does not come leaves its frame empty
			await image.decode().then(
				() => found.set(file, image),
				() => undefined
			);
		})
	);
	return found;
}

function draw(
	context: CanvasRenderingContext2D,
	part: Part,
	face: string,
	pictures: ReadonlyMap<string, HTMLImageElement>
): void {
	switch (part.kind) {
		case 'rectangle': {
			const path = new Path2D();
			path.roundRect(...(part.place as [number, number, number, number]), part.radius);
			context.setLineDash(part.dashed ? [10, 8] : []);
			return paint(context, path, part.fill, part.line, 2);
		}
		case 'path':
			context.save();
			context.setLineDash([]);
			context.translate(...(part.at as [number, number]));
			paint(context, new Path2D(part.data), part.fill, part.line, part.width);
			context.restore();
			return;
		case 'words':
			context.font = `${part.bold ? 650 : 400} ${part.size}px ${face}`;
			context.textAlign = part.anchor === 'middle' ? 'center' : part.anchor;
			context.fillStyle = part.ink;
			context.fillText(part.text, part.x, part.y);
			return;
		case 'picture': {
			const [x, y, width, height] = part.place;
			const image = pictures.get(part.file);
			context.strokeStyle = '#8a8373';
			if (!image) return context.strokeRect(x, y, width, height);
			const fit = Math.min(width / image.naturalWidth, height / image.naturalHeight);
			const [wide, tall] = [image.naturalWidth * fit, image.naturalHeight * fit];
			context.drawImage(image, x + (width - wide) / 2, y + (height - tall) / 2, wide, tall);
		}
	}
}

function paint(
	context: CanvasRenderingContext2D,
	path: Path2D,
	fill: string | null,
	line: string | null,
	width: number
): void {
	if (fill) {
		context.fillStyle = fill;
		context.fill(path);
	}
	if (!line) return;
	context.strokeStyle = line;
	context.lineWidth = width;
	context.stroke(path);
}

export function saveAs(blob: Blob, name: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
