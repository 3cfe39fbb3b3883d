// The addresses under which people reach this machine. Knows no terminal.
import { networkInterfaces } from 'node:os';

/** IPv4 addresses of this machine in its local networks. */
export function localAddresses(): string[] {
	return Object.values(networkInterfaces())
		.flatMap((entries) => entries ?? [])
		.filter(({ family, internal }) => family === 'IPv4' && !internal)
		.map(({ address }) => address);
}

export const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** The best address to give to phones: the public one, the first in the local network, or this machine itself. */
export function addressForPhones(config: { publicAddress: string | null; host: string }, port: number): string {
	if (config.publicAddress) return config.publicAddress;
	const host = isEverywhere(config.host) ? (localAddresses()[0] ?? 'localhost') : config.host;
	return `http://${host}:${port}`;
}

const isThisMachine = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(hostname);

/** The address for phones, told on a page that was opened as `url`: what reached us from elsewhere reaches us again. */
export function addressSeenFrom(url: URL, config: { publicAddress: string | null; host: string }): string {
	if (config.publicAddress) return config.publicAddress;
	if (!isThisMachine(url.hostname)) return url.origin;
	return addressForPhones(config, Number(url.port) || 80);
}
