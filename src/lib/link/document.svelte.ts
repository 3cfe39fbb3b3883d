// One shared document on this device: kept in IndexedDB, synchronised by y-websocket, with an honest count of what is not saved yet.
import * as decoding from 'lib0/decoding';
import { IndexeddbPersistence } from 'y-indexeddb';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Role } from '#lib/people/people.ts';
import { documentMessages, documentPath, type Refusal } from '#lib/protocol.ts';
import { SavedCount } from './saved-count.ts';
import { unsavedKey } from './unsaved.ts';

const reconnectMilliseconds = 2000;
/** A device without IndexedDB must not wait for it. */
const storageMilliseconds = 1500;
/** The server says something at least every 15 s. */
const silenceMilliseconds = 17_000;
const sync = { step2: 1, update: 2 };

export class LiveDocument {
	readonly doc = new Y.Doc();
	/** The server's state has arrived since the last connection. */
	synced = $state(false);
	mayWrite = $state(false);
	/** Why the last change was not taken; it stays on this device. */
	refusal = $state<Refusal | null>(null);
	/** Changes of this device that are not durable yet. */
	waiting = $state(0);
	/** The server will not open this document again for this page. */
	closed = $state(false);

	#count: SavedCount;
	#provider: WebsocketProvider;
	#kept: IndexeddbPersistence | null = null;
	#key: string;
	#unsaved: string;

	constructor(at: { session: string; role: Role; name: string }) {
		this.#key = `narada:${at.session}:${at.role}:${at.name}`;
		this.#unsaved = unsavedKey(at, at.name);
		this.#count = new SavedCount(readNumber(this.#unsaved));
		this.waiting = this.#count.waiting;
		this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
			if (origin === this.#provider || origin === this.#kept) return;
			this.#count.changed();
			this.#show();
		});
		const { protocol, host } = location;
		this.#provider = new WebsocketProvider(
			`${protocol === 'https:' ? 'wss' : 'ws'}://${host}${documentPath}/${at.session}`,
			at.name,
			this.doc,
			{ connect: false, disableBc: true, maxBackoffTime: reconnectMilliseconds, params: { role: at.role } }
		);
		this.#provider.awareness.setLocalState(null);
		this.#listen();
		if (at.role === 'projector') this.#provider.connect();
		else void this.#keep().then(() => this.#provider.connect());
	}

	/** Waits for what this device kept from before, if it can keep anything at all. */
	async #keep(): Promise<void> {
		try {
			const kept = new IndexeddbPersistence(this.#key, this.doc);
			this.#kept = kept;
			await Promise.race([kept.whenSynced, new Promise((resolve) => setTimeout(resolve, storageMilliseconds))]);
		} catch {
			this.#kept = null;
		}
	}

	#listen(): void {
		const provider = this.#provider;
		provider.on('status', ({ status }: { status: string }) => {
			if (status === 'connected') this.#connected();
			if (status === 'disconnected') this.synced = false;
		});
		provider.on('sync', (synced: boolean) => (this.synced = synced));
		provider.on('closed', () => (this.closed = true));
		provider.messageHandlers[documentMessages.saved] = (_encoder, decoder) => {
			this.#count.confirmed(decoding.readVarUint(decoder));
			this.refusal = null;
			this.#show();
		};
		provider.messageHandlers[documentMessages.mayWrite] = (_encoder, decoder) => {
			this.mayWrite = decoding.readVarUint(decoder) === 1;
		};
		provider.messageHandlers[documentMessages.refused] = (_encoder, decoder) => {
			this.refusal = decoding.readVarString(decoder) as Refusal;
		};
		provider.messageHandlers[documentMessages.alive] = () => {};
	}

	/** Counts the update frames of a new connection as they leave. */
	#connected(): void {
		this.#count.connected();
		const socket = this.#provider.ws as WebSocket;
		const send = socket.send.bind(socket);
		socket.send = (frame) => {
			const bytes = frame as Uint8Array;
			if (bytes[0] === documentMessages.sync && (bytes[1] === sync.step2 || bytes[1] === sync.update))
				this.#count.sent();
			send(frame);
		};
	}

	#show(): void {
		const before = this.waiting;
		this.waiting = this.#count.waiting;
		if ((before === 0) !== (this.waiting === 0)) keepNumber(this.#unsaved, this.waiting);
	}

	/** Yjs marks every edit with a number of the device; a new one per item, so that what is anonymous in one cannot be told by another. */
	newHand(): void {
		const { awareness } = this.#provider;
		this.doc.clientID = crypto.getRandomValues(new Uint32Array(1))[0]!;
		// y-websocket says goodbye in the document's name, and fails if presence has never heard of it
		awareness.clientID = this.doc.clientID;
		awareness.meta.set(awareness.clientID, { clock: 0, lastUpdated: 0 });
	}

	/** The network is back or the screen is lit: reconnects unless the connection has spoken just now. */
	wake(): void {
		const silence = Date.now() - this.#provider.wsLastMessageReceived;
		if (!this.#provider.wsconnected || silence > silenceMilliseconds) this.reconnect();
	}

	reconnect(): void {
		if (this.closed) return;
		this.#provider.disconnect();
		this.#provider.wsUnsuccessfulReconnects = 0;
		this.#provider.connect();
	}

	sleep(): void {
		if (!this.closed) this.#provider.disconnect();
	}

	close(): void {
		this.#provider.destroy();
		void this.#kept?.destroy();
		this.doc.destroy();
	}
}

function readNumber(key: string): number {
	try {
		return Number(localStorage.getItem(key) ?? 0) || 0;
	} catch {
		return 0;
	}
}

function keepNumber(key: string, value: number): void {
	try {
		if (value === 0) localStorage.removeItem(key);
		else localStorage.setItem(key, String(value));
	} catch {
		// storage is full or forbidden: after a reload the number starts from nothing; the changes themselves are kept by Yjs
	}
}
