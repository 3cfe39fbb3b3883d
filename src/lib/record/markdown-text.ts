// Pieces of a Markdown text: what people wrote, a citation, a section. Pure; knows no record.

/** What people wrote, so that it reads as text and never as markup; one line. */
export const plain = (text: string): string =>
	text
		.trim()
		.replace(/\s*\n\s*/g, ' / ')
		.replace(/[\\`*_[\]<>#|~]/g, '\\$&');

export const cite = (id: string): string => `\`${id}\``;

export const section = (title: string, body: readonly string[]): string =>
	body.length === 0 ? '' : [`## ${title}`, '', ...body].join('\n');
