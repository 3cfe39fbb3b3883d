// Shared minutes of an agenda item, in Markdown. Knows its document's shape and its limit, no editor.
import type * as Y from 'yjs';

/** Characters; a longer note is refused by the server with a sentence. */
export const noteLimit = 50_000;

/** The one text of a note's document. */
export const noteText = (doc: Y.Doc): Y.Text => doc.getText('note');
