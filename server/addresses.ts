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
