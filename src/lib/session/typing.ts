// Whether a person is in the middle of writing something, so that the page does not change under their hands.

/** A field with the focus and something in it; an empty one may be left at any time. */
export function isWriting(active: Element | null): boolean {
	if (active instanceof HTMLTextAreaElement) return active.value.trim() !== '';
	if (active instanceof HTMLInputElement) return active.type === 'text' && active.value.trim() !== '';
	return active instanceof HTMLElement && active.isContentEditable;
}
