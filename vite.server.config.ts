// Builds server/index.ts into build/narada.js beside the pages; packages stay outside the bundle.
import { defineConfig } from 'vite';

export default defineConfig({
	build: {
		ssr: 'server/index.ts',
		outDir: 'build/narada',
		emptyOutDir: true,
		target: 'node20',
		rolldownOptions: { output: { entryFileNames: 'index.js' } }
	},
	publicDir: false
});
