// The plain parts that a drawing on paper is made of, in board units. Knows no board and no format.
import type { Place } from '../slots.ts';

export type Part =
	| { kind: 'rectangle'; place: Place; radius: number; fill: string | null; line: string | null; dashed?: boolean }
	/** Data of an SVG path, moved by `at`. */
	| {
			kind: 'path';
			data: string;
			at: readonly [x: number, y: number];
			fill: string | null;
			line: string | null;
			width: number;
	  }
	/** One line of text; `y` is its base line. */
	| {
			kind: 'words';
			text: string;
			x: number;
			y: number;
			size: number;
			anchor: 'start' | 'middle' | 'end';
			bold: boolean;
			ink: string;
	  }
	| { kind: 'picture'; place: Place; file: string; alt: string };

export type Drawing = {
	title: string;
	box: Place;
	/** Around what lies there, without the empty parts of frames; null when nothing does. */
	content: Place | null;
	parts: readonly Part[];
};
