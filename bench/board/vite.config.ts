// Builds the three measured pages the way each product would be shipped. Knows nothing of measuring.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
	root: here('.'),
	logLevel: 'error',
	// the fonts of Excalidraw, where it asks for them
	publicDir: here('node_modules/@excalidraw/excalidraw/dist/prod'),
	plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
	resolve: {
		alias: { '#lib': here('../../src/lib'), '#src': here('../../src'), '#messages': here('../../messages') },
		dedupe: ['yjs', 'svelte']
	},
	build: {
		outDir: here('dist'),
		emptyOutDir: true,
		target: 'es2022',
		rollupOptions: {
			input: { narada: here('narada.html'), tldraw: here('tldraw.html'), excalidraw: here('excalidraw.html') }
		}
	}
});
