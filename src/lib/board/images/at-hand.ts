// The board of this page as pictures on their way to it see it, and the mark that some of them wait. Small: every phone loads it.
import type * as Y from 'yjs';

/** The board's document as this page has it; another one when it was taken anew. */
export type BoardAtHand = { readonly doc: Y.Doc; readonly mayWrite: boolean; readonly waiting: number };

/** Says that pictures of an earlier page of this device wait. */
export const waitingKey = (at: string): string => `narada:pictures:${at}`;
