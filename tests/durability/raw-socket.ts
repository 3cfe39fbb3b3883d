// A document socket by hand, for frames that no honest client sends. Knows no document.
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { documentMessages, documentPath } from '#lib/protocol/wire.ts';

export type Ending = { code: number } | { status: number };

export class RawSocket {
	readonly frames: Uint8Array[] = [];
	/** Close code, or the HTTP status of a refused upgrade. */
	readonly ended: Promise<Ending>;
	#socket: WebSocket;
	#looks = new Set<() => void>();

	constructor(at: { url: string; session: string; document: string; role: string; cookie: string; origin?: string }) {
		const path = `${documentPath}/${at.session}/${at.document}?role=${at.role}`;
		this.#socket = new WebSocket(`${at.url.replace(/^http/, 'ws')}${path}`, {
			headers: { cookie: at.cookie, origin: at.origin ?? at.url }
		});
		this.#socket.binaryType = 'nodebuffer';
		this.#socket.on('message', (data: Buffer) => {
			this.frames.push(new Uint8Array(data));
			for (const look of [...this.#looks]) look();
		});
		this.ended = new Promise((resolve) => {
			this.#socket.on('error', () => {});
			this.#socket.on('unexpected-response', (_request, response) => {
				resolve({ status: response.statusCode ?? 0 });
				this.#socket.terminate();
			});
			this.#socket.on('close', (code) => resolve({ code }));
		});
	}

	get open(): boolean {
		return this.#socket.readyState === WebSocket.OPEN;
	}

	/** Resolves when connected; rejects with the ending when that comes first. */
	async ready(): Promise<this> {
		if (this.open) return this;
		const opened = new Promise<null>((resolve) => this.#socket.once('open', () => resolve(null)));
		const ending = await Promise.race([opened, this.ended]);
		if (ending) throw new Error(`the server refused: ${JSON.stringify(ending)}`);
		return this;
	}

	send(frame: Uint8Array): void {
		this.#socket.send(frame);
	}

	/** Sends an update as a client would. */
	update(bytes: Uint8Array): void {
		this.send(syncFrame(2, bytes));
	}

	/** The first frame from now on that fits, or how the connection ended before one came. */
	next(fits: (frame: Uint8Array) => boolean, from = this.frames.length): Promise<Uint8Array | Ending> {
		const arrived = new Promise<Uint8Array>((resolve) => {
			const look = () => {
				const found = this.frames.slice(from).find(fits);
				if (!found) return;
				this.#looks.delete(look);
				resolve(found);
			};
			this.#looks.add(look);
			look();
		});
		return Promise.race([arrived, this.ended]);
	}

	/** Asks for the whole state and waits for it: everything sent before has been dealt with. Or says how it ended. */
	async dealtWith(): Promise<'answered' | Ending> {
		const from = this.frames.length;
		if (this.open) this.send(syncFrame(0, Y.encodeStateVector(new Y.Doc())));
		const answer = await this.next((frame) => frame[0] === documentMessages.sync && frame[1] === 1, from);
		return answer instanceof Uint8Array ? 'answered' : answer;
	}

	close(): void {
		this.#socket.terminate();
	}
}

export function syncFrame(step: number, payload: Uint8Array): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, documentMessages.sync);
	encoding.writeVarUint(encoder, step);
	encoding.writeVarUint8Array(encoder, payload);
	return encoding.toUint8Array(encoder);
}
