// Somebody's words within quotation marks of ours: their own marks become the inner ones of Polish print. Knows no sentence.

/** The language in which people spoke: sessions are held in Polish, and no record says otherwise. */
export const spokenLanguage = 'pl';

const inner = (text: string): string => text.replace(/[„“"«]([^„“”"«»]+)[”“"»]/g, '»$1«').replace(/[„“”]/g, '');

/** „Zakładamy „Przystań”” is read as „Zakładamy »Przystań«”; what is a quotation as a whole loses its own marks. */
export const innerQuotes = (text: string): string => inner(text.replace(/^\s*[„“"«]([^„“”"«»]+)[”“"»]\s*$/, '$1'));

export const inQuotes = (text: string): string => `„${innerQuotes(text)}”`;

/** Without the full stop that would meet that of the sentence around it. */
export const withoutStop = (text: string): string => text.replace(/(?<!\.)\.$/, '');

/** Every way in which a text of ours may quote these words, longest first. */
export const quotedForms = (text: string): string[] =>
	[
		...new Set(
			[text, withoutStop(text)].flatMap((one) => [
				`„${inner(one)}”`,
				inQuotes(one),
				`„${withoutStop(innerQuotes(one))}”`
			])
		)
	].sort((one, other) => other.length - one.length);
