// A document as DOCX: real headings, lists and table heads, so that Word's navigation and screen readers know them. Server only.
import type { Paragraph, ParagraphChild, Table } from 'docx';
import type { DocumentBlock, DocumentCell, DocumentSection, PaperDocument } from './document.ts';
import { inQuotes, spokenLanguage } from './quotation.ts';

/** Twentieths of a point: widths of the text on A4 between margins of 20 mm. */
const textWidth = 9638;
/** The same across the page. */
const wideTextWidth = 14570;
const margin = 1134;
const font = 'Calibri';
/** Half-points: letters of a table. */
const tableSize = 19;

export async function docxOf(paper: PaperDocument): Promise<Uint8Array> {
	const docx = await import('docx');
	const inLanguage = (language: 'pl' | 'en') => ({ value: language === 'pl' ? 'pl-PL' : 'en-GB' });
	const run = (text: string, more: { bold?: boolean; color?: string; size?: number } = {}, language = paper.language) =>
		new docx.TextRun({ text, language: inLanguage(language), ...more });
	const cellRuns = (cell: DocumentCell, size?: number): ParagraphChild[] =>
		typeof cell === 'string'
			? [run(cell, size ? { size } : {})]
			: [
					new docx.ExternalHyperlink({
						link: cell.href,
						children: [new docx.TextRun({ text: cell.text, style: 'Hyperlink', ...(size ? { size } : {}) })]
					})
				];
	const paragraph = (children: ParagraphChild[]) => new docx.Paragraph({ children, spacing: { after: 120 } });

	const tableOf = ({ head, rows }: Extract<DocumentBlock, { kind: 'table' }>, width: number): Table => {
		const widths = columnWidths(head, rows, width);
		const cell = (children: ParagraphChild[], column: number, isHead: boolean) =>
			new docx.TableCell({
				width: { size: widths[column] ?? 0, type: docx.WidthType.DXA },
				margins: { top: 60, bottom: 60, left: 90, right: 90 },
				...(isHead ? { shading: { type: docx.ShadingType.CLEAR, fill: 'E4EEED' } } : {}),
				children: [new docx.Paragraph({ children, alignment: docx.AlignmentType.LEFT })]
			});
		return new docx.Table({
			width: { size: width, type: docx.WidthType.DXA },
			columnWidths: widths,
			layout: docx.TableLayoutType.FIXED,
			rows: [
				new docx.TableRow({
					tableHeader: true,
					cantSplit: true,
					children: head.map((text, column) => cell([run(text, { bold: true, size: tableSize })], column, true))
				}),
				...rows.map(
					(row) =>
						new docx.TableRow({
							cantSplit: true,
							children: row.map((content, column) => cell(cellRuns(content, tableSize), column, false))
						})
				)
			]
		});
	};

	let lists = 0;
	const blockOf = (block: DocumentBlock, width: number): (Paragraph | Table)[] => {
		switch (block.kind) {
			case 'heading':
				return [new docx.Paragraph({ heading: docx.HeadingLevel.HEADING_2, children: [run(block.text)] })];
			case 'paragraph':
				return [paragraph([run(block.text, { bold: block.strong ?? false })])];
			case 'terms':
				return block.items.map(({ term, text }) => paragraph([run(`${term}: `, { bold: true }), run(text)]));
			case 'list': {
				const instance = lists++;
				return block.items.map(
					(item) =>
						new docx.Paragraph({
							children: cellRuns(item),
							spacing: { after: 60 },
							numbering: { reference: block.ordered ? 'numbers' : 'bullets', level: 0, instance }
						})
				);
			}
			case 'quotes':
				return block.items.map(
					({ quote, source, about }) =>
						new docx.Paragraph({
							spacing: { after: 120 },
							indent: { left: 284 },
							keepLines: true,
							children: [
								run(`${inQuotes(quote)} `, {}, spokenLanguage),
								...cellRuns(source),
								...(about ? [run(` (${about})`, { color: '555555' })] : [])
							]
						})
				);
			case 'table':
				return [tableOf(block, width), new docx.Paragraph({ children: [], spacing: { after: 60 } })];
		}
	};

	const level = (format: 'BULLET' | 'DECIMAL', text: string) => ({
		level: 0,
		format: docx.LevelFormat[format],
		text,
		alignment: docx.AlignmentType.LEFT,
		style: { paragraph: { indent: { left: 454, hanging: 284 } } }
	});
	const opening = [
		new docx.Paragraph({ heading: docx.HeadingLevel.TITLE, children: [run(paper.title)] }),
		...paper.about.map((line) => new docx.Paragraph({ children: [run(line, { color: '555555' })] }))
	];
	/** Which document it is, for a page that lies alone, and its number. */
	const footer = (width: number) =>
		new docx.Footer({
			children: [
				new docx.Paragraph({
					tabStops: [{ type: docx.TabStopType.RIGHT, position: width }],
					children: [
						run(shortened(paper.title), { size: 18, color: '555555' }),
						new docx.TextRun({
							children: ['\t', docx.PageNumber.CURRENT, ' / ', docx.PageNumber.TOTAL_PAGES],
							size: 18
						})
					]
				})
			]
		});
	const document = new docx.Document({
		creator: 'Narada',
		title: paper.title,
		description: paper.about.join(', '),
		styles: {
			default: {
				document: { run: { font, size: 22 }, paragraph: { spacing: { line: 276, lineRule: docx.LineRuleType.AUTO } } },
				title: { run: { font, size: 36, bold: true, color: '02585C' }, paragraph: { spacing: { after: 120 } } },
				heading1: {
					run: { font, size: 26, bold: true, color: '02585C' },
					paragraph: { spacing: { before: 300, after: 100 }, keepNext: true }
				},
				heading2: {
					run: { font, size: 23, bold: true, color: '1F1D1A' },
					paragraph: { spacing: { before: 180, after: 60 }, keepNext: true }
				}
			}
		},
		numbering: {
			config: [
				{ reference: 'bullets', levels: [level('BULLET', '•')] },
				{ reference: 'numbers', levels: [level('DECIMAL', '%1.')] }
			]
		},
		sections: pagesOf(paper.sections).map(({ wide, sections }, part, parts) => ({
			properties: {
				page: {
					size: {
						width: 11906,
						height: 16838,
						orientation: docx.PageOrientation[wide ? 'LANDSCAPE' : 'PORTRAIT']
					},
					margin: { top: margin, bottom: margin, left: margin, right: margin }
				}
			},
			footers: { default: footer(wide ? wideTextWidth : textWidth) },
			children: [
				...(part === 0 ? opening : []),
				...sections.flatMap(({ title, blocks }) => [
					new docx.Paragraph({ heading: docx.HeadingLevel.HEADING_1, children: [run(title)] }),
					...blocks.flatMap((block) => blockOf(block, wide ? wideTextWidth : textWidth))
				]),
				...(part === parts.length - 1 && paper.closing
					? [
							new docx.Paragraph({
								children: [run(paper.closing, { bold: true })],
								spacing: { before: 240 },
								keepLines: true
							})
						]
					: [])
			]
		}))
	});
	return new Uint8Array(await docx.Packer.toBuffer(document));
}

/** Sections in their order, those side by side that lie the same way on paper together. */
function pagesOf(sections: readonly DocumentSection[]): { wide: boolean; sections: DocumentSection[] }[] {
	const pages: { wide: boolean; sections: DocumentSection[] }[] = [{ wide: false, sections: [] }];
	for (const section of sections) {
		const wide = section.wide ?? false;
		const last = pages.at(-1)!;
		if (last.wide === wide) last.sections.push(section);
		else pages.push({ wide, sections: [section] });
	}
	return pages;
}

const titleLetters = 80;
const shortened = (title: string): string =>
	title.length <= titleLetters ? title : `${title.slice(0, title.lastIndexOf(' ', titleLetters))} …`;

/** Twips that a letter of a table takes, and what a cell keeps free. */
const letterWidth = 128;
const cellPadding = 200;

/** No column narrower than its longest word where there is room; the rest goes where the texts are long. */
export function columnWidths(
	head: readonly string[],
	rows: readonly (readonly DocumentCell[])[],
	width = textWidth
): number[] {
	const textOf = (cell: DocumentCell | undefined) =>
		cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;
	const columns = head.map((name, column) => [name, ...rows.map((row) => textOf(row[column]))]);
	const least = columns.map(
		(texts) =>
			letterWidth * Math.max(...texts.flatMap((text) => text.split(/\s+/)).map((word) => word.length)) + cellPadding
	);
	const leastSum = least.reduce((sum, width) => sum + width, 0);
	if (leastSum >= width) return least.map((one) => Math.floor((width * one) / leastSum));
	const wants = columns.map((texts) => Math.sqrt(Math.max(1, ...texts.map((text) => text.length))));
	const wantSum = wants.reduce((sum, want) => sum + want, 0);
	return least.map((one, column) => Math.floor(one + ((width - leastSum) * (wants[column] ?? 0)) / wantSum));
}
