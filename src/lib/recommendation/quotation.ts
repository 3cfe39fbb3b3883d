// Somebody's words within quotation marks of ours: their own marks become the inner ones of Polish print. Knows no sentence.

/** The language in which people spoke: sessions are held in Polish, and no record says otherwise. */
export const spokenLanguage = 'pl';

/** „Zakładamy „Przystań”” is read as „Zakładamy »Przystań«”. */
export const innerQuotes = (text: string): string =>
	text.replace(/[„“"«]([^„“”"«»]+)[”“"»]/g, '»$1«').replace(/[„“”]/g, '');

export const inQuotes = (text: string): string => `„${innerQuotes(text)}”`;
