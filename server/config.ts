// The one place that reads the environment; everything else is given this.
import { resolve } from 'node:path';

export type Config = {
	port: number;
	host: string;
	dataDirectory: string;
	/** Sets the organiser's password without the first-start page. */
	organiserPassword: string | null;
	/** A proxy in front ends HTTPS and sets X-Forwarded-Proto and -For. */
	trustProxy: boolean;
	/** The address people use, if it cannot be told from the network (`https://narada.example.org`). */
	publicAddress: string | null;
	/** Pages come from Vite instead of the build. */
	development: boolean;
	logLevel: string;
	/** IANA zone in which pages and exports write clock times. */
	timeZone: string;
};

/** Code of the error when PORT cannot be one. */
export const badPort = 'BAD_PORT';

export function readConfig(environment: NodeJS.ProcessEnv, development: boolean): Config {
	const port = Number(environment.PORT ?? 3000);
	if (!Number.isInteger(port) || port < 0 || port > 65535)
		throw Object.assign(new Error(`PORT is not a port number: ${environment.PORT}`), { code: badPort });
	return {
		port,
		host: environment.HOST ?? '0.0.0.0',
		dataDirectory: resolve(environment.DATA_DIR ?? 'data'),
		organiserPassword: environment.ORGANISER_PASSWORD || null,
		trustProxy: environment.TRUST_PROXY === '1',
		publicAddress: environment.PUBLIC_ADDRESS?.replace(/\/+$/, '') || null,
		development,
		logLevel: environment.LOG_LEVEL ?? 'info',
		timeZone: knownZone(environment.TZ) ?? 'Europe/Warsaw'
	};
}

function knownZone(name: string | undefined): string | null {
	try {
		return name ? new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone : null;
	} catch {
		return null;
	}
}
