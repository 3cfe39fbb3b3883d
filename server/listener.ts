// Answers plain requests: health here, pages by SvelteKit. Decides which protocol a request came by.
import type { RequestListener } from 'node:http';
import type { App } from './app.ts';
import { protocolHeader } from './pages.ts';

export function listener(app: App, pages: RequestListener): RequestListener {
	return (request, response) => {
		if (!app.config.trustProxy) {
			request.headers[protocolHeader] = 'http';
			delete request.headers['x-forwarded-for'];
			delete request.headers['x-forwarded-host'];
		} else request.headers[protocolHeader] ??= 'http';
		if (request.url === '/health') {
			const works = app.journal.works;
			response.writeHead(works ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
			response.end(JSON.stringify({ ok: works }));
			return;
		}
		pages(request, response);
	};
}
