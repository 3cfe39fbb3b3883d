// The board for the first answer of a page: what is kept of it, as HTML. Knows no route.
import { firstPaint } from '#lib/board/first-paint.ts';
import { boardDocument } from '#lib/session/session.ts';
import { loadWords, type Language } from '#lib/ui/words.ts';
import { StorageFailed } from './journal.ts';
import type { LiveSession } from './live.ts';

/** `item`: whose frames are shown; null: everything. Nothing while nothing can be kept. */
export async function firstBoard(live: LiveSession, item: string | null, language: Language): Promise<string> {
	const words = await loadWords(language);
	const doc = await live.documents.contents(boardDocument(live.state));
	const html = firstPaint(doc, item, words);
	try {
		// what is in it is on its way to the disk: nobody sees it before it is there
		await live.tools.journal.flushed();
		return html;
	} catch (error) {
		if (error instanceof StorageFailed) return '';
		throw error;
	}
}
