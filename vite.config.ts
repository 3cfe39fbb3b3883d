// How Vite builds and serves the pages in development; the server itself is built by vite.server.config.ts.
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [sveltekit()],
	ssr: { external: ['yjs', 'y-protocols', 'lib0', 'ws'] }
});
