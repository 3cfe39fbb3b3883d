// The built server as a child with a data folder of its own, for stories and for durability tests. Knows no page and no protocol.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const house = join(dirname(fileURLToPath(import.meta.url)), '../..');
const program = join(house, 'build/narada/index.js');
/** A machine under load may need this long to start Node and open the store, ms. */
const startLimit = 30_000;

export type ServerOptions = {
	/** 0 or none: a free one. */
	port?: number;
	password?: string;
	/** One that stays; without it the folder is a fresh one and goes with `stop()`. */
	dataDirectory?: string;
	environment?: Record<string, string>;
};

export type RunningServer = {
	readonly url: string;
	readonly port: number;
	readonly password: string;
	readonly dataDirectory: string;
	/** Everything the processes wrote so far, newest last. */
	output(): string;
	/** SIGTERM, waits for the end, removes the folder that was made for it. Fine to call twice. */
	stop(): Promise<void>;
	/** Ends the process with a signal (`SIGKILL` unless said) and waits until it is gone; the data stays. */
	kill(signal?: NodeJS.Signals): Promise<void>;
	/** Starts again on the same port and data; ends the old process first if it still runs. */
	restart(): Promise<void>;
};

type Process = { child: ChildProcess; gone: Promise<number | null>; output: string[] };

export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
	const password = options.password ?? 'haslo-do-prob-1';
	const dataDirectory = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'narada-test-')));
	const output: string[] = [];
	const begin = (port: number) =>
		launch(output, {
			...options.environment,
			PORT: String(port),
			HOST: '127.0.0.1',
			DATA_DIR: dataDirectory,
			ORGANISER_PASSWORD: password
		});
	let { running, port } = await begin(options.port ?? 0);
	const end = async (signal: NodeJS.Signals) => {
		running.child.kill(signal);
		await running.gone;
	};
	return {
		url: `http://127.0.0.1:${port}`,
		port,
		password,
		dataDirectory,
		output: () => output.join(''),
		stop: async () => {
			await end('SIGTERM');
			if (!options.dataDirectory) await rm(dataDirectory, { recursive: true, force: true });
		},
		kill: (signal = 'SIGKILL') => end(signal),
		restart: async () => {
			await end('SIGTERM');
			({ running, port } = await begin(port));
		}
	};
}

/** What a server says that is not expected to stay: its output and exit code, once it has ended. */
export async function runToEnd(environment: Record<string, string>): Promise<{ code: number | null; output: string }> {
	const { gone, output } = spawnServer([], { HOST: '127.0.0.1', ...environment });
	const code = await gone;
	return { code, output: output.join('') };
}

function spawnServer(output: string[], environment: Record<string, string>): Process {
	if (!existsSync(program)) throw new Error('The server is not built. Run: npm run build');
	const child = spawn(process.execPath, [program], {
		cwd: house,
		env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'info', LC_ALL: 'pl_PL.UTF-8', ...environment },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	for (const stream of [child.stdout!, child.stderr!])
		stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
	const gone = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
	// a test that fails before its end leaves no server behind
	const follow = () => child.kill('SIGKILL');
	process.once('exit', follow);
	void gone.then(() => process.off('exit', follow));
	return { child, gone, output };
}

/** Waits for the line with the address, which comes once the server listens. */
async function launch(
	output: string[],
	environment: Record<string, string>
): Promise<{ running: Process; port: number }> {
	const from = output.length;
	const running = spawnServer(output, environment);
	return new Promise((resolve, reject) => {
		const said = () => output.slice(from).join('');
		const fail = (reason: string) => {
			clearTimeout(limit);
			running.child.kill('SIGKILL');
			reject(new Error(`${reason}\n${said()}`));
		};
		const limit = setTimeout(() => fail('The server did not start in time.'), startLimit);
		running.child.stdout!.on('data', () => {
			const found = /^Narada\s+http:\/\/localhost:(\d+)/m.exec(said());
			if (!found) return;
			clearTimeout(limit);
			resolve({ running, port: Number(found[1]) });
		});
		void running.gone.then(() => fail('The server ended while starting.'));
	});
}
