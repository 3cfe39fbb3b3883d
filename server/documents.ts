// The shared documents of one session: loads them, takes edits from devices, keeps them, and only then passes them on. Knows no socket library.
import * as decoding from 'lib0/decoding';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import type { Refusal } from '#lib/protocol.ts';
import { closeCodes, documentMessages } from '#lib/protocol/wire.ts';
import type { Judgement } from './board-judge.ts';
import { frame, number, sentence } from './frames.ts';
import { Hands, nobody, serverSeat, written, type HandMark } from './hands.ts';
import { StorageFailed, type Entry, type Journal } from './journal.ts';
import { Quota } from './quota.ts';
import { decoded, inspectUpdate, isEmptyUpdate, type Rules } from './update-guard.ts';
import { takesAway, type DecodedUpdate } from './update-reader.ts';

/** One device at one document; the socket is behind it. */
export interface Reader {
	seat: string;
	/** What the journal may say of the author of a change made now: a seat, a sector, or nothing. */
	author(): string;
	mayWrite(): Refusal | null;
	send(frame: Uint8Array): void;
	close(code: number): void;
}

/** What the server adds to a device's change in the same breath: the board attests who made what. */
export type Attest = (changed: Y.Transaction['changed'], seat: string) => void;

/** A snapshot is kept every so many updates. */
const snapshotEvery = 1000;
/** Never merge more at once: the cost grows faster than the number. */
const mergeLimit = 32;

type Standing = {
	/** Update frames received on this connection. */
	received: number;
	/** Set while something of this device was not taken: nothing more is confirmed before it has sent all it has. */
	behind: boolean;
	/** It found no room. */
	full: boolean;
	mayWrite: boolean;
};

export class SharedDocument {
	readonly doc = new Y.Doc({ gc: true });
	#readers = new Map<Reader, Standing>();
	#made: Uint8Array[] = [];
	#outbox: { bytes: Uint8Array; from: Reader | null }[] = [];
	#sinceSnapshot = 0;
	/** What this document holds in memory was never kept, or only half applied: it must be loaded anew. */
	#failed = false;
	onFailure: () => void = () => {};
	attest: Attest = () => {};
	/** Which parts of an update that fits its author may not make. */
	judge: (update: DecodedUpdate, seat: string) => Judgement = () => null;
	hands = new Hands(nobody);
	quota: Quota;
	/** Told of every device that arrives, before it is told anything else. */
	greet: (reader: Reader) => void = () => {};

	constructor(
		readonly session: string,
		readonly name: string,
		readonly journal: Journal,
		readonly rules: Rules,
		readonly clock: () => number
	) {
		this.quota = new Quota(() => Y.encodeStateAsUpdate(this.doc).length, clock);
		this.doc.on('afterTransaction', (transaction: Y.Transaction) => {
			const { origin } = transaction;
			if (origin !== this && transaction.changed.size > 0 && origin !== null)
				this.doc.transact(() => this.attest(transaction.changed, (origin as { seat: string }).seat), this);
		});
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin === this) this.#made.push(update);
		});
	}

	/** Brings back what the journal holds; attests nothing anew. */
	load(updates: readonly Uint8Array[]): void {
		this.doc.transact(() => {
			for (const update of updates) {
				Y.applyUpdate(this.doc, update, this);
				this.quota.add(update.length);
			}
		}, this);
		this.#made = [];
		this.#sinceSnapshot = updates.length;
	}

	get readers(): number {
		return this.#readers.size;
	}

	/** A device arrives: both sides tell each other what they have. */
	async join(reader: Reader): Promise<void> {
		const mayWrite = reader.mayWrite() === null;
		this.#readers.set(reader, { received: 0, behind: false, full: false, mayWrite });
		reader.send(number(documentMessages.mayWrite, mayWrite ? 1 : 0));
		this.greet(reader);
		await this.journal.flushed();
		reader.send(this.#stepOne());
	}

	leave(reader: Reader): void {
		this.#readers.delete(reader);
	}

	#stepOne(): Uint8Array {
		return frame(documentMessages.sync, (encoder) => syncProtocol.writeSyncStep1(encoder, this.doc));
	}

	/** One frame of a device; hostile ones end its connection and nothing else. */
	async receive(reader: Reader, bytes: Uint8Array): Promise<void> {
		const standing = this.#readers.get(reader);
		if (!standing) return;
		try {
			const decoder = decoding.createDecoder(bytes);
			const type = decoding.readVarUint(decoder);
			if (type !== documentMessages.sync) return;
			const step = decoding.readVarUint(decoder);
			const payload = decoding.readVarUint8Array(decoder);
			if (step === syncProtocol.messageYjsSyncStep1) await this.#answerStepOne(reader, payload);
			else if (step === syncProtocol.messageYjsSyncStep2 || step === syncProtocol.messageYjsUpdate)
				await this.#take(reader, standing, payload, step === syncProtocol.messageYjsSyncStep2);
			else reader.close(closeCodes.malformed);
		} catch (error) {
			reader.close(error instanceof StorageFailed ? closeCodes.storage : closeCodes.malformed);
			if (this.#failed) this.onFailure();
		}
	}

	async #answerStepOne(reader: Reader, vector: Uint8Array): Promise<void> {
		// what is in the answer was handed to the journal before; what comes while it is flushed is passed on when it is kept
		const answer = frame(documentMessages.sync, (encoder) =>
			syncProtocol.writeSyncStep2(encoder, this.doc, vector.slice())
		);
		await this.journal.flushed();
		reader.send(answer);
	}

	async #take(reader: Reader, standing: Standing, payload: Uint8Array, whole: boolean): Promise<void> {
		const count = ++standing.received;
		const refusal = reader.mayWrite();
		if (refusal) return this.#refuse(reader, standing, refusal, payload);
		if (whole) standing.behind = false;
		else if (standing.behind) return reader.send(this.#stepOne());
		const sent = payload.slice();
		const update = decoded(sent);
		if (!update) return reader.close(closeCodes.malformed);
		switch (inspectUpdate(this.doc, update, this.rules)) {
			case 'malformed':
			case 'foreign':
				return reader.close(closeCodes.malformed);
			case 'gap':
				standing.behind = true;
				return reader.send(this.#stepOne());
			case 'too-long':
				return this.#refuse(reader, standing, 'too-long', payload);
			case 'fits':
		}
		// with the hand of somebody else nothing is written, and the rest is judged
		const spared = this.hands.spare(this.doc, update, reader.seat);
		const judgement = this.judge(spared?.update ?? update, reader.seat);
		if (judgement === 'foreign') return reader.close(closeCodes.malformed);
		const bytes = judgement?.left ?? spared?.bytes ?? sent;
		if (!this.quota.holds(reader.seat, bytes.length, () => takesAway(this.doc, update)))
			return this.#refuse(reader, standing, 'too-many', payload);
		const own = written(this.doc, spared?.update ?? update);
		if (this.#apply(reader, bytes)) await this.#keep(reader, bytes, this.hands.claim(own, reader.seat));
		else await this.journal.flushed();
		// what was not taken is as good as saved: it is the device that must take the board as it is
		const refused = judgement?.refusal ?? (spared && 'not-yours');
		if (refused) reader.send(sentence(documentMessages.corrected, refused));
		if (!standing.behind) this.#confirm(reader, count);
	}

	/** Whether the update held anything new. */
	#apply(reader: Reader, bytes: Uint8Array): boolean {
		let changed = false;
		const notice = () => (changed = true);
		this.doc.on('update', notice);
		try {
			Y.applyUpdate(this.doc, bytes, reader);
		} catch (error) {
			this.#failed = true;
			throw error;
		} finally {
			this.doc.off('update', notice);
		}
		return changed;
	}

	/** A change as the journal keeps it, with the marks of hands that are new to it. */
	#entry(seat: string, bytes: Uint8Array, marks: readonly HandMark[]): Entry {
		const entry: Entry = { kind: 'update', document: this.name, seat, at: this.clock(), bytes };
		return marks.length > 0 ? { ...entry, hands: marks } : entry;
	}

	/** The server's own changes since the last ones. */
	#ownEntries(made: readonly Uint8Array[]): Entry[] {
		return made.map((bytes) => this.#entry(serverSeat, bytes, this.hands.claim([this.doc.clientID], serverSeat)));
	}

	async #keep(reader: Reader, bytes: Uint8Array, marks: readonly HandMark[]): Promise<void> {
		const made = this.#made.splice(0);
		this.quota.add(bytes.length, reader.seat);
		await this.#append([this.#entry(reader.author(), bytes, marks), ...this.#ownEntries(made)]);
		this.#publish([{ bytes, from: reader }, ...made.map((update) => ({ bytes: update, from: null }))]);
		this.#maybeSnapshot();
	}

	/** The server's own change (frames of a template); resolves when it is kept. */
	async change(change: (doc: Y.Doc) => void): Promise<void> {
		const { entries, publish } = this.prepare(change);
		await this.#append(entries);
		publish();
	}

	/** The server's own change, to be kept together with something else by the caller, who then publishes it. */
	prepare(change: (doc: Y.Doc) => void): { entries: Entry[]; publish: () => void } {
		this.doc.transact(() => change(this.doc), this);
		const made = this.#made.splice(0);
		return {
			entries: this.#ownEntries(made),
			publish: () => this.#publish(made.map((bytes) => ({ bytes, from: null })))
		};
	}

	async #append(entries: Entry[]): Promise<void> {
		try {
			await this.journal.append(this.session, entries);
		} catch (error) {
			this.#failed = true;
			throw error;
		}
	}

	#publish(updates: { bytes: Uint8Array; from: Reader | null }[]): void {
		if (this.#outbox.length === 0) setImmediate(() => this.#deliver());
		this.#outbox.push(...updates);
	}

	#deliver(): void {
		const outbox = this.#outbox;
		this.#outbox = [];
		for (let start = 0; start < outbox.length; start += mergeLimit) {
			const group = outbox.slice(start, start + mergeLimit);
			const only = group.length === 1 ? group[0]! : null;
			const bytes = only ? only.bytes : Y.mergeUpdates(group.map((update) => update.bytes));
			const update = frame(documentMessages.sync, (encoder) => syncProtocol.writeUpdate(encoder, bytes));
			for (const reader of this.#readers.keys()) if (reader !== only?.from) reader.send(update);
		}
	}

	#confirm(reader: Reader, count: number): void {
		reader.send(number(documentMessages.saved, count));
	}

	#refuse(reader: Reader, standing: Standing, refusal: Refusal, payload: Uint8Array): void {
		if (isEmptyUpdate(payload)) return this.#confirm(reader, standing.received);
		standing.behind = true;
		standing.full = refusal === 'too-many';
		reader.send(sentence(documentMessages.refused, refusal));
	}

	/** After a change of lock or status: tells devices what they may do and asks for what they held back. */
	rightsChanged(): void {
		for (const [reader, standing] of this.#readers) {
			const mayWrite = reader.mayWrite() === null;
			if (mayWrite === standing.mayWrite) continue;
			standing.mayWrite = mayWrite;
			reader.send(number(documentMessages.mayWrite, mayWrite ? 1 : 0));
			if (mayWrite) reader.send(this.#stepOne());
		}
	}

	/** Keeps idle connections known to be alive; y-websocket drops a silent one after 30 s. */
	heartbeat(): void {
		for (const [reader, { behind, full }] of this.#readers) {
			reader.send(number(documentMessages.alive, 0));
			// somebody may have made room
			if (behind && full) reader.send(this.#stepOne());
		}
	}

	#maybeSnapshot(): void {
		if (++this.#sinceSnapshot < snapshotEvery) return;
		this.#sinceSnapshot = 0;
		const sequence = this.journal.newest(this.session);
		const bytes = Y.encodeStateAsUpdate(this.doc);
		this.quota.measured(bytes.length);
		void this.journal
			.flushed()
			.then(() => this.journal.saveSnapshot(this.session, this.name, { sequence, bytes }))
			.catch(() => (this.#sinceSnapshot = snapshotEvery));
	}
}
