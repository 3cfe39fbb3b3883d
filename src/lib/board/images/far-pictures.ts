// Pictures from far away: themselves where they were seen near, else a block with a hill on it. Knows no camera.
import type { LiveThing } from '../board.svelte.ts';
import type { FarPaper } from '../far-paper.ts';
import type { Picture } from '../thing.ts';
import { seenPicture } from './seen.ts';

export function paintPictures({ context, at }: FarPaper, pictures: readonly LiveThing<Picture>[]): void {
	for (const live of pictures) {
		const [x, y, w, h] = at(live);
		const element = seenPicture(live.now.file);
		context.fillStyle = '#d9d4c7';
		context.fillRect(x, y, w, h);
		if (element) {
			context.drawImage(element, x, y, w, h);
			continue;
		}
		context.fillStyle = '#8f897a';
		context.beginPath();
		context.moveTo(x + w * 0.15, y + h * 0.8);
		context.lineTo(x + w * 0.45, y + h * 0.35);
		context.lineTo(x + w * 0.6, y + h * 0.58);
		context.lineTo(x + w * 0.68, y + h * 0.48);
		context.lineTo(x + w * 0.88, y + h * 0.8);
		context.fill();
	}
}
