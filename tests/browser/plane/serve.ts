// Serves the canvas alone, straight from its sources: a story about hands needs neither a build nor a server.
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export async function servePlane(port = 0): Promise<{ url: string; stop: () => Promise<void> }> {
	const server = await createServer({
		root: here('../../..'),
		configFile: false,
		logLevel: 'error',
		cacheDir: here('../../../node_modules/.vite-plane'),
		plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
		resolve: { alias: { '#lib': here('../../../src/lib'), '#messages': here('../../../messages') }, dedupe: ['yjs'] },
		// every module as it is: a dependency found late would load the page anew in the middle of a story
		optimizeDeps: { noDiscovery: true, include: [] },
		server: { host: '127.0.0.1', port, hmr: false, watch: null }
	});
	await server.listen();
	const address = server.httpServer!.address();
	if (typeof address !== 'object' || !address) throw new Error('no address');
	return {
		url: `http://127.0.0.1:${address.port}/tests/browser/plane/plane.html`,
		stop: () => server.close()
	};
}
