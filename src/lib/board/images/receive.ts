// Pictures that are pasted on a page with a canvas or dropped on it. Knows no server.
import type { Canvas } from '../canvas.svelte.ts';
import { addPictures } from './pictures.svelte.ts';
import { spotInView } from './spot.ts';

const isWritten = (event: Event): boolean => (event.target as Element).closest?.('textarea, input') !== null;

/** Text comes first: spreadsheet cells lie on the clipboard as text and as a picture of themselves. */
const pastedFiles = (data: DataTransfer | null): File[] =>
	data && !data.getData('text/plain').trim() ? [...data.files] : [];

/** Listens on the board and on the page around it; returns how to stop. */
export function receivePictures(board: HTMLElement, canvas: () => Canvas, mayAdd: () => boolean): () => void {
	const isOurs = (event: Event) => event.target === document.body || board.contains(event.target as Node);

	function paste(event: ClipboardEvent) {
		if (!isOurs(event) || isWritten(event) || !mayAdd()) return;
		const files = pastedFiles(event.clipboardData);
		if (!files.length) return;
		event.preventDefault();
		event.stopPropagation();
		addPictures(files, spotInView(canvas()));
	}

	function over(event: DragEvent) {
		if (!event.dataTransfer?.types.includes('Files')) return;
		event.preventDefault();
		event.dataTransfer.dropEffect = mayAdd() ? 'copy' : 'none';
	}

	function drop(event: DragEvent) {
		const files = [...(event.dataTransfer?.files ?? [])];
		if (!files.length) return;
		// the browser would leave the page for the file
		event.preventDefault();
		if (!mayAdd()) return;
		const [x, y] = canvas().pointed(event);
		addPictures(files, { x, y });
	}

	addEventListener('paste', paste, { capture: true });
	board.addEventListener('dragover', over);
	board.addEventListener('drop', drop);
	return () => {
		removeEventListener('paste', paste, { capture: true });
		board.removeEventListener('dragover', over);
		board.removeEventListener('drop', drop);
	};
}
