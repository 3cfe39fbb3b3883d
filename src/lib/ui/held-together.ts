// Polish typography for large text: no line ends in a one-letter word or in a number whose noun comes after it. Knows no noun.

/** A word of one letter, or a number, that begins a text or follows a space, bracket or dash, and the space after it. */
const clinging = /(?<=^|[\s(„"–—])([aiouwz]|\d+) (?=\S)/giu;

export const heldTogether = (text: string): string => text.replace(clinging, '$1\u00a0');

/** An attachment: whatever text stands or comes under the element is held together. */
export function holdsTogether(node: HTMLElement): () => void {
	const mend = (found: Node) => {
		if (found.nodeType === Node.TEXT_NODE) {
			const text = found as Text;
			const held = heldTogether(text.data);
			if (held !== text.data) text.data = held;
		} else found.childNodes.forEach(mend);
	};
	const watch = new MutationObserver((changes) => {
		for (const { type, target, addedNodes } of changes) {
			if (type === 'characterData') mend(target);
			else addedNodes.forEach(mend);
		}
	});
	mend(node);
	watch.observe(node, { childList: true, subtree: true, characterData: true });
	return () => watch.disconnect();
}
