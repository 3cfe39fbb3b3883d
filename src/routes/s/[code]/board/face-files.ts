// The files of the faces for pages, read once. Our own face has the Latin letters, DejaVu nearly all others.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FaceName } from '#lib/board/out/faces.ts';

const house = '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next';
const files: Record<FaceName, string> = {
	'regular-latin': `${house}-latin-400-normal.woff`,
	'regular-extended': `${house}-latin-ext-400-normal.woff`,
	'regular-any': 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
	'bold-latin': `${house}-latin-700-normal.woff`,
	'bold-extended': `${house}-latin-ext-700-normal.woff`,
	'bold-any': 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'
};

const require = createRequire(import.meta.url);
const read = new Map<FaceName, Buffer>();

export function faceFile(name: FaceName): Buffer {
	let bytes = read.get(name);
	if (!bytes) read.set(name, (bytes = readFileSync(require.resolve(files[name]))));
	return bytes;
}
