// The board as a file: a table for a spreadsheet, and a picture whose text can be selected. Plain: also on the server.
import type * as Y from 'yjs';
import { sectors } from '#lib/people/people.ts';
import type { Words } from '#lib/ui/words.ts';
import { frames, made, stickies } from './board.ts';
import type { Sticky } from './thing.ts';
import { dotsOn } from './dots.ts';
import { fitText, lineHeight, thumb, wrapText, type Measure } from './fit-text.ts';
import { footHeight, paperPadding, plainPapers } from './paper.ts';
import { around } from './slots.ts';

/** Colours of `app.css` for a file that stands alone, in the order of the sectors. */
const papers = ['#c9e1fb', '#f3deaa', '#c8e8c3', '#e1d6fb', '#fdd5bf', '#fbd0e0'] as const;
const fresh = '#f4efd9';

const columns = ['frame', 'text', 'sector', 'time', 'dots'] as const;

/** A cell that a spreadsheet takes for text, even when it begins like a formula. */
const cell = (value: string): string => `"${value.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;

/** One sticky a line, in the board's order; separated by semicolons as Polish spreadsheets expect, UTF-8 with a mark. */
export function boardCsv(doc: Y.Doc, words: Words, totals?: Record<string, number>): string {
	const names = new Map(frames(doc).map(({ id, name }) => [id, name]));
	const head = totals ? columns : columns.slice(0, -1);
	const lines = stickies(doc).map((sticky) => {
		const who = made(doc, sticky.id);
		return [
			(sticky.frame && names.get(sticky.frame)) ?? '',
			sticky.text,
			who?.sector ? words(`sector_${who.sector}`) : '',
			who?.at ? new Date(who.at).toISOString() : '',
			...(totals ? [String(dotsOn(totals, sticky.id))] : [])
		];
	});
	const all = [head.map((name) => words(`board_column_${name}`)), ...lines];
	return '\ufeff' + all.map((line) => line.map(cell).join(';')).join('\r\n') + '\r\n';
}

const escaped = (text: string): string =>
	text
		// what XML does not know at all
		// eslint-disable-next-line no-control-regex
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');

/** The whole board, or the frames of one item, as an SVG that stands alone. */
export function boardSvg(doc: Y.Doc, item: string | null = null, measure: Measure = thumb): string {
	const shown = frames(doc).filter((frame) => item === null || frame.item === item);
	const ids = new Set(shown.map(({ id }) => id));
	const inside = stickies(doc).filter(({ frame }) => item === null || (frame !== null && ids.has(frame)));
	const [x, y, width, height] = around([...shown, ...inside].map(({ place }) => place)) ?? [0, 0, 800, 600];
	const edge = 60;
	const box = [x - edge, y - edge, width + 2 * edge, height + 2 * edge].join(' ');
	const grounds = shown.map(
		({ name, place: [left, top, w, h] }) =>
			`<g><rect x="${left}" y="${top}" width="${w}" height="${h}" rx="24" fill="#fffdf8" stroke="#ddd8cc" stroke-width="2"/>` +
			`<text x="${left + 40}" y="${top + 68}" font-size="38" font-weight="650">${escaped(name)}</text></g>`
	);
	const notes = inside.map((sticky) => {
		const sector = made(doc, sticky.id)?.sector;
		const paper = sticky.colour ? plainPapers[sticky.colour] : sector ? papers[sectors.indexOf(sector)] : fresh;
		return drawn(sticky, paper ?? fresh, measure);
	});
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" fill="#221f19" ` +
		`font-family="'Atkinson Hyperlegible Next', system-ui, sans-serif">` +
		`<rect x="${x - edge}" y="${y - edge}" width="100%" height="100%" fill="#eeeadf"/>` +
		`${grounds.join('')}${notes.join('')}</svg>`
	);
}

function drawn({ text, place: [x, y, width, height] }: Sticky, paper: string, measure: Measure): string {
	const [inner, room] = [width - 2 * paperPadding, height - paperPadding - footHeight];
	const { size } = fitText(text, inner, room, measure);
	const lines = wrapText(text, inner / size, measure);
	const middle = y + paperPadding + room / 2 - ((lines.length - 1) * size * lineHeight) / 2 + size * 0.35;
	const spans = lines.map(
		(line, index) =>
			`<tspan x="${x + width / 2}" y="${(middle + index * size * lineHeight).toFixed(1)}">${escaped(line)}</tspan>`
	);
	return (
		`<g><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${paper}"/>` +
		`<text font-size="${size}" text-anchor="middle">${spans.join('')}</text></g>`
	);
}
