// Where pages come from: the build in production, Vite with hot reload in development.
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Pages = {
	handle: RequestListener;
	/** Upgrades that belong to the pages (hot reload). */
	ownsUpgrade: (request: IncomingMessage) => boolean;
	close: () => Promise<void>;
};

/** Header by which adapter-node learns the protocol; set by `listen`, never believed from outside without a proxy. */
export const protocolHeader = 'x-forwarded-proto';

/** Whether a file belongs to the built pages. */
export const isBuilt = (path: string | undefined): boolean =>
	path !== undefined && resolve(path).startsWith(resolve('build/client') + sep);

export async function builtPages(): Promise<Pages> {
	const path = resolve('build/handler.js');
	if (!existsSync(path)) throw new Error('The pages are not built. Run: npm run build');
	process.env.PROTOCOL_HEADER = protocolHeader;
	// a picture of 5 MB passes; what is larger is refused while it is read
	process.env.BODY_SIZE_LIMIT ??= '6M';
	const { handler } = (await import(pathToFileURL(path).href)) as { handler: RequestListener };
	return { handle: handler, ownsUpgrade: () => false, close: async () => {} };
}

export async function developmentPages(server: Server): Promise<Pages> {
	const { createServer } = await import('vite');
	const vite = await createServer({ server: { middlewareMode: true, hmr: { server } }, appType: 'custom' });
	return {
		handle: (request, response) => vite.middlewares(request, response),
		ownsUpgrade: (request) => (request.headers['sec-websocket-protocol'] ?? '').startsWith('vite'),
		close: () => vite.close()
	};
}
