// Drawings as a PDF, one a page: real text that can be searched and read aloud. Server only.
import PDFDocument from 'pdfkit';
import type { Measure } from '../fit-text.ts';
import type { Place } from '../slots.ts';
import type { Drawing, Part } from './part.ts';
import { measureOn, registerFaces, runsOf, widthOf, type FaceFile, type Weight } from './faces.ts';
import { fitInto, isWide, paperSizes, type PaperSize } from './paper-size.ts';

/** Bytes of a picture that a page can hold (PNG or JPEG); null where there are none: its words stand for it. */
export type Bytes = (file: string) => Uint8Array | null;

export type PdfOptions = {
	paper: PaperSize;
	title: string;
	language: string;
	/** Under every page; `number` and `total` are filled in. */
	foot: (number: number, total: number) => string;
	faces: FaceFile;
	bytes?: Bytes;
};

/** Points (1/72 inch) of a millimetre. */
const point = 72 / 25.4;
const margin = 12 * point;
const footHeight = 8 * point;
const footSize = 9;

/** Draws with what `measure` says of the widths, so that every line is as long as it was counted. */
export async function pdfOf(
	drawingsWith: (measure: Measure) => readonly Drawing[],
	options: PdfOptions
): Promise<Uint8Array> {
	const { title, language, paper, foot, faces, bytes = () => null } = options;
	const info = { Title: title, Creator: 'Narada' };
	const document = new PDFDocument({
		autoFirstPage: false,
		info,
		lang: language,
		margin: 0,
		pdfVersion: '1.7',
		tagged: true
	});
	registerFaces(document, faces);
	const done = collected(document);
	const drawings = drawingsWith(measureOn(document));
	drawings.forEach((drawing, index) => {
		const [short, long] = paperSizes[paper].map((side) => side * point) as [number, number];
		const size = isWide(drawing.box) ? ([long, short] as const) : ([short, long] as const);
		document.addPage({ size: [...size], margin: 0 });
		document.outline.addItem(drawing.title || title);
		const room: Place = [margin, margin, size[0] - 2 * margin, size[1] - 2 * margin - footHeight];
		const { scale, x, y } = fitInto(drawing.box, room);
		const section = document.struct('Sect', { title: drawing.title || title });
		document.addStructure(section);
		section.add(
			document.struct('P', {}, () => {
				document.save();
				document.translate(x - drawing.box[0] * scale, y - drawing.box[1] * scale).scale(scale);
				for (const part of drawing.parts) draw(document, part, bytes);
				document.restore();
				const line = foot(index + 1, drawings.length);
				const part: Part = {
					kind: 'words',
					text: line,
					x: margin,
					y: size[1] - margin,
					size: footSize,
					anchor: 'start',
					bold: false,
					ink: '#6b6557'
				};
				draw(document, part, bytes);
			})
		);
		section.end();
	});
	document.end();
	return done;
}

function collected(document: NodeJS.ReadableStream): Promise<Uint8Array> {
	const chunks: Buffer[] = [];
	return new Promise((resolve, reject) => {
		document.on('data', (chunk: Buffer) => chunks.push(chunk));
		document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
		document.on('error', reject);
	});
}

function draw(document: PDFKit.PDFDocument, part: Part, bytes: Bytes): void {
	switch (part.kind) {
		case 'rectangle': {
			document.save();
			const [x, y, width, height] = part.place;
			document.roundedRect(x, y, width, height, part.radius);
			if (part.dashed) document.dash(10, { space: 8 });
			paint(document, part.fill, part.line, 2);
			document.restore();
			return;
		}
		case 'path':
			document.save();
			document
				.translate(...part.at)
				.lineCap('round')
				.lineJoin('round')
				.path(part.data);
			paint(document, part.fill, part.line, part.width);
			document.restore();
			return;
		case 'words':
			return line(document, part);
		case 'picture': {
			const [x, y, width, height] = part.place;
			const file = bytes(part.file);
			if (file) {
				document.image(Buffer.from(file), x, y, { fit: [width, height], align: 'center', valign: 'center' });
				return;
			}
			document.lineWidth(2).rect(x, y, width, height).stroke('#8a8373');
			const words = { text: part.alt, size: 20, anchor: 'middle', bold: false, ink: '#221f19' } as const;
			line(document, { kind: 'words', x: x + width / 2, y: y + height / 2, ...words });
		}
	}
}

function paint(document: PDFKit.PDFDocument, fill: string | null, line: string | null, width: number): void {
	if (line) document.lineWidth(width);
	if (fill && line) document.fillAndStroke(fill, line);
	else if (fill) document.fill(fill);
	else if (line) document.stroke(line);
}

function line(document: PDFKit.PDFDocument, { text, x, y, size, anchor, bold, ink }: Part & { kind: 'words' }): void {
	const weight: Weight = bold ? 'bold' : 'regular';
	const width = anchor === 'start' ? 0 : widthOf(document, text, weight, size);
	let left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
	document.fillColor(ink);
	for (const run of runsOf(text, weight)) {
		document.font(run.face, size).text(run.text, left, y, { lineBreak: false, baseline: 'alphabetic' });
		left += document.widthOfString(run.text);
	}
}
