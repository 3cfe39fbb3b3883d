// Ids of agenda items, made by the server and by the planner alike.

/** 12 characters. Works on plain http too, where `randomUUID` is missing. */
export const newItemId = (): string =>
	[...crypto.getRandomValues(new Uint8Array(12))].map((byte) => (byte % 36).toString(36)).join('');
