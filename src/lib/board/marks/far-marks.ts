// Marks from far away: thin lines, outlines and bars for letters. Knows no camera.
import type { LiveThing } from '../board.svelte.ts';
import type { FarPaper } from '../far-paper.ts';
import { plainPapers } from '../paper.ts';
import type { Arrow, Shape, Stroke, TextThing } from '../thing.ts';
import { curveOf } from './arrow.ts';
import { headOf } from './arrow-geometry.ts';
import { inkOf, lineWidth } from './mark.ts';
import { shapePath } from './shape-geometry.ts';

/** Pixels below which letters are not worth a bar. */
const barsFrom = 3;

export function paintShapes({ context, at, zoom, scale }: FarPaper, shapes: readonly LiveThing<Shape>[]): void {
	for (const live of shapes) {
		const [x, y] = at(live);
		const { form, place, colour } = live.now;
		context.save();
		context.translate(x, y);
		context.scale(zoom, zoom);
		const path = new Path2D(shapePath(form, place[2], place[3], 0));
		context.globalAlpha = 0.72;
		context.fillStyle = colour ? plainPapers[colour] : '#fffdf8';
		context.fill(path);
		context.globalAlpha = 1;
		context.strokeStyle = inkOf(live.now);
		context.lineWidth = Math.max(lineWidth, scale / zoom);
		context.stroke(path);
		context.restore();
	}
}

export function paintStrokes({ context, at, zoom, scale }: FarPaper, strokes: readonly LiveThing<Stroke>[]): void {
	context.lineCap = context.lineJoin = 'round';
	for (const live of strokes) {
		const [left, top] = at(live);
		const { points, width } = live.now;
		context.beginPath();
		for (let index = 0; index < points.length; index += 3)
			context.lineTo(left + points[index]! * zoom, top + points[index + 1]! * zoom);
		context.strokeStyle = inkOf(live.now);
		context.lineWidth = Math.max(scale, width * zoom);
		context.stroke();
	}
}

export function paintArrows(
	{ context, point, zoom, scale, find, shift }: FarPaper,
	arrows: readonly LiveThing<Arrow>[]
): void {
	context.lineCap = context.lineJoin = 'round';
	for (const { id, now } of arrows) {
		const curve = curveOf(find, now, (held) => shift(held ?? id));
		context.beginPath();
		context.moveTo(...point(curve.from));
		context.quadraticCurveTo(...point(curve.bend), ...point(curve.to));
		const [one, tip, other] = headOf(curve);
		context.moveTo(...point(one));
		context.lineTo(...point(tip));
		context.lineTo(...point(other));
		context.strokeStyle = inkOf(now);
		context.lineWidth = Math.max(scale, lineWidth * zoom);
		context.stroke();
	}
}

export function paintTexts({ context, at, zoom, scale }: FarPaper, texts: readonly LiveThing<TextThing>[]): void {
	for (const live of texts) {
		const [x, y, width, height] = at(live);
		const letters = live.now.size * zoom;
		context.fillStyle = inkOf(live.now);
		if (letters < barsFrom * scale) {
			context.globalAlpha = 0.5;
			context.fillRect(x, y, width, Math.max(1, height * 0.6));
			context.globalAlpha = 1;
			continue;
		}
		const lines = Math.max(1, Math.round(live.now.place[3] / (live.now.size * 1.22)));
		context.globalAlpha = 0.6;
		for (let line = 0; line < lines; line++)
			context.fillRect(
				x,
				y + ((line + 0.3) * height) / lines,
				width * (line < lines - 1 ? 0.95 : 0.7),
				Math.max(1, (height / lines) * 0.4)
			);
		context.globalAlpha = 1;
	}
}
