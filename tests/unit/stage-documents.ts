// A shared document without sockets and disk: a journal that keeps when told to, and devices that hear what they are sent.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Refusal } from '#lib/protocol.ts';
import { documentMessages } from '#lib/protocol/wire.ts';
import type { Reader } from '../../server/documents.ts';
import { StorageFailed, type Entry } from '../../server/journal.ts';

/** A journal that keeps what it is given when the test says so. */
export class SlowJournal {
	kept: Entry[] = [];
	#waiting: { entries: readonly Entry[]; resolve: () => void; reject: (error: Error) => void }[] = [];

	append(_session: string, entries: readonly Entry[]): Promise<void> {
		return new Promise((resolve, reject) => this.#waiting.push({ entries, resolve, reject }));
	}

	async flushed(): Promise<void> {
		if (this.#waiting.length > 0) await new Promise<void>((resolve) => this.#done.push(resolve));
	}
	#done: (() => void)[] = [];

	newest = () => this.kept.length - 1;

	keep(): void {
		for (const { entries, resolve } of this.#waiting.splice(0)) {
			this.kept.push(...entries);
			resolve();
		}
		for (const resolve of this.#done.splice(0)) resolve();
	}

	fail(): void {
		for (const { reject } of this.#waiting.splice(0)) reject(new StorageFailed('full'));
	}
}

/** A device without a socket: what it was sent, and how it was ended. */
export class Device implements Reader {
	sent: { type: number; step?: number; number?: number; text?: string; update?: Uint8Array }[] = [];
	ended: number | null = null;
	refusal: Refusal | null = null;

	constructor(readonly seat: string) {}

	author = () => this.seat;
	mayWrite = () => this.refusal;
	close = (code: number) => void (this.ended = code);
	send(frame: Uint8Array): void {
		const decoder = decoding.createDecoder(frame);
		const type = decoding.readVarUint(decoder);
		if (type === documentMessages.sync) {
			const step = decoding.readVarUint(decoder);
			this.sent.push({ type, step, update: decoding.readVarUint8Array(decoder) });
		} else if (type === documentMessages.refused || type === documentMessages.corrected)
			this.sent.push({ type, text: decoding.readVarString(decoder) });
		else this.sent.push({ type, number: decoding.readVarUint(decoder) });
	}

	got(type: number, step?: number) {
		return this.sent.filter((one) => one.type === type && (step === undefined || one.step === step));
	}

	get saved(): number {
		return Math.max(0, ...this.got(documentMessages.saved).map(({ number }) => number ?? 0));
	}
}

/** Lets everything run that is not waiting for the journal. */
export const settle = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

export function frame(step: number, payload: Uint8Array): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, documentMessages.sync);
	encoding.writeVarUint(encoder, step);
	encoding.writeVarUint8Array(encoder, payload);
	return encoding.toUint8Array(encoder);
}
export const [stepOne, stepTwo, update] = [0, 1, 2];
