// How large a text can be written on a sticky, measured once per word. Knows no sticky and draws nothing.

/** Sizes that are tried, in board units; the last one is used when nothing fits. */
const sizes = [34, 31, 28, 25.5, 23, 21, 19, 17, 15, 13.5, 12, 10.5, 9, 8] as const;

/** A word that does not fit a line at this size is broken. */
const breakFrom = 19;

/** Line height as a share of the size; the style sheets say the same. */
export const lineHeight = 1.22;

/** Browsers break lines a little earlier than the sum of the words says. */
const slack = 1.03;

/** Width of a text at size 1. */
export type Measure = (text: string) => number;

const words = new Map<string, number>();
const wordLimit = 20_000;

/** Measures with the face of the page; before it is loaded, or where nothing can be drawn, by a rule of thumb. */
export function measureWith(face: string): Measure {
	const context = document.createElement('canvas').getContext('2d');
	if (!context) return thumb;
	context.font = `100px ${face}`;
	words.clear();
	return (text) => {
		let width = words.get(text);
		if (width === undefined) {
			if (words.size > wordLimit) words.clear();
			width = context.measureText(text).width / 100;
			words.set(text, width);
		}
		return width;
	};
}

export const thumb: Measure = (text) => text.length * 0.53;

/** Size and number of lines of a text in a box; whole words as long as they fit at a size that reads well. */
export function fitText(
	text: string,
	width: number,
	height: number,
	measure: Measure,
	tried: readonly number[] = sizes
): { size: number; lines: number } {
	let lines = 0;
	for (const [index, size] of tried.entries()) {
		const mayBreak = size <= breakFrom || index === tried.length - 1;
		const counted = countLines(text, width / (size * slack), measure, mayBreak);
		if (counted === null) continue;
		lines = counted;
		if (lines * size * lineHeight <= height) return { size, lines };
	}
	return { size: tried.at(-1)!, lines };
}

/** Lines of so many em; null when a word is wider than a line and must not be broken. */
function countLines(text: string, em: number, measure: Measure, mayBreak: boolean): number | null {
	const space = measure(' ');
	let lines = 0;
	for (const paragraph of text.split('\n')) {
		lines++;
		let used = 0;
		for (const word of paragraph.split(/\s+/)) {
			const width = measure(word);
			if (width > em && !mayBreak) return null;
			if (used > 0 && used + space + width > em) {
				lines++;
				used = 0;
			}
			used += (used > 0 ? space : 0) + width;
			lines += Math.max(0, Math.ceil(used / em) - 1);
			if (used > em) used %= em;
		}
	}
	return lines;
}

/** The lines themselves, where nothing breaks them for us. */
export function wrapText(text: string, em: number, measure: Measure): string[] {
	const lines: string[] = [];
	for (const paragraph of text.split('\n')) {
		let line = '';
		for (const word of paragraph.split(/\s+/).flatMap((each) => broken(each, em, measure))) {
			const longer = line ? `${line} ${word}` : word;
			if (line && measure(longer) > em) {
				lines.push(line);
				line = word;
			} else line = longer;
		}
		lines.push(line);
	}
	return lines;
}

/** A word in pieces that fit a line. */
function broken(word: string, em: number, measure: Measure): string[] {
	if (measure(word) <= em) return [word];
	const pieces = [''];
	for (const letter of word) {
		if (measure(pieces.at(-1)! + letter) > em) pieces.push('');
		pieces[pieces.length - 1] += letter;
	}
	return pieces;
}
