// Ids of agenda items, made by the server and by the planner alike.

/** 12 characters. Works on plain http too, where `randomUUID` is missing. */
export const newItemId = (): string =>
	[...crypto.getRandomValues(new Uint8Array(12))].map((byte) => (byte % 36).toString(36)).join('');

/** The item in which a recommendation is put to the circle; its id survives into the record. */
export const recommendationItemId = (recommendation: string): string => `rec-${recommendation}`;

/** The recommendation that an item is about, if it is about one. */
export const recommendationOfItem = (item: string | null): string | null =>
	item?.startsWith('rec-') ? item.slice('rec-'.length) : null;
