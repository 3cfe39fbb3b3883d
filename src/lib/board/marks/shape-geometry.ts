// The forms of shapes: their lines as SVG, what is inside of them, and where words have room. Plain geometry.
import type { Place } from '../slots.ts';
import type { ShapeForm } from '../thing.ts';
import type { Outline } from './mark.ts';

/** Shorter side, board units, from which a shape is a region: it is then held by its line or its words alone. */
export const regionFrom = 480;

/** Data of an SVG path of this size, drawn within `inset`. */
export function shapePath(form: ShapeForm, width: number, height: number, inset: number): string {
	const [right, bottom] = [Math.max(inset, width - inset), Math.max(inset, height - inset)];
	const [x, y] = [width / 2, height / 2];
	if (form === 'ellipse') {
		const [rx, ry] = [Math.max(0, x - inset), Math.max(0, y - inset)];
		return `M${inset} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;
	}
	if (form === 'diamond') return `M${x} ${inset}L${right} ${y}L${x} ${bottom}L${inset} ${y}Z`;
	if (form === 'triangle') return `M${x} ${inset}L${right} ${bottom}L${inset} ${bottom}Z`;
	return `M${inset} ${inset}H${right}V${bottom}H${inset}Z`;
}

/** Whether a point lies within a form that is larger by `more` on every side. */
export function isWithin({ form, place }: Outline, x: number, y: number, more = 0): boolean {
	const [wide, tall] = [place[2] / 2 + more, place[3] / 2 + more];
	if (wide <= 0 || tall <= 0) return false;
	const [across, down] = [(x - place[0] - place[2] / 2) / wide, (y - place[1] - place[3] / 2) / tall];
	if (Math.abs(across) > 1 || Math.abs(down) > 1) return false;
	if (form === 'ellipse') return across ** 2 + down ** 2 <= 1;
	if (form === 'diamond') return Math.abs(across) + Math.abs(down) <= 1;
	return form === 'rectangle' || Math.abs(across) <= (down + 1) / 2;
}

/** The room for words, from the corner of the shape. */
export function wordRoom(form: ShapeForm, [, , width, height]: Place): Place {
	const [across, down] = { rectangle: [0.92, 0.9], ellipse: [0.72, 0.7], diamond: [0.56, 0.54], triangle: [0.5, 0.48] }[
		form
	] as [number, number];
	const top = form === 'triangle' ? height * (1 - down) - 8 : (height * (1 - down)) / 2;
	return [(width * (1 - across)) / 2, Math.max(0, top), width * across, height * down];
}
