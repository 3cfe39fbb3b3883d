// Starts Narada: reads the environment, opens the data folder, listens, says where, and stops cleanly. `--dev` serves pages from Vite.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { App } from './app.ts';
import { readConfig } from './config.ts';
import { greet } from './greeting.ts';
import { listener } from './listener.ts';
import { builtPages, developmentPages, isBuilt } from './pages.ts';
import { setRunning } from './running.ts';
import { sentenceFor } from './start-errors.ts';
import { terminalWords } from './terminal.ts';

async function start(): Promise<void> {
	const config = readConfig(process.env, process.argv.includes('--dev'));
	const log = pino({ level: config.logLevel });
	const app = await App.open(config, log);
	setRunning(app);
	const server = createServer();
	const pages = config.development ? await developmentPages(server) : await builtPages();
	server.on('request', listener(app, pages.handle));
	app.attach(server, pages.ownsUpgrade);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(config.port, config.host, resolve);
	});
	await greet(config, (server.address() as AddressInfo).port, app.organiser.setupKey, await terminalWords(process.env));

	// a page's file that is gone (the build was replaced while it runs) fails one answer, not everybody's session
	process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
		const isMissingFile = error.code === 'ENOENT' && error.syscall === 'open' && isBuilt(error.path);
		log.error({ path: error.path, reason: error.message }, 'something failed that nobody expected');
		if (!isMissingFile) process.exit(1);
	});

	let stopping = false;
	const stop = async () => {
		if (stopping) return;
		stopping = true;
		server.close();
		await app.close();
		await pages.close();
		server.closeAllConnections();
		process.exit(0);
	};
	process.on('SIGTERM', () => void stop());
	process.on('SIGINT', () => void stop());
}

start().catch(async (error: unknown) => {
	console.error(sentenceFor(error, process.env, await terminalWords(process.env)));
	process.exit(1);
});
