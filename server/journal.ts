// The journal: everything that happens in live sessions, in order, each batch synced before anyone is told. Knows no rule.
import { ClassicLevel } from 'classic-level';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { SessionEvent } from '#lib/session/session.ts';
import type { HandMark } from './hands.ts';

export type Entry =
	| { kind: 'event'; event: SessionEvent }
	/** An edit of a document as its author's device sent it; `seat` is as much of the author as the item's privacy allows, or `server`. */
	| {
			kind: 'update';
			document: string;
			seat: string;
			at: number;
			bytes: Uint8Array;
			/** Hands that wrote for the first time, each with a mark of its seat (`hands.ts`). */
			hands?: readonly HandMark[];
	  };

/** A document's whole state after the entries up to and including `sequence`; only a short cut for loading. */
export type Snapshot = { sequence: number; bytes: Uint8Array };

type Put = { type: 'put'; key: string; value: Uint8Array };
type Waiting = { operations: Put[]; resolve: () => void; reject: (error: Error) => void };

/** Said to everyone whose entry could not be kept. */
export class StorageFailed extends Error {}

const digits = 12;
const retryMilliseconds = 2000;
const entryKey = (session: string, sequence: number) => `e/${session}/${String(sequence).padStart(digits, '0')}`;
const range = (session: string) => ({ gt: `e/${session}/`, lt: `e/${session}0` });

export class Journal {
	#level: ClassicLevel<string, Uint8Array>;
	#waiting: Waiting[] = [];
	#next = new Map<string, number>();
	#writing: Promise<void> | null = null;
	#failed = false;
	#retry: NodeJS.Timeout | null = null;
	/** Called with `false` when nothing can be kept any more and with `true` when it can again. */
	onStorage: (works: boolean) => void = () => {};

	private constructor(readonly directory: string) {
		this.#level = Journal.#at(directory);
	}

	static #at(directory: string) {
		return new ClassicLevel<string, Uint8Array>(directory, { keyEncoding: 'utf8', valueEncoding: 'view' });
	}

	/** Fails with a cause of code `LEVEL_LOCKED` when another process holds the folder. */
	static async open(directory: string): Promise<Journal> {
		const journal = new Journal(directory);
		await journal.#level.open();
		return journal;
	}

	get works(): boolean {
		return !this.#failed;
	}

	/** Resolves once the entries are on disk; entries of one call are kept together or not at all. */
	async append(session: string, entries: readonly Entry[]): Promise<void> {
		if (entries.length === 0) return this.flushed();
		if (this.#failed) throw new StorageFailed('the journal is not writable');
		const first = this.#next.get(session);
		// after a failure nobody may go on where somebody else has read anew: an entry would be written over
		if (first === undefined) throw new StorageFailed('the session has not been read since the journal failed');
		this.#next.set(session, first + entries.length);
		return new Promise((resolve, reject) => {
			this.#waiting.push({
				operations: entries.map((entry, index) => ({
					type: 'put',
					key: entryKey(session, first + index),
					value: encode(entry)
				})),
				resolve,
				reject
			});
			this.#writing ??= this.#write();
		});
	}

	/** Resolves when everything appended so far is on disk. */
	async flushed(): Promise<void> {
		while (this.#writing) await this.#writing;
		if (this.#failed) throw new StorageFailed('the journal is not writable');
	}

	async #write(): Promise<void> {
		await Promise.resolve();
		while (this.#waiting.length > 0) {
			const group = this.#waiting;
			this.#waiting = [];
			try {
				await this.#level.batch(
					group.flatMap(({ operations }) => operations),
					{ sync: true }
				);
				for (const { resolve } of group) resolve();
			} catch (error) {
				this.#fail([...group, ...this.#waiting], error);
			}
		}
		this.#writing = null;
	}

	#fail(lost: Waiting[], error: unknown): void {
		this.#waiting = [];
		this.#failed = true;
		this.#next.clear();
		const failure = new StorageFailed('the journal is not writable', { cause: error });
		for (const { reject } of lost) reject(failure);
		this.onStorage(false);
		this.#retry = setTimeout(() => void this.#recover(), retryMilliseconds);
	}

	/** Opens the store anew: what a failed batch left behind is read back before anything is said. */
	async #recover(): Promise<void> {
		try {
			await this.#level.close();
			this.#level = Journal.#at(this.directory);
			await this.#level.open();
			await this.#level.put('probe', new Uint8Array(64 * 1024), { sync: true });
			this.#failed = false;
			this.onStorage(true);
		} catch {
			this.#retry = setTimeout(() => void this.#recover(), retryMilliseconds);
		}
	}

	/** All entries of a session in order; afterwards the session may be appended to. */
	async read(session: string): Promise<{ sequence: number; entry: Entry }[]> {
		const entries: { sequence: number; entry: Entry }[] = [];
		for await (const [key, value] of this.#level.iterator(range(session)))
			entries.push({ sequence: Number(key.slice(-digits)), entry: decode(value) });
		this.#next.set(session, (entries.at(-1)?.sequence ?? -1) + 1);
		return entries;
	}

	async saveSnapshot(session: string, document: string, { sequence, bytes }: Snapshot): Promise<void> {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, sequence);
		encoding.writeVarUint8Array(encoder, bytes);
		await this.#level.put(`s/${session}/${document}`, encoding.toUint8Array(encoder), { sync: true });
	}

	async readSnapshot(session: string, document: string): Promise<Snapshot | null> {
		const value = await this.#level.get(`s/${session}/${document}`);
		if (!value) return null;
		const decoder = decoding.createDecoder(value);
		return { sequence: decoding.readVarUint(decoder), bytes: decoding.readVarUint8Array(decoder).slice() };
	}

	/** Sequence of the newest entry handed in for a session, -1 if none. */
	newest(session: string): number {
		return (this.#next.get(session) ?? 0) - 1;
	}

	/** Removes everything of a session: its retention has ended or the organiser erased it. */
	async erase(session: string): Promise<void> {
		await this.flushed();
		await this.#level.clear(range(session));
		await this.#level.clear({ gt: `s/${session}/`, lt: `s/${session}0` });
		await this.#level.compactRange(`e/${session}/`, `e/${session}0`);
		this.#next.delete(session);
	}

	async close(): Promise<void> {
		if (this.#retry) clearTimeout(this.#retry);
		while (this.#writing) await this.#writing;
		await this.#level.close();
	}
}

function encode(entry: Entry): Uint8Array {
	const encoder = encoding.createEncoder();
	if (entry.kind === 'event') {
		encoding.writeUint8(encoder, 1);
		encoding.writeVarString(encoder, JSON.stringify(entry.event));
	} else {
		encoding.writeUint8(encoder, 2);
		encoding.writeVarString(encoder, entry.document);
		encoding.writeVarString(encoder, entry.seat);
		encoding.writeVarUint(encoder, entry.at);
		encoding.writeVarUint8Array(encoder, entry.bytes);
		for (const [hand, mark] of entry.hands ?? []) {
			encoding.writeVarUint(encoder, hand);
			encoding.writeVarString(encoder, mark);
		}
	}
	return encoding.toUint8Array(encoder);
}

function decode(value: Uint8Array): Entry {
	const decoder = decoding.createDecoder(value);
	if (decoding.readUint8(decoder) === 1)
		return { kind: 'event', event: JSON.parse(decoding.readVarString(decoder)) as SessionEvent };
	const entry: Entry = {
		kind: 'update',
		document: decoding.readVarString(decoder),
		seat: decoding.readVarString(decoder),
		at: decoding.readVarUint(decoder),
		bytes: decoding.readVarUint8Array(decoder).slice()
	};
	const hands: HandMark[] = [];
	while (decoding.hasContent(decoder)) hands.push([decoding.readVarUint(decoder), decoding.readVarString(decoder)]);
	return hands.length > 0 ? { ...entry, hands } : entry;
}
