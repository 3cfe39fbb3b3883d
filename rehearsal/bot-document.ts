// One shared document as a bot holds it: the stock y-websocket provider, and the server's word for what is saved. Knows no board and no note.
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { SavedCount } from '#lib/link/saved-count.ts';
import { documentMessages, documentPath } from '#lib/protocol/wire.ts';
import type { Place } from './command-link.ts';

// y-websocket listens for the end of the process once for every document
process.setMaxListeners(0);

const patienceMilliseconds = 60_000;
const reconnectMilliseconds = 500;
const sync = { step2: 1, update: 2 };
const byUs = 1000;

export class BotDocument {
	readonly doc = new Y.Doc();
	/** Why the last change was not taken, if it was not. */
	refusal: string | null = null;
	/** Close code with which the server ended it for good. */
	closed: number | null = null;
	#count = new SavedCount(0);
	#provider: WebsocketProvider;
	#waiting = new Set<() => void>();

	constructor(place: Place, name: string) {
		const headers = { cookie: place.cookie, origin: new URL(place.url).origin };
		class Socket extends WebSocket {
			constructor(url: string | URL) {
				super(url, { headers });
			}
		}
		this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
			if (origin !== this.#provider) this.#count.changed();
			this.#tell();
		});
		this.#provider = new WebsocketProvider(
			`${place.url.replace(/^http/, 'ws')}${documentPath}/${place.session}`,
			name,
			this.doc,
			{
				connect: false,
				disableBc: true,
				maxBackoffTime: reconnectMilliseconds,
				params: { role: place.role },
				WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket
			}
		);
		this.#provider.awareness.setLocalState(null);
		this.#provider.on('status', ({ status }) => {
			if (status === 'connected') this.#connected();
		});
		this.#provider.on('sync', () => this.#tell());
		this.#provider.on('closed', ({ code }) => {
			this.closed = code;
			this.#tell();
		});
		const handlers = this.#provider.messageHandlers;
		handlers[documentMessages.saved] = (_encoder, decoder) => {
			this.#count.confirmed(decoding.readVarUint(decoder));
			this.refusal = null;
			this.#tell();
		};
		handlers[documentMessages.refused] = (_encoder, decoder) => {
			this.refusal = decoding.readVarString(decoder);
			this.#tell();
		};
		handlers[documentMessages.corrected] = (_encoder, decoder) => {
			this.refusal = decoding.readVarString(decoder);
			this.#tell();
		};
		for (const unheard of ['mayWrite', 'alive', 'yours', 'presence'] as const)
			handlers[documentMessages[unheard]] = () => {};
		this.#provider.connect();
	}

	/** Counts the update frames of a new connection as they leave. */
	#connected(): void {
		this.#count.connected();
		const socket = this.#provider.ws as unknown as WebSocket;
		const send = socket.send.bind(socket);
		socket.send = (frame: Uint8Array) => {
			if (frame[0] === documentMessages.sync && (frame[1] === sync.step2 || frame[1] === sync.update))
				this.#count.sent();
			send(frame);
		};
	}

	#tell(): void {
		for (const look of [...this.#waiting]) look();
	}

	get synced(): boolean {
		return this.#provider.synced;
	}

	/** Changes of this bot that are not durable yet. */
	get waiting(): number {
		return this.#count.waiting;
	}

	/** Resolves with what `find` finds, as soon as it finds something. */
	until<T>(what: string, find: () => T | null | undefined | false): Promise<T> {
		return new Promise((resolve, reject) => {
			const settle = (finish: () => void) => {
				this.#waiting.delete(look);
				clearTimeout(patience);
				finish();
			};
			const look = () => {
				const found = find();
				if (found) settle(() => resolve(found));
				else if (this.closed !== null)
					settle(() => reject(new Error(`The server ended the document (${this.closed}).`)));
				else if (this.refusal !== null)
					settle(() => reject(new Error(`The server did not take a change: ${this.refusal}.`)));
			};
			const patience = setTimeout(
				() => settle(() => reject(new Error(`Waited in vain for ${what}.`))),
				patienceMilliseconds
			);
			this.#waiting.add(look);
			look();
		});
	}

	/** Resolves once everything this bot wrote is durable. */
	async saved(): Promise<void> {
		await this.until('the server to save', () => this.#count.waiting === 0);
	}

	close(): void {
		this.closed ??= byUs;
		this.#tell();
		this.#provider.destroy();
		this.doc.destroy();
	}
}
