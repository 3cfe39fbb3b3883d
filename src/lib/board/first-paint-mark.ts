// Where in a page the first board is put. A file of its own, because every page that has such a place loads it. Knows nothing.

/** A page whose answer has no first board keeps this, which nobody sees. */
export const firstPaintMark = '<!--narada.board-->';
