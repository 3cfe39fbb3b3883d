// A shelf of small JSON documents, one file each, kept by lowdb behind a durable adapter. Knows no noun.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Low, type Adapter } from 'lowdb';
import type { Logger } from 'pino';
import { previous, readIfThere, syncFolder, writeDurably } from './durable.ts';

/** Reads one document; a damaged file is replaced by its previous version and reported. */
class DurableFile<T> implements Adapter<T> {
	constructor(
		readonly path: string,
		readonly parse: (value: unknown) => T,
		readonly log: Logger
	) {}

	async read(): Promise<T | null> {
		for (const path of [this.path, previous(this.path)]) {
			const text = await readIfThere(path);
			if (text === null) continue;
			try {
				return this.parse(JSON.parse(text));
			} catch {
				this.log.error({ path }, 'a stored document is damaged');
			}
		}
		return null;
	}

	write(data: T): Promise<void> {
		return writeDurably(this.path, JSON.stringify(data, null, 2));
	}
}

const safeId = /^[\w-]{1,60}$/;

export class Shelf<T extends { id: string }> {
	#documents = new Map<string, Low<T | null>>();
	#turns = new Map<string, Promise<unknown>>();
	/** Ids of files that could not be read at all; they stay on disk as they are. */
	readonly damaged: string[] = [];

	private constructor(
		readonly directory: string,
		readonly parse: (value: unknown) => T,
		readonly log: Logger
	) {}

	static async open<T extends { id: string }>(
		directory: string,
		parse: (value: unknown) => T,
		log: Logger
	): Promise<Shelf<T>> {
		const shelf = new Shelf<T>(directory, parse, log);
		await mkdir(directory, { recursive: true });
		for (const name of await readdir(directory)) {
			const id = name.slice(0, -'.json'.length);
			if (!name.endsWith('.json') || !safeId.test(id)) continue;
			const document = shelf.#document(id);
			await document.read();
			if (document.data === null) shelf.damaged.push(id);
			else shelf.#documents.set(id, document);
		}
		return shelf;
	}

	#document(id: string): Low<T | null> {
		if (!safeId.test(id)) throw new Error(`not an id: ${id}`);
		return new Low<T | null>(new DurableFile<T | null>(join(this.directory, `${id}.json`), this.parse, this.log), null);
	}

	all(): T[] {
		return [...this.#documents.values()].map(({ data }) => data as T);
	}

	get(id: string): T | null {
		return this.#documents.get(id)?.data ?? null;
	}

	/** Resolves when the document is on disk; the old one stays visible until then. One writer at a time per document. */
	put(value: T): Promise<T> {
		return this.#inTurn(value.id, () => this.#keep(value));
	}

	/** Changes what is there now; null when there is no such document. */
	change(id: string, change: (value: T) => T): Promise<T | null> {
		return this.#inTurn(id, async () => {
			const value = this.get(id);
			return value === null ? null : this.#keep(change(value));
		});
	}

	/** Like `change`, and the previous version that is kept beside it is gone too: what was taken out lies nowhere any more. */
	async purge(id: string, change: (value: T) => T): Promise<void> {
		await this.change(id, change);
		await this.change(id, (value) => value);
	}

	remove(id: string): Promise<void> {
		return this.#inTurn(id, async () => {
			const path = join(this.directory, `${id}.json`);
			await rm(path, { force: true });
			await rm(previous(path), { force: true });
			await syncFolder(this.directory);
			this.#documents.delete(id);
		});
	}

	/** Resolves when everything handed in so far is on disk. */
	async settled(): Promise<void> {
		while (this.#turns.size > 0) await Promise.allSettled(this.#turns.values());
	}

	async #keep(value: T): Promise<T> {
		const fresh = this.#document(value.id);
		fresh.data = value;
		await fresh.write();
		this.#documents.set(value.id, fresh);
		return value;
	}

	#inTurn<R>(id: string, work: () => Promise<R>): Promise<R> {
		const turn = (this.#turns.get(id) ?? Promise.resolve()).then(work, work);
		this.#turns.set(id, turn);
		const leave = () => {
			if (this.#turns.get(id) === turn) this.#turns.delete(id);
		};
		turn.then(leave, leave);
		return turn;
	}
}
