// Marks of a record as lines that can be read, and its strokes as pictures. Pure; knows no page.
import type { Words } from '#lib/ui/words.ts';
import type { SessionRecord } from './record.ts';

type Mark = SessionRecord['marks'][number];

/** Says something that is worth a line: words, or what it leads from or to. */
export const isWorthALine = ({ kind, text, from, to }: Mark): boolean =>
	kind === 'arrow' ? Boolean(text || from || to) : kind !== 'stroke' && text !== '';

/** What a record shows of its marks: lines and strokes; an arrow between empty places says nothing. */
export const marksToShow = (marks: readonly Mark[]): Mark[] =>
	marks.filter((mark) => mark.kind === 'stroke' || isWorthALine(mark));

export function markLine({ kind, text, form, from, to }: Mark, words: Words): string {
	if (kind === 'arrow') {
		const end = (one: Mark['from']) => (one?.text ? `„${one.text}”` : (one?.id ?? words('mark_nowhere')));
		const name = words('mark_arrow_name', { from: end(from), to: end(to) });
		return text ? `${name}: ${text}` : name;
	}
	return kind === 'shape' && form ? `${words(`mark_form_${form}`)}: ${text}` : text;
}

/** Of a stroke that does not say how thick it is, board units. */
const usualInk = 4;

export type Drawing = {
	frame: string | null;
	/** x, y, width, height of all of it with the breadth of its ink, board units. */
	box: readonly [number, number, number, number];
	strokes: { id: string; path: string; thickness: number }[];
};

/** The strokes of each frame as one picture. */
export function drawings(marks: readonly Mark[]): Drawing[] {
	const strokes = marks.filter(({ kind, points }) => kind === 'stroke' && (points?.length ?? 0) >= 3);
	return [...new Set(strokes.map(({ frame }) => frame))].map((frame) => {
		const own = strokes.filter((stroke) => stroke.frame === frame);
		const ink = Math.max(...own.map(({ thickness = usualInk }) => thickness));
		const left = Math.min(...own.map(({ x }) => x)) - ink;
		const top = Math.min(...own.map(({ y }) => y)) - ink;
		const right = Math.max(...own.map(({ x, width }) => x + width)) + ink;
		const bottom = Math.max(...own.map(({ y, height }) => y + height)) + ink;
		return {
			frame,
			box: [left, top, right - left, bottom - top] as const,
			strokes: own.map(({ id, x, y, points = [], thickness = usualInk }) => ({
				id,
				thickness,
				path: pathOf(points, x, y)
			}))
		};
	});
}

function pathOf(points: readonly number[], x: number, y: number): string {
	const steps: string[] = [];
	for (let at = 0; at + 1 < points.length; at += 3) steps.push(`${points[at]! + x} ${points[at + 1]! + y}`);
	return `M${steps.join('L')}${steps.length === 1 ? 'h0' : ''}`;
}
