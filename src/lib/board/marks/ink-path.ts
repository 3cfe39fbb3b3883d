// A stroke as ink: the outline of a line that is thick where the pen pressed. Remembers what it computed.
import { getStroke } from 'perfect-freehand';
import { unpacked, type Sample } from './stroke.ts';

const paths = new WeakMap<readonly number[], string>();

/** Data of an SVG path that is filled. Where no pressure was given it comes from the speed of the hand. */
export function inkPath(samples: readonly Sample[], width: number, over = true): string {
	const even = samples.every(([, , pressure]) => pressure === samples[0]![2]);
	const outline = getStroke(
		samples.map(([x, y, pressure]) => [x, y, pressure / 100]),
		{ size: width, thinning: even ? 0.35 : 0.6, smoothing: 0.6, streamline: 0.3, simulatePressure: even, last: over }
	);
	return smooth(outline as [number, number][]);
}

/** The ink of a stroke as it lies on the board, from the corner of its place. */
export function inkOfStroke(stroke: { points: readonly number[]; width: number }): string {
	let path = paths.get(stroke.points);
	if (path === undefined) paths.set(stroke.points, (path = inkPath(unpacked(stroke.points), stroke.width)));
	return path;
}

const number = (value: number): string => String(Math.round(value * 10) / 10);

/** Through the middles of the outline's sides, bent toward its corners. */
function smooth(outline: readonly [number, number][]): string {
	if (outline.length < 3) return '';
	const middle = (index: number): string => {
		const [x, y] = outline[index % outline.length]!;
		const [nextX, nextY] = outline[(index + 1) % outline.length]!;
		return `${number((x + nextX) / 2)} ${number((y + nextY) / 2)}`;
	};
	const bends = outline.slice(1).map(([x, y], index) => `Q${number(x)} ${number(y)} ${middle(index + 1)}`);
	return `M${middle(0)}${bends.join('')}Z`;
}
