// Pictures that were drawn near and can be painted from far again. Knows no board.

/** So many are remembered; the browser drops what it has unfolded of them when it needs the room. */
const limit = 80;
const seen = new Map<string, HTMLImageElement>();

export function remember(file: string, element: HTMLImageElement): void {
	seen.delete(file);
	seen.set(file, element);
	const [oldest] = seen.keys();
	if (seen.size > limit && oldest !== undefined) seen.delete(oldest);
}

export function seenPicture(file: string): HTMLImageElement | null {
	const element = seen.get(file);
	return element?.complete && element.naturalWidth ? element : null;
}
