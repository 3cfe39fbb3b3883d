// Answers every request to upgrade a connection: ours by path and origin, all others with a refusal. Knows no document and no command.
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** A page of another site may not open sockets with our cookies. */
export function sameOrigin(request: IncomingMessage): boolean {
	const { origin, host } = request.headers;
	if (origin === undefined) return true;
	try {
		return new URL(origin).host === host;
	} catch {
		return false;
	}
}

export function refuseUpgrade(socket: Duplex, status: '403 Forbidden' | '404 Not Found'): void {
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** `routes` by path prefix; `others` are paths that somebody else on this server answers. */
export function routeUpgrades(
	server: Server,
	routes: Record<string, Upgrade>,
	others: (request: IncomingMessage) => boolean
): void {
	server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		const path = request.url ?? '';
		const [, upgrade] = Object.entries(routes).find(([prefix]) => path.startsWith(prefix)) ?? [];
		if (!upgrade) {
			if (!others(request)) refuseUpgrade(socket, '404 Not Found');
			return;
		}
		socket.on('error', () => socket.destroy());
		if (!sameOrigin(request)) refuseUpgrade(socket, '403 Forbidden');
		else upgrade(request, socket, head);
	});
}
