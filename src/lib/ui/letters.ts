// Letters without case and marks, so that "Spółdzielnię" and "spoldzielnie" are one word. Knows no language's words.

/** Lower case, without diacritics; ł, which no normalisation takes apart, is named. */
export const plainLetters = (text: string): string =>
	text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');
