// A drawing as an SVG that stands alone and whose text can be selected. Plain: also on the server.
import type { Drawing, Part } from './part.ts';

/** Address or data of a picture's file; null where it is not at hand. */
export type Source = (file: string) => string | null;

export type SvgOptions = {
	source?: Source;
	/** A style sheet within, for faces. */ style?: string;
	ground?: string | null;
};

const escaped = (text: string): string =>
	text
		// what XML does not know at all
		// eslint-disable-next-line no-control-regex
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');

const number = (value: number): string => String(Math.round(value * 10) / 10);

export function svgOf(
	{ title, box, parts }: Drawing,
	{ source = () => null, style, ground = '#eeeadf' }: SvgOptions = {}
): string {
	const [x, y, width, height] = box.map(number);
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" role="img" ` +
		`font-family="'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', system-ui, sans-serif">` +
		(title ? `<title>${escaped(title)}</title>` : '') +
		(style ? `<style>${style}</style>` : '') +
		(ground ? `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${ground}"/>` : '') +
		parts.map((part) => markup(part, source)).join('') +
		'</svg>'
	);
}

const paint = (fill: string | null, line: string | null, width: number): string =>
	`fill="${fill ?? 'none'}"` + (line ? ` stroke="${line}" stroke-width="${width}"` : '');

function markup(part: Part, source: Source): string {
	switch (part.kind) {
		case 'rectangle': {
			const [x, y, width, height] = part.place.map(number);
			const dashed = part.dashed ? ' stroke-dasharray="10 8"' : '';
			return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${part.radius}" ${paint(part.fill, part.line, 2)}${dashed}/>`;
		}
		case 'path':
			return (
				`<path d="${part.data}" transform="translate(${part.at.map(number).join(' ')})" ` +
				`${paint(part.fill, part.line, part.width)} stroke-linecap="round" stroke-linejoin="round"/>`
			);
		case 'words':
			return (
				`<text x="${number(part.x)}" y="${number(part.y)}" font-size="${part.size}" text-anchor="${part.anchor}" ` +
				`fill="${part.ink}"${part.bold ? ' font-weight="650"' : ''} xml:space="preserve">${escaped(part.text)}</text>`
			);
		case 'picture': {
			const [x, y, width, height] = part.place.map(number);
			const href = source(part.file);
			const room = `x="${x}" y="${y}" width="${width}" height="${height}"`;
			return href
				? `<image ${room} href="${escaped(href)}" preserveAspectRatio="xMidYMid meet"><title>${escaped(part.alt)}</title></image>`
				: `<g><rect ${room} fill="#fff" stroke="#8a8373" stroke-width="2"/><title>${escaped(part.alt)}</title></g>`;
		}
	}
}
