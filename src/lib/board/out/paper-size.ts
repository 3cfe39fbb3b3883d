// How a drawing lies on a sheet of paper: its size, the way it is turned, and where the drawing goes. Plain geometry.
import type { Place } from '../slots.ts';

/** ISO 216, millimetres, upright. */
export const paperSizes = { a4: [210, 297], a3: [297, 420] } as const;
export type PaperSize = keyof typeof paperSizes;

export const paperSizeFrom = (value: string | null): PaperSize => (value === 'a3' ? 'a3' : 'a4');

/** Whether a drawing is larger on a sheet that is turned. */
export const isWide = ([, , width, height]: Place): boolean => width > height;

/** How many units of the room one board unit becomes, and where the drawing begins, so that it lies in the middle. */
export function fitInto([, , width, height]: Place, room: Place): { scale: number; x: number; y: number } {
	const scale = Math.min(room[2] / width, room[3] / height);
	return {
		scale,
		x: room[0] + (room[2] - width * scale) / 2,
		y: room[1] + (room[3] - height * scale) / 2
	};
}
