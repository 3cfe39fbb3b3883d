// One shared document on this device: kept in IndexedDB, synchronised by y-websocket, with an honest count of what is not saved yet.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { IndexeddbPersistence } from 'y-indexeddb';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Role } from '#lib/people/people.ts';
import type { Refusal } from '#lib/protocol.ts';
import { documentFrameByteLimit, documentMessages, documentPath } from '#lib/protocol/wire.ts';
import { freshShelf, mustRenew, noteRenewal, Renewal, shelfOf } from './renewal.ts';
import { SavedCount } from './saved-count.ts';
import { unsavedKey } from './unsaved.ts';

const reconnectMilliseconds = 2000;
/** A device without IndexedDB must not wait for it. */
const storageMilliseconds = 1500;
/** The server says something at least every 15 s. */
const silenceMilliseconds = 17_000;
const sync = { step2: 1, update: 2 };

export class LiveDocument {
	/** Another one after the server did not take a part of what this device did: the document as it is. */
	doc = $state.raw(new Y.Doc());
	/** The server's state has arrived since the last connection. */
	synced = $state(false);
	mayWrite = $state(false);
	/** Why the last change was not taken; it stays on this device. */
	refusal = $state<Refusal | null>(null);
	/** Why a part of what this device did was not taken: it is to be taken back here. */
	corrected = $state<Refusal | null>(null);
	/** As this device had it before it took the document anew. */
	before = $state.raw<Y.Doc | null>(null);
	/** Things that this seat made, as far as the server said. */
	yours = $state.raw<readonly string[]>([]);
	/** What others at this document say that nobody keeps. */
	heard: (text: string) => void = () => {};
	/** Changes of this device that are not durable yet. */
	waiting = $state(0);
	/** The server will not open this document again for this page. */
	closed = $state(false);

	#count: SavedCount;
	#provider: WebsocketProvider;
	#kept: IndexeddbPersistence | null = null;
	#key: string;
	#unsaved: string;
	#renewal: Renewal | null = null;

	constructor(readonly at: { session: string; role: Role; name: string }) {
		this.#key = `narada:${at.session}:${at.role}:${at.name}`;
		this.#unsaved = unsavedKey(at, at.name);
		this.#count = new SavedCount(readNumber(this.#unsaved));
		this.waiting = this.#count.waiting;
		this.#provider = this.#tie(this.doc);
		this.#listen();
		if (at.role === 'projector') this.#provider.connect();
		else void this.#keep().then(() => this.#provider.connect());
	}

	#tie(doc: Y.Doc): WebsocketProvider {
		const { protocol, host } = location;
		const { session, role, name } = this.at;
		// counted before the provider hears of it and sends it: a frame stands for everything made until it leaves
		doc.on('update', (_update: Uint8Array, origin: unknown) => {
			if (origin instanceof WebsocketProvider || origin === this.#kept || doc !== this.doc) return;
			this.#count.changed();
			this.#show();
		});
		const provider = new WebsocketProvider(
			`${protocol === 'https:' ? 'wss' : 'ws'}://${host}${documentPath}/${session}`,
			name,
			doc,
			{ connect: false, disableBc: true, maxBackoffTime: reconnectMilliseconds, params: { role } }
		);
		provider.awareness.setLocalState(null);
		return provider;
	}

	/** Waits for what this device kept from before, if it can keep anything at all. */
	async #keep(): Promise<void> {
		try {
			const kept = new IndexeddbPersistence(shelfOf(this.#key, this.waiting === 0), this.doc);
			this.#kept = kept;
			await Promise.race([kept.whenSynced, new Promise((resolve) => setTimeout(resolve, storageMilliseconds))]);
			if (mustRenew(this.#key)) this.#renew();
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
			this.#renewal?.look();
		};
		provider.messageHandlers[documentMessages.corrected] = (_encoder, decoder) => {
			this.corrected = decoding.readVarString(decoder) as Refusal;
			noteRenewal(this.#key);
			this.#renew();
		};
		provider.messageHandlers[documentMessages.yours] = (_encoder, decoder) => {
			this.yours = decoding.readVarString(decoder).split(',');
		};
		provider.messageHandlers[documentMessages.presence] = (_encoder, decoder) =>
			this.heard(decoding.readVarString(decoder));
		provider.messageHandlers[documentMessages.mayWrite] = (_encoder, decoder) => {
			this.mayWrite = decoding.readVarUint(decoder) === 1;
		};
		provider.messageHandlers[documentMessages.refused] = (_encoder, decoder) => {
			this.refusal = decoding.readVarString(decoder) as Refusal;
		};
		provider.messageHandlers[documentMessages.alive] = () => {};
	}

	/** Takes the document anew once the server has everything else that this device did. */
	#renew(): void {
		if (this.#renewal || this.closed) return;
		const doc = new Y.Doc();
		const provider = this.#tie(doc);
		this.#renewal = new Renewal(provider, doc, this.doc, {
			isReady: () => this.waiting === 0,
			ready: () => {
				const old = { doc: this.doc, provider: this.#provider, kept: this.#kept };
				this.#renewal = null;
				this.#provider = provider;
				this.#kept = this.at.role === 'projector' ? null : freshShelf(this.#key, doc, old.kept);
				old.provider.destroy();
				this.before = old.doc;
				this.doc = doc;
				this.#listen();
				// counts from the start what leaves on its connection
				this.reconnect();
			}
		});
	}

	/** Says something to the others at this document; nobody keeps it, and it may get lost. */
	say(text: string): void {
		const socket = this.#provider.wsconnected ? this.#provider.ws : null;
		if (socket) socket.send(told(documentMessages.presence, text));
	}

	/** Counts the update frames of a new connection as they leave. */
	#connected(): void {
		this.#count.connected();
		const socket = this.#provider.ws as WebSocket;
		const send = socket.send.bind(socket);
		socket.send = (frame) => {
			const bytes = frame as Uint8Array;
			if (bytes[0] === documentMessages.sync && (bytes[1] === sync.step2 || bytes[1] === sync.update)) {
				// the server would hang up, again and again
				if (bytes.length > documentFrameByteLimit) return void (this.refusal = 'too-many');
				this.#count.sent();
			}
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
		this.#renewal?.end();
		this.#provider.destroy();
		void this.#kept?.destroy();
		this.doc.destroy();
	}
}

function told(type: number, text: string): Uint8Array<ArrayBuffer> {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, type);
	encoding.writeVarString(encoder, text);
	return encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>;
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
