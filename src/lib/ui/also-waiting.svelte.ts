// What else of this page is not saved yet, besides commands and documents. Knows no noun.

export const alsoWaiting = $state({ count: 0 });
