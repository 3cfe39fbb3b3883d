// A document as DOCX: real headings, lists and table heads, so that Word's navigation and screen readers know them. Server only.
import type { Paragraph, ParagraphChild, Table } from 'docx';
import type { DocumentBlock, DocumentCell, PaperDocument } from './document.ts';
import { inQuotes } from './quotation.ts';

/** Twentieths of a point: widths of the text on A4 between margins of 20 mm. */
const textWidth = 9638;
const margin = 1134;
const font = 'Calibri';

export async function docxOf(paper: PaperDocument): Promise<Uint8Array> {
	const docx = await import('docx');
	const run = (text: string, more: { bold?: boolean; color?: string; size?: number } = {}) =>
		new docx.TextRun({ text, language: { value: paper.language === 'pl' ? 'pl-PL' : 'en-GB' }, ...more });
	const cellRuns = (cell: DocumentCell): ParagraphChild[] =>
		typeof cell === 'string'
			? [run(cell)]
			: [
					new docx.ExternalHyperlink({
						link: cell.href,
						children: [new docx.TextRun({ text: cell.text, style: 'Hyperlink' })]
					})
				];
	const paragraph = (children: ParagraphChild[]) => new docx.Paragraph({ children, spacing: { after: 120 } });

	const tableOf = ({ head, rows }: Extract<DocumentBlock, { kind: 'table' }>): Table => {
		const widths = columnWidths(head, rows);
		const cell = (children: ParagraphChild[], column: number, isHead: boolean) =>
			new docx.TableCell({
				width: { size: widths[column] ?? 0, type: docx.WidthType.DXA },
				margins: { top: 60, bottom: 60, left: 90, right: 90 },
				...(isHead ? { shading: { type: docx.ShadingType.CLEAR, fill: 'E4EEED' } } : {}),
				children: [new docx.Paragraph({ children, alignment: docx.AlignmentType.LEFT })]
			});
		return new docx.Table({
			width: { size: textWidth, type: docx.WidthType.DXA },
			columnWidths: widths,
			layout: docx.TableLayoutType.FIXED,
			rows: [
				new docx.TableRow({
					tableHeader: true,
					cantSplit: true,
					children: head.map((text, column) => cell([run(text, { bold: true, size: 19 })], column, true))
				}),
				...rows.map(
					(row) =>
						new docx.TableRow({
							cantSplit: true,
							children: row.map((content, column) =>
								cell(typeof content === 'string' ? [run(content, { size: 19 })] : cellRuns(content), column, false)
							)
						})
				)
			]
		});
	};

	let lists = 0;
	const blockOf = (block: DocumentBlock): (Paragraph | Table)[] => {
		switch (block.kind) {
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
							children: [run(`${inQuotes(quote)} `), ...cellRuns(source), run(` (${about})`, { color: '555555' })]
						})
				);
			case 'table':
				return [tableOf(block), new docx.Paragraph({ children: [], spacing: { after: 60 } })];
		}
	};

	const level = (format: 'BULLET' | 'DECIMAL', text: string) => ({
		level: 0,
		format: docx.LevelFormat[format],
		text,
		alignment: docx.AlignmentType.LEFT,
		style: { paragraph: { indent: { left: 454, hanging: 284 } } }
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
				}
			}
		},
		numbering: {
			config: [
				{ reference: 'bullets', levels: [level('BULLET', '•')] },
				{ reference: 'numbers', levels: [level('DECIMAL', '%1.')] }
			]
		},
		sections: [
			{
				properties: {
					page: {
						size: { width: 11906, height: 16838 },
						margin: { top: margin, bottom: margin, left: margin, right: margin }
					}
				},
				footers: {
					default: new docx.Footer({
						children: [
							new docx.Paragraph({
								alignment: docx.AlignmentType.RIGHT,
								children: [
									new docx.TextRun({
										children: [docx.PageNumber.CURRENT, ' / ', docx.PageNumber.TOTAL_PAGES],
										size: 18
									})
								]
							})
						]
					})
				},
				children: [
					new docx.Paragraph({ heading: docx.HeadingLevel.TITLE, children: [run(paper.title)] }),
					...paper.about.map((line) => new docx.Paragraph({ children: [run(line, { color: '555555' })] })),
					...paper.sections.flatMap(({ title, blocks }) => [
						new docx.Paragraph({ heading: docx.HeadingLevel.HEADING_1, children: [run(title)] }),
						...blocks.flatMap(blockOf)
					]),
					...(paper.closing ? [paragraph([run(paper.closing, { bold: true })])] : [])
				]
			}
		]
	});
	return new Uint8Array(await docx.Packer.toBuffer(document));
}

/** Twips that a letter of a table takes, and what a cell keeps free. */
const letterWidth = 128;
const cellPadding = 200;

/** No column narrower than its longest word where there is room; the rest goes where the texts are long. */
export function columnWidths(head: readonly string[], rows: readonly (readonly DocumentCell[])[]): number[] {
	const textOf = (cell: DocumentCell | undefined) =>
		cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;
	const columns = head.map((name, column) => [name, ...rows.map((row) => textOf(row[column]))]);
	const least = columns.map(
		(texts) =>
			letterWidth * Math.max(...texts.flatMap((text) => text.split(/\s+/)).map((word) => word.length)) + cellPadding
	);
	const leastSum = least.reduce((sum, width) => sum + width, 0);
	if (leastSum >= textWidth) return least.map((width) => Math.floor((textWidth * width) / leastSum));
	const wants = columns.map((texts) => Math.sqrt(Math.max(1, ...texts.map((text) => text.length))));
	const wantSum = wants.reduce((sum, want) => sum + want, 0);
	return least.map((width, column) => Math.floor(width + ((textWidth - leastSum) * (wants[column] ?? 0)) / wantSum));
}
