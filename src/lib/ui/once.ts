// Something that is loaded when it is first asked for, and then kept. Knows no noun.

export function once<T>(load: () => Promise<T>): () => Promise<T> {
	let part: Promise<T> | undefined;
	return () => (part ??= load());
}
